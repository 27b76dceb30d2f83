"""An organiser is paid in cash, and gives it back: by keyboard, with script and without."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_paying import payer as payer
from tests.e2e.test_paying import site as site
from tests.e2e.test_paying import till as till


@pytest.fixture
def unpaid(organiser, payer):
    """A guest whose place is kept; give the address of their page."""
    event = organiser.publish(kinds=[{"name": "Adult", "price": 6650}])
    form = {"name": "Li Na", "kind": event["kinds"][0]["id"], "seats": 1, "answers": {}}
    answer = payer.post(f"/events/{event['id']}/sign-ups", form)
    assert answer.status == 201, answer.text()
    return f"/organise/events/{event['id']}/guests/{answer.json()['ticket']}"


def press(someone, role, name):
    """Go to a control by the tab key, and press it."""
    wanted = someone.page.get_by_role(role, name=name)
    expect(wanted).to_be_visible()
    for _ in range(40):
        someone.page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            someone.page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} can't be reached by the keyboard")


def test_cash_is_taken_and_given_back_by_keyboard(organiser, payer, unpaid):
    organiser.open(unpaid)
    press(organiser, "link", "¥66.50 · Not paid yet")
    expect(organiser.text("Take ¥66.50 first")).to_be_visible()
    press(organiser, "button", "Paid in cash")
    press(organiser, "link", "¥66.50 · Paid in cash")
    expect(organiser.text("Give ¥66.50 back in cash first")).to_be_visible()
    organiser.field("Reason (optional)").fill("No tea left.")
    press(organiser, "button", "Given back in cash")
    expect(organiser.page.get_by_role("link", name="¥66.50 · Given back in cash")).to_be_visible()
    payer.open(f"/tickets/{unpaid.rpartition('/')[2]}")
    expect(payer.text("¥66.50 is given back to you in cash. No tea left.")).to_be_visible()


def test_without_script_cash_is_taken_as_well(organiser, phone, unpaid):
    plain = phone(java_script_enabled=False)
    plain.page.goto(f"{plain.site}/?ticket={plain.login_ticket(organiser.name)}")
    plain.page.goto(f"{plain.site}{unpaid}")
    plain.page.get_by_role("link", name="Not paid yet").click()
    plain.button("Paid in cash").click()
    expect(plain.page.get_by_role("link", name="¥66.50 · Paid in cash")).to_be_visible()
