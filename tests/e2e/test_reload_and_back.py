"""Reload, back and forward, at each step of the two ways through the app."""

import pytest
from playwright.sync_api import expect


def guest_steps(event, _guest):
    return [
        ("Events", lambda one: one.open("/")),
        ("Tea tasting", lambda one: one.page.locator(f'a[href="/events/{event["id"]}"]').click()),
        ("Sign up", lambda one: one.link("Sign up").click()),
        ("Your ticket", lambda one: one.signs_up()),
        ("Tea tasting", lambda one: one.link("About the event").click()),
    ]


def organiser_steps(event, guest):
    code = guest.takes_place(event)
    return [
        ("My events", lambda one: one.open("/organise")),
        ("Tea tasting", lambda one: one.page.get_by_role("article").get_by_role("link").click()),
        ("Change the event", lambda one: one.link("Change the event").click()),
        ("Tea tasting", lambda one: one.button("Save").click()),
        ("Check-in", lambda one: one.link("Check guests in").click()),
        ("Check-in", lambda one: one.checks_in(code)),
    ]


def go(one, steps):
    for heading, step in steps:
        step(one)
        expect(one.heading).to_have_text(heading)


@pytest.mark.parametrize("last", [1, 2, 3, 4])
@pytest.mark.parametrize("way", [guest_steps, organiser_steps])
def test_reload_back_and_forward(phone, guest, way, last):
    owner = phone().sign_in(f"Owner of {way.__name__} {last}")
    steps = way(owner.publish(), phone())[: last + 1]
    one = guest if way is guest_steps else owner
    go(one, steps)
    headings = [heading for heading, _step in steps]
    for move, heading in (
        (one.reload, headings[-1]),
        (one.page.go_back, headings[-2]),
        (one.reload, headings[-2]),
        (one.page.go_forward, headings[-1]),
    ):
        move()
        expect(one.heading).to_have_text(heading)


def test_what_was_typed_is_there_after_reload_back_and_forward(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}")
    guest.link("Sign up").click()
    guest.field("Name").fill("Wang Wu")
    guest.reload()
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.page.go_back()
    expect(guest.heading).to_have_text("Tea tasting")
    guest.page.go_forward()
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


@pytest.mark.parametrize("script", [True, False])
def test_back_from_the_ticket_shows_that_one_has_it(organiser, phone, script):
    event = organiser.publish()
    guest = phone(java_script_enabled=script)
    guest.open(f"/events/{event['id']}/sign-up", ready=script)
    code = guest.signs_up()
    guest.page.go_back()
    expect(guest.text("You have signed up for this event.")).to_be_visible()
    guest.link("Show my sign-up").click()
    expect(guest.text(code)).to_be_visible()


def test_companions_come_with_one_ticket(organiser, guest):
    event = organiser.publish(most_seats=3)
    guest.open(f"/events/{event['id']}/sign-up")
    guest.field("How many of you come?").select_option("3 people")
    guest.signs_up("Wang Wu")
    expect(guest.text("3 people")).to_be_visible()
    organiser.open(f"/organise/events/{event['id']}")
    expect(organiser.text("3 guests · 0 checked in")).to_be_visible()


def test_who_cancels_may_sign_up_again(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}/sign-up")
    first = guest.signs_up("Wang Wu")
    guest.link("I can't come").click()
    guest.button("Cancel my sign-up").click()
    expect(guest.text("Cancelled")).to_be_visible()
    guest.link("About the event").click()
    guest.link("Sign up").click()
    assert guest.signs_up("Wang Wu") != first
    guest.link("Tickets").click()
    expect(guest.page.get_by_role("article")).to_have_count(2)


def test_back_goes_to_where_the_list_was_scrolled_to(organiser, guest):
    for number in range(12):
        organiser.publish(title=f"Walk {number}")
    guest.open("/")
    last = guest.page.get_by_role("article").last.get_by_role("link")
    last.scroll_into_view_if_needed()
    before = guest.page.evaluate("scrollY")
    assert before > 300
    last.click()
    expect(guest.link("Sign up")).to_be_visible()
    assert guest.page.evaluate("scrollY") == 0
    guest.page.go_back()
    expect(guest.heading).to_have_text("Events")
    assert abs(guest.page.evaluate("scrollY") - before) < 5


def test_a_killed_page_gives_back_what_was_typed(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    guest.page.close()
    guest.page = guest.context.new_page()
    guest.open(f"/events/{event['id']}/sign-up")
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
