"""From page to page without loading one, and without asking for what is there already."""

from playwright.sync_api import expect

from tests.e2e.places import furnish


def test_nothing_is_fetched_that_the_server_has_sent(organiser):
    for path in furnish(organiser):
        organiser.documents, organiser.calls = [], []
        organiser.open(path)
        assert (organiser.documents, organiser.calls) == ([path], [])


def test_no_page_is_loaded_on_the_way_to_a_ticket(organiser, guest):
    event = organiser.publish()
    guest.open("/")
    guest.page.locator(f'a[href="/events/{event["id"]}"]').click()
    guest.link("Sign up").click()
    guest.signs_up()
    assert guest.documents == ["/"]
    # Each page asks once for what it shows.
    assert guest.calls == [
        f"GET /api/events/{event['id']}",
        f"GET /api/events/{event['id']}",
        f"POST /api/events/{event['id']}/sign-ups",
        f"GET /api{guest.path}",
    ]


def test_no_page_is_loaded_on_the_way_of_an_organiser(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(event)
    organiser.open("/organise")
    organiser.documents.clear()
    organiser.page.locator(f'a[href="/organise/events/{event["id"]}"]').click()
    organiser.link("Change the event").click()
    organiser.button("Save").click()
    organiser.link("Check guests in").click()
    organiser.checks_in(code)
    expect(organiser.text("Welcome, Wang Wu!")).to_be_visible()
    assert organiser.documents == []


def test_the_script_of_the_next_page_comes_when_a_finger_is_down(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}")
    with guest.page.expect_response("**/assets/page-sign_up.*.js"):
        guest.link("Sign up").dispatch_event("pointerdown")
    assert guest.path == f"/events/{event['id']}"


TWICE = ["Help at the door", "Tea tasting"]


def test_every_page_has_a_title_of_its_own(organiser):
    titles = []
    for path in furnish(organiser):
        organiser.open(path)
        titles.append(organiser.page.title())
        organiser.follow("/tickets" if path != "/tickets" else "/")
        organiser.follow(path)
        assert organiser.page.title() == titles[-1]
    # The event has the name of the event, for its guests and for its organiser; and the page of an
    # invitation is one, with the code in its address and without.
    assert sorted({one for one in titles if titles.count(one) > 1}) == TWICE
    assert len(titles) == len({*titles}) + len(TWICE)
