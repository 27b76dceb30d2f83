"""By keyboard alone, from the list of events to the ticket."""

import pytest
from playwright.sync_api import expect

from tests.e2e.person import QUESTIONS


@pytest.fixture
def event(organiser):
    return organiser.publish(questions=QUESTIONS)


def tab_to(phone, target):
    """Press Tab until `target` has the focus."""
    for _press in range(60):
        phone.page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"Tab never reaches {target}")


def test_a_sign_up(guest, event):
    keys = guest.page.keyboard
    guest.open("/")
    tab_to(guest, guest.page.locator(f'a[href="/events/{event["id"]}"]'))
    keys.press("Enter")
    expect(guest.heading).to_be_focused()
    tab_to(guest, guest.link("Sign up"))
    keys.press("Enter")
    expect(guest.heading).to_be_focused()
    for label, typed in (("Name", "Wang Wu"), ("What do you bring?", "Cake"), ("Your age", "40")):
        tab_to(guest, guest.field(label))
        keys.type(typed)
    tab_to(guest, guest.field("Your number"))
    keys.type("13800138000")
    tab_to(guest, guest.field("Which tea first?"))
    keys.type("Pu")
    tab_to(guest, guest.field("<Monday>"))
    keys.press("Space")
    tab_to(guest, guest.button("Sign up"))
    keys.press("Enter")
    expect(guest.heading).to_have_text("Your ticket")


def test_the_first_tab_skips_to_the_content(guest, event):
    guest.open(f"/events/{event['id']}")
    guest.page.keyboard.press("Tab")
    expect(guest.link("Skip to the content")).to_be_focused()
    expect(guest.link("Skip to the content")).to_be_in_viewport()
    guest.page.keyboard.press("Enter")
    expect(guest.page.locator("main")).to_be_focused()
    guest.page.keyboard.press("Tab")
    expect(guest.button("Share")).to_be_focused()


def test_enter_in_a_field_sends_the_form(guest, organiser):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}/sign-up")
    guest.field("Name").press_sequentially("Wang Wu")
    guest.page.keyboard.press("Enter")
    expect(guest.heading).to_have_text("Your ticket")


def test_what_has_the_focus_is_never_under_what_sticks_to_the_bottom(organiser, event):
    organiser.open(f"/organise/events/{event['id']}/edit")
    for _press in range(40):
        organiser.page.keyboard.press("Tab")
        covered = organiser.page.evaluate(
            "() => { const box = document.activeElement.getBoundingClientRect();"
            " const bottom = document.querySelector('.bottom');"
            " return !bottom.contains(document.activeElement)"
            " && box.bottom > bottom.getBoundingClientRect().top; }"
        )
        assert not covered, organiser.page.evaluate("document.activeElement.outerHTML")
