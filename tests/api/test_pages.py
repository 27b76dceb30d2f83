"""Pages as a browser without script sees them."""

import json
import re
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from backend.models import User

DIET = {"id": "diet", "kind": "choice", "label": "Diet", "required": True, "choices": ["A", "B"]}


def island(page):
    """Return the data that travels with a page."""
    found = re.search(r'<script type="application/json" id="qiao-data">(.*?)</script>', page.text)
    return json.loads(found[1])


def hidden_key(page):
    return re.search(r'name="_key" value="(\w+)"', page.text)[1]


def test_from_the_list_to_the_ticket(organiser, guest):
    event = organiser.publish(title="Tea tasting", questions=[DIET])
    assert f'href="/events/{event["id"]}"' in guest.open("/").text
    assert f'href="/events/{event["id"]}/sign-up"' in guest.open(f"/events/{event['id']}").text
    form = guest.open(f"/events/{event['id']}/sign-up")
    done = guest.fill_in(
        f"/events/{event['id']}/sign-up",
        **{"_key": hidden_key(form), "name": "Li Na", "answers.diet": "B"},
    )
    assert done.status_code == 303
    ticket = guest.open(done.location)
    assert (ticket.status_code, "Li Na" in ticket.text) == (200, True)


def test_a_form_sent_twice_signs_up_once(organiser, guest):
    event = organiser.publish()
    path = f"/events/{event['id']}/sign-up"
    key = hidden_key(guest.open(path))
    ways = {guest.fill_in(path, _key=key, name="Li Na").location for _ in range(2)}
    assert len(ways) == 1
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_the_second_tap_of_a_guest_who_has_no_session_yet(organiser, guest, person):
    # The browser gave up the first post for the second: its cookie and its answer are lost.
    event = organiser.publish()
    path = f"/events/{event['id']}/sign-up"
    key = hidden_key(guest.open(path))
    guest.fill_in(path, _key=key, name="Li Na")
    guest.browser.delete_cookie("session")
    second = guest.fill_in(path, _key=key, name="Li Na")
    assert guest.open(second.location).status_code == 200
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_what_is_wrong_is_shown_and_what_was_typed_stays(organiser, guest):
    event = organiser.publish(questions=[DIET])
    page = guest.fill_in(f"/events/{event['id']}/sign-up", name="Li <Na>")
    assert page.status_code == 422
    assert 'value="Li &lt;Na&gt;"' in page.text
    assert "The answer is needed." in page.text
    assert island(page)["entry"]["errors"] == {"answers.diet": "The answer is needed."}


def test_the_form_uses_the_words_of_the_api(organiser, guest):
    event = organiser.publish(questions=[DIET])
    told = guest.try_to_sign_up(event, name="Li Na").json["fields"]
    page = guest.fill_in(f"/events/{event['id']}/sign-up", name="Li Na")
    assert island(page)["entry"]["errors"] == told


def test_a_full_event_says_so_and_keeps_what_was_typed(organiser, guest, person):
    event = organiser.publish(capacity=1)
    person().sign_up(event)
    page = guest.fill_in(f"/events/{event['id']}/sign-up", name="Li Na")
    assert page.status_code == 422
    assert "All places are taken." in page.text
    assert 'value="Li Na"' in page.text
    assert guest.browser.get_cookie("session") is None


def test_a_refused_guest_leaves_no_account(organiser, guest, person, database):
    event = organiser.publish(capacity=1)
    person().sign_up(event)
    guest.fill_in(f"/events/{event['id']}/sign-up", name="Li Na")
    with database.transaction(writes=False) as db:
        assert len(db.scalars(select(User).where(User.guest)).all()) == 1


def test_a_row_is_added_without_sending_the_form(organiser):
    page = organiser.fill_in("/organise/events/new", title="Tea", _add="questions")
    assert page.status_code == 200
    assert "questions.1.label" in page.text
    assert organiser.get("/api/events").json["items"] == []


def test_an_organiser_writes_an_event_with_a_form(organiser):
    form = {**organiser.event_form(), "questions.1.label": "Diet", "questions.1.kind": "text"}
    done = organiser.fill_in("/organise/events/new", **form)
    assert done.status_code == 303, done.text
    event = organiser.get("/api/events").json["items"][0]
    assert done.location == f"/organise/events/{event['id']}"
    assert event["questions"][0]["label"] == "Diet"


def test_checking_in_shows_the_result_and_the_new_count(organiser, guest):
    event = organiser.publish()
    code = guest.sign_up(event, name="Li Na")
    page = organiser.fill_in(f"/organise/events/{event['id']}/check-in", ticket=code)
    assert page.status_code == 200
    assert "Welcome, Li Na!" in page.text
    assert "<strong>1</strong>" in page.text
    assert code not in re.sub(r"<script.*", "", page.text)


def test_the_data_of_the_page_travels_with_it(organiser, guest):
    event = organiser.publish()
    state = island(guest.open(f"/events/{event['id']}"))
    assert (state["page"], state["params"]) == ("event", {"id": event["id"]})
    answers = dict(state["calls"])
    assert answers[f"/api/events/{event['id']}"] == guest.get(f"/api/events/{event['id']}").json


def test_no_text_ends_the_data(organiser, guest):
    organiser.publish(title="</script><script>alert(1)</script>\u2028")
    page = guest.open("/")
    assert "<script>alert" not in page.text
    assert island(page)["calls"][0][1]["items"][0]["title"].startswith("</script>")


def test_the_data_is_about_nobody_else(organiser, guest, person):
    event = organiser.publish()
    guest.sign_up(event, name="Li Na")
    for path in ("/", f"/events/{event['id']}", f"/events/{event['id']}/sign-up"):
        assert "Li Na" not in person().open(path).text


@pytest.mark.parametrize(
    "page",
    ["/organise", "/organise/events/new", "/organise/events/{id}", "/organise/events/{id}/edit"],
)
def test_who_is_not_signed_in_is_sent_to_the_login_and_back(organiser, person, page):
    path = page.format(**organiser.publish())
    somebody = person()
    way = somebody.open(path)
    assert way.status_code == 303
    login = somebody.fill_in(way.location, name="Chen Xiaoyu")
    assert login.status_code == 303
    assert urlsplit(login.location).path == path
    assert somebody.open(login.location).status_code == 200


def test_a_guest_is_not_signed_in(organiser, guest):
    guest.sign_up(organiser.publish())
    assert guest.open("/organise").status_code == 303


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/events/999", 404),
        ("/events/seven", 404),
        ("/tickets/made-up", 404),
        ("/organise/events/999", 404),
    ],
)
def test_a_page_that_can_not_be_shown_says_why_and_leads_on(organiser, path, status):
    page = organiser.open(path)
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert 'role="alert"' in page.text
    assert 'href="/"' in page.text


def test_another_organisers_event_is_refused(organiser, person):
    event = organiser.publish()
    stranger = person().log_in("Zhou Ming")
    for path in ("", "/edit", "/check-in"):
        page = stranger.open(f"/organise/events/{event['id']}{path}")
        assert (page.status_code, "somebody else" in page.text) == (403, True), path


def test_posting_to_a_page_without_a_form_is_not_allowed(guest):
    page = guest.fill_in("/")
    assert (page.status_code, page.mimetype) == (405, "text/html")


def test_a_mistake_of_ours_is_a_page_with_a_way_to_try_again(guest, monkeypatch):
    monkeypatch.setattr("app.pages.events.title", lambda found: 1 / 0)
    page = guest.open("/?a=b")
    assert (page.status_code, page.mimetype) == (500, "text/html")
    assert 'href="/?a=b"' in page.text
    assert "ZeroDivisionError" not in page.text


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/events", "/healthz"])
def test_every_answer_is_guarded_and_never_kept(guest, path):
    headers = guest.open(path).headers
    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


def test_head_has_the_headers_only(organiser, guest):
    event = organiser.publish()
    answer = guest.browser.head(f"/events/{event['id']}")
    assert (answer.status_code, answer.data) == (200, b"")


def test_who_signs_up_once_more_is_shown_the_ticket(organiser, guest):
    event = organiser.publish()
    path = f"/events/{event['id']}/sign-up"
    keys = [hidden_key(guest.open(path)) for _ in range(2)]
    ways = {guest.fill_in(path, _key=key, name="Li Na").location for key in keys}
    assert len(ways) == 1
    # Nothing of the refused one stays: its key leads to the same answer.
    assert {guest.fill_in(path, _key=keys[1], name="Li Na").location} == ways


def test_a_guest_cancels_and_others_take_the_place(organiser, guest, person):
    event = organiser.publish(capacity=1)
    code = guest.sign_up(event)
    page = guest.open(f"/tickets/{code}")
    assert f'href="/tickets/{code}/cancel"' in page.text
    done = guest.fill_in(f"/tickets/{code}/cancel", _key="0123456789abcdef")
    assert done.location == f"/tickets/{code}"
    page = guest.open(done.location)
    assert "Cancelled" in page.text
    assert f"/tickets/{code}/cancel" not in page.text
    person().sign_up(event)


def test_companions_are_offered_where_the_event_allows_them(organiser, guest):
    for most, offered in ((1, False), (3, True)):
        event = organiser.publish(most_seats=most)
        page = guest.open(f"/events/{event['id']}/sign-up")
        assert ("3 people" in page.text) is offered
