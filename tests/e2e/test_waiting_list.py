"""Waiting for a place, being offered one, and what an organiser decides."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def full(organiser, phone):
    """An event with one place, which somebody has: the event, who has it, their ticket."""
    event = organiser.publish(capacity=1, waiting_list=True)
    first = phone()
    return event, first, first.takes_place(event, "Somebody quick")


def test_who_comes_late_waits_and_takes_the_place_that_is_offered(guest, full):
    event, first, ticket = full
    guest.open(f"/events/{event['id']}")
    guest.link("Join the waiting list").click()
    guest.fills_in("Li Na")
    guest.button("Join the waiting list").click()
    expect(guest.text("Number 1 on the waiting list.")).to_be_visible()
    expect(guest.page.locator(".qr")).to_have_count(0)
    first.post(f"/tickets/{ticket}/cancellation", {})
    guest.reload()
    expect(guest.text("23 hours left")).to_be_visible()
    guest.button("Take the place").click()
    expect(guest.heading).to_have_text("Your ticket")
    expect(guest.page.locator(".qr")).to_be_visible()


def test_an_offer_is_left_to_the_next(guest, phone, full):
    event, first, ticket = full
    code = guest.takes_place(event, "Li Na")
    second = phone()
    after = second.takes_place(event, "Wang Wu")
    first.post(f"/tickets/{ticket}/cancellation", {})
    guest.open(f"/tickets/{code}")
    guest.link("Leave it to others").click()
    expect(guest.heading).to_have_text("Don't you want the place?")
    guest.button("Cancel my sign-up").click()
    expect(guest.page.locator(".badge")).to_have_text("Cancelled")
    second.open(f"/tickets/{after}")
    expect(second.button("Take the place")).to_be_visible()


def test_without_script_one_waits_and_takes_the_place_too(plain, full):
    event, first, ticket = full
    plain.open(f"/events/{event['id']}/sign-up", ready=False)
    plain.field("Name").fill("Li Na")
    plain.button("Join the waiting list").click()
    expect(plain.text("Number 1 on the waiting list.")).to_be_visible()
    first.post(f"/tickets/{ticket}/cancellation", {})
    plain.page.reload()
    plain.button("Take the place").click()
    expect(plain.heading).to_have_text("Your ticket")


def test_an_offer_counts_down_while_one_looks(guest, full):
    event, first, ticket = full
    code = guest.takes_place(event)
    first.post(f"/tickets/{ticket}/cancellation", {})
    guest.page.clock.install()
    guest.open(f"/tickets/{code}")
    expect(guest.text("23 hours left")).to_be_visible()
    guest.page.clock.run_for(61 * 60 * 1000)
    expect(guest.text("22 hours left")).to_be_visible()


def test_an_organiser_approves_and_turns_down(organiser, guest, phone):
    event = organiser.publish(approval=True)
    guest.open(f"/events/{event['id']}/sign-up")
    guest.fills_in("Li Na")
    guest.button("Ask for a place").click()
    expect(guest.text("The organiser decides about it.")).to_be_visible()
    other = phone()
    refused = other.takes_place(event, "Wang Wu")
    organiser.open(f"/organise/events/{event['id']}")
    organiser.link("Decide about Li Na").click()
    organiser.button("Approve").click()
    expect(organiser.link("More about Li Na")).to_be_visible()
    organiser.link("Decide about Wang Wu").click()
    organiser.field("Reason (optional)").fill("Members only.")
    organiser.button("Turn down").click()
    expect(organiser.heading).to_have_text("Tea tasting")
    guest.reload()
    expect(guest.heading).to_have_text("Your ticket")
    expect(guest.text("Your sign-up was approved.")).to_be_visible()
    other.open(f"/tickets/{refused}")
    expect(other.text("Reason: Members only.")).to_be_visible()


def test_without_script_an_organiser_lets_in_past_the_others(phone, organiser, full):
    event, first, ticket = full
    waiting = phone()
    codes = [waiting.takes_place(event, "Li Na"), phone().takes_place(event, "Wang Wu")]
    plain = phone(java_script_enabled=False, storage_state=organiser.context.storage_state())
    plain.open(f"/organise/events/{event['id']}/guests/{codes[1]}", ready=False)
    plain.button("Let in before the others").click()
    expect(plain.heading).to_have_text("Tea tasting")
    waiting.open(f"/tickets/{codes[0]}")
    expect(waiting.text("Number 2 on the waiting list.")).to_be_visible()


def test_an_event_is_called_off_with_a_reason(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(event)
    organiser.open(f"/organise/events/{event['id']}")
    organiser.link("Call the event off").click()
    organiser.field("Reason (optional)").fill("The roof leaks.")
    organiser.button("Call the event off").click()
    expect(organiser.heading).to_have_text("Tea tasting")
    expect(organiser.text("The roof leaks.")).to_be_visible()
    expect(organiser.link("Check guests in")).to_have_count(0)
    guest.open(f"/tickets/{code}")
    expect(guest.text("This event was cancelled.")).to_be_visible()
    guest.open(f"/events/{event['id']}")
    expect(guest.text("The roof leaks.")).to_be_visible()
    guest.open("/tickets")
    expect(guest.page.locator(".badge")).to_have_text("Cancelled")


def test_the_time_for_signing_up_is_set_and_over(organiser, guest):
    event = organiser.publish()
    organiser.open(f"/organise/events/{event['id']}/edit")
    organiser.field("Sign-up until (optional)").fill("2025-01-01T10:00")
    organiser.page.get_by_label("Waiting list when all places are taken").check()
    organiser.button("Save").click()
    expect(organiser.text("Sign-up has ended")).to_be_visible()
    guest.open(f"/events/{event['id']}")
    expect(guest.text("Signing up for this event is no longer possible.")).to_be_visible()
    guest.open(f"/events/{event['id']}/sign-up")
    expect(guest.button("Sign up")).to_have_count(0)
