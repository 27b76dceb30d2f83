"""From a new event to a guest who is let in."""

import pytest
from playwright.sync_api import expect


def test_from_a_new_event_to_a_guest_who_is_in(organiser, guest):
    organiser.open("/organise")
    organiser.link("New event").click()
    organiser.field("Title").fill("Moon cake evening")
    organiser.field("Starts").fill("2027-09-15T18:00")
    organiser.field("Ends").fill("2027-09-15T21:00")
    organiser.page.get_by_label("Place", exact=True).fill("12 Yuyuan Road")
    organiser.field("Places").fill("2")
    organiser.button("Add a question").click()
    organiser.page.get_by_label("Question", exact=True).fill("Which filling?")
    organiser.field("Kind of answer").select_option(label="One of several choices")
    organiser.field("Choices").fill("Lotus\nRed bean")
    organiser.field("Must be answered").check()
    organiser.button("Publish the event").click()
    expect(organiser.heading).to_have_text("Moon cake evening")
    organiser.link("Page of the event").click()
    expect(organiser.link("Sign up")).to_be_visible()

    guest.open(organiser.path)
    expect(guest.page.get_by_text("2 places left")).to_be_visible()
    guest.link("Sign up").click()
    guest.field("Name").fill("Wang Wu")
    guest.field("Which filling?").select_option("Lotus")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
    code = guest.page.locator(".ticket .code").inner_text()

    organiser.link("Run this event").click()
    expect(organiser.page.get_by_text("Wang Wu")).to_be_visible()
    expect(organiser.page.get_by_text("Lotus")).to_be_visible()
    organiser.link("Check guests in").click()
    organiser.field("Ticket code").fill(code.lower())
    organiser.button("Check in").click()
    expect(organiser.page.get_by_text("Welcome, Wang Wu!")).to_be_visible()
    expect(organiser.page.get_by_text("1 of 1 guests are in")).to_be_visible()

    organiser.field("Ticket code").fill(code)
    organiser.button("Check in").click()
    expect(organiser.page.get_by_text("Wang Wu was checked in already")).to_be_visible()
    guest.page.reload()
    expect(guest.page.get_by_text("Checked in:")).to_be_visible()


def test_no_page_is_loaded_on_the_way_and_nothing_is_fetched_twice(organiser, guest):
    event = organiser.publish()
    guest.open("/")
    assert guest.calls == []
    guest.page.locator(f'a[href="/events/{event["id"]}"]').click()
    guest.link("Sign up").click()
    guest.field("Name").fill("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
    assert guest.documents == ["/"]
    assert guest.calls == [
        f"GET /api/events/{event['id']}",
        f"GET /api/events/{event['id']}",
        f"POST /api/events/{event['id']}/sign-ups",
        f"GET /api{guest.path}",
    ]


def test_reload_and_back_at_each_step(organiser, guest):
    event = organiser.publish()
    path = f"/events/{event['id']}"
    guest.open("/")
    guest.page.locator(f'a[href="{path}"]').click()
    guest.link("Sign up").click()
    expect(guest.heading).to_have_text("Sign up")
    guest.page.reload()
    guest.ready()
    guest.field("Name").fill("Wang Wu")
    guest.page.go_back()
    expect(guest.heading).to_have_text("Tea tasting")
    assert guest.path == path
    guest.page.go_back()
    expect(guest.heading).to_have_text("Events")
    guest.page.go_forward()
    guest.page.go_forward()
    # What was typed is still there.
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
    guest.page.reload()
    expect(guest.heading).to_have_text("Your ticket")
    guest.ready()
    guest.page.go_back()
    # The ticket is shown where the form was left, not the form that would sign up again.
    expect(guest.page.get_by_role("heading", level=1)).to_be_visible()


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


def test_the_login_ticket_leaves_the_address(organiser):
    assert organiser.path == "/"


def test_signing_in_leads_back_to_the_wanted_page(guest):
    guest.open("/organise/events/new")
    expect(guest.heading).to_have_text("Sign in")
    guest.field("Your name").fill("Li Na")
    guest.button("Sign in").click()
    expect(guest.heading).to_have_text("New event")
    assert guest.path == "/organise/events/new"


@pytest.mark.parametrize(("locale", "heading"), [("zh-CN", "活动"), ("en-GB", "Events")])
def test_the_page_speaks_the_language_of_the_phone(phone, locale, heading):
    guest = phone(locale=locale).open("/")
    expect(guest.heading).to_have_text(heading)
    guest.page.locator(".tabs a").nth(1).click()
    expect(guest.heading).to_have_text({"活动": "票券", "Events": "Tickets"}[heading])
