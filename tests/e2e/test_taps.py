"""Taps that come twice, or before the page's own Python is there."""

import pytest
from playwright.sync_api import expect

APP = "**/assets/app.*.js"


@pytest.fixture
def event(organiser):
    return organiser.publish()


@pytest.fixture
def one_sign_up(organiser, event):
    """After the test: the organiser sees exactly one."""
    yield
    organiser.open(f"/organise/events/{event['id']}")
    expect(organiser.text("1 guest · 0 checked in")).to_be_visible()
    expect(organiser.page.locator(".guest")).to_have_count(1)


def arrives_twice(phone):
    """Have each posted form arrive twice, as of a double tap: browsers differ in what they send."""

    def twice(route):
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
        route.continue_()

    phone.page.route("**/sign-up", twice)


def test_a_double_tap_makes_one_sign_up(guest, event, one_sign_up):
    guest.open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    guest.button("Sign up").dblclick()
    expect(guest.heading).to_have_text("Your ticket")
    assert len([call for call in guest.calls if call.startswith("POST")]) == 1


def test_a_double_tap_before_the_page_is_ready_makes_one_sign_up(guest, event, one_sign_up):
    arrives_twice(guest)
    with guest.holding_back(APP):
        guest.page.goto(f"{guest.site}/events/{event['id']}/sign-up", wait_until="commit")
        guest.field("Name").fill("Wang Wu")
        guest.button("Sign up").dblclick(no_wait_after=True)
        expect(guest.heading).to_have_text("Your ticket")
    assert not [call for call in guest.calls if call.startswith("POST")]  # it was the browser


def test_a_double_tap_without_script_makes_one_sign_up(plain, event, one_sign_up):
    arrives_twice(plain)
    plain.open(f"/events/{event['id']}/sign-up", ready=False)
    plain.field("Name").fill("Wang Wu")
    plain.button("Sign up").dblclick(no_wait_after=True)
    expect(plain.heading).to_have_text("Your ticket")


def test_a_sign_up_whose_answer_got_lost_is_not_made_twice(guest, event, one_sign_up):
    guest.open(f"/events/{event['id']}/sign-up")
    guest.page.route("**/sign-ups", lambda route: (route.fetch(), route.abort("failed")))
    guest.is_offline = True  # for this phone the answer is lost
    guest.field("Name").fill("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.alert).to_contain_text("No connection")
    guest.page.unroute("**/sign-ups")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


def test_what_is_typed_before_the_page_is_ready_stays(guest, event):
    with guest.holding_back(APP):
        guest.page.goto(f"{guest.site}/events/{event['id']}/sign-up", wait_until="commit")
        guest.field("Name").fill("Wang Wu")
        expect(guest.page.locator("html[data-hydrated]")).to_have_count(0)
    guest.ready()
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


def test_a_tap_before_the_page_is_ready_is_kept(phone, event):
    guest = phone(permissions=["clipboard-write", "clipboard-read"])
    with guest.holding_back(APP):
        guest.page.goto(f"{guest.site}/events/{event['id']}", wait_until="commit")
        guest.button("Share").click()
        expect(guest.button("Share")).to_have_attribute("aria-busy", "true")
    expect(guest.text("The link is copied.")).to_be_visible()
    link = guest.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{guest.site}/events/{event['id']}"
