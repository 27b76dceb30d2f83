"""The sign-up form when things go wrong."""

import re

import pytest
from playwright.sync_api import expect

QUESTIONS = [
    {"id": "age", "kind": "number", "label": "Age", "required": True},
    {"id": "phone", "kind": "phone", "label": "Phone", "required": True},
    {"id": "days", "kind": "choices", "label": "Days", "required": True, "choices": ["Sa", "Su"]},
]


@pytest.fixture
def event(organiser):
    return organiser.publish(capacity=1, questions=QUESTIONS)


@pytest.fixture
def form(guest, event):
    """A guest with the form open."""
    return guest.open(f"/events/{event['id']}/sign-up")


def errors(page):
    return page.locator(".error").all_inner_texts()


def test_every_wrong_field_is_told_in_the_servers_words(form, event):
    form.field("Age").fill("old")
    form.field("Phone").fill("12")
    form.button("Sign up").click()
    expect(form.page.locator(".error")).to_have_count(4)
    answer = form.sign_up(event, "", {"age": "old", "phone": "12"})
    assert answer.status == 422
    assert form.calls == []  # the page knew by itself
    assert sorted(errors(form.page)) == sorted(
        value for name, value in told(form, event).items() if name != ""
    )


def told(phone, event):
    """Return what the server says of the same input, fields and answers together."""
    name = phone.sign_up(event, "", {}).json()["fields"]
    rest = phone.sign_up(event, "x", {"age": "old", "phone": "12"}).json()["fields"]
    return {**rest, "name": name["name"]}


def test_the_first_wrong_field_has_the_focus(form):
    form.field("Name").fill("Wang Wu")
    form.button("Sign up").click()
    expect(form.field("Age")).to_be_focused()


def test_a_message_goes_when_the_field_is_right(form):
    form.button("Sign up").click()
    expect(form.page.locator("#f-name-error")).to_be_visible()
    form.field("Name").fill("Wang Wu")
    expect(form.page.locator("#f-name-error")).to_have_count(0)


def test_a_field_is_checked_when_it_is_left_not_before(form):
    form.field("Phone").press_sequentially("12")
    assert errors(form.page) == []
    form.field("Name").focus()
    expect(form.page.locator(".error")).to_have_text("Phone must be a telephone number.")


def fill(form):
    form.field("Name").fill("Wang Wu")
    form.field("Age").fill("30")
    form.field("Phone").fill("+86 138 0013 8000")
    form.field("Sa").check()


def test_a_form_that_comes_too_late_says_so_and_keeps_what_was_typed(form, event, phone):
    fill(form)
    answers = {"age": 40, "phone": "12345678", "days": ["Sa"]}
    assert phone().sign_up(event, "Quick", answers).status == 201
    form.button("Sign up").click()
    expect(form.page.get_by_role("alert")).to_have_text("All places are taken.")
    expect(form.field("Name")).to_have_value("Wang Wu")


def test_a_full_event_says_so_in_list_page_and_form(guest, phone, event):
    answers = {"age": 40, "phone": "12345678", "days": ["Sa"]}
    assert phone().sign_up(event, "Quick", answers).status == 201
    guest.open("/")
    card = guest.page.get_by_role("article").filter(
        has=guest.page.locator(f'a[href="/events/{event["id"]}"]')
    )
    expect(card).to_contain_text("Fully booked")
    guest.open(f"/events/{event['id']}")
    expect(guest.page.get_by_text("All places are taken.")).to_be_visible()
    expect(guest.link("Sign up")).to_have_count(0)
    guest.open(f"/events/{event['id']}/sign-up")
    expect(guest.button("Sign up")).to_have_count(0)


def test_a_double_tap_makes_one_sign_up(organiser, phone):
    event = organiser.publish()
    guest = phone().open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    guest.button("Sign up").dblclick()
    expect(guest.heading).to_have_text("Your ticket")
    organiser.open(f"/organise/events/{event['id']}")
    expect(organiser.page.get_by_text("1 guest", exact=False)).to_be_visible()
    expect(organiser.page.locator(".guest")).to_have_count(1)


def test_a_double_tap_without_script_makes_one_sign_up(organiser, plain):
    event = organiser.publish()
    plain.open(f"/events/{event['id']}/sign-up", ready=False)
    plain.field("Name").fill("Wang Wu")
    plain.button("Sign up").dblclick(no_wait_after=True)
    expect(plain.heading).to_have_text("Your ticket")
    organiser.open(f"/organise/events/{event['id']}")
    expect(organiser.page.locator(".guest")).to_have_count(1)


def test_without_a_network_nothing_typed_is_lost(organiser, phone):
    event = organiser.publish()
    guest = phone().open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    guest.context.set_offline(True)
    guest.button("Sign up").click()
    expect(guest.page.get_by_role("alert")).to_contain_text("No connection")
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.context.set_offline(False)
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


def test_what_is_typed_before_the_page_is_ready_stays(organiser, phone):
    event = organiser.publish()
    guest = phone()
    held = []
    guest.page.route("**/assets/app.*.js", lambda route: held.append(route))
    guest.page.goto(f"{guest.site}/events/{event['id']}/sign-up", wait_until="commit")
    guest.field("Name").fill("Wang Wu")
    expect(guest.page.locator("html[data-hydrated]")).to_have_count(0)
    held[0].continue_()
    guest.ready()
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


def test_a_tap_before_the_page_is_ready_is_kept(organiser, phone):
    event = organiser.publish()
    guest = phone(permissions=["clipboard-write", "clipboard-read"])
    held = []
    guest.page.route("**/assets/app.*.js", lambda route: held.append(route))
    guest.page.goto(f"{guest.site}/events/{event['id']}", wait_until="commit")
    expect(guest.button("Share")).to_be_visible()
    guest.button("Share").click()
    expect(guest.button("Share")).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    expect(guest.page.get_by_text("The link is copied.")).to_be_visible()


def test_a_killed_page_gives_back_what_was_typed(organiser, phone):
    event = organiser.publish()
    guest = phone().open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    guest.page.close()
    guest.page = guest.context.new_page()
    guest.open(f"/events/{event['id']}/sign-up")
    expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.page).to_have_url(re.compile("/tickets/"))


def test_by_keyboard_alone(organiser, phone):
    event = organiser.publish()
    guest = phone().open(f"/events/{event['id']}")
    guest.link("Sign up").focus()
    guest.page.keyboard.press("Enter")
    expect(guest.heading).to_be_focused()
    guest.page.keyboard.press("Tab")
    expect(guest.field("Name")).to_be_focused()
    guest.page.keyboard.type("Wang Wu")
    guest.page.keyboard.press("Enter")
    expect(guest.heading).to_have_text("Your ticket")
