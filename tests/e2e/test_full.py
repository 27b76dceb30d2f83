"""A full event says so wherever one could try to sign up."""

import pytest
from playwright.sync_api import expect

from tests.e2e.person import QUESTIONS

FULL = "All places are taken."


@pytest.fixture
def event(organiser):
    return organiser.publish(capacity=1, questions=QUESTIONS)


@pytest.fixture
def taken(phone, event):
    return phone().takes_place(event, "Somebody quick")


def test_in_the_list(guest, event, taken):
    guest.open("/")
    card = guest.page.locator(f'a[href="/events/{event["id"]}"]')
    expect(card).to_contain_text("Fully booked")


def test_on_the_page_of_the_event(guest, event, taken):
    guest.open(f"/events/{event['id']}")
    expect(guest.text(FULL)).to_be_visible()
    expect(guest.link("Sign up")).to_have_count(0)


def test_instead_of_the_form(guest, event, taken):
    guest.open(f"/events/{event['id']}/sign-up")
    expect(guest.text(FULL)).to_be_visible()
    expect(guest.button("Sign up")).to_have_count(0)


def test_the_form_that_was_open_keeps_what_was_typed(guest, event, phone):
    guest.open(f"/events/{event['id']}/sign-up")
    guest.fills_in("Wang Wu", QUESTIONS)
    phone().takes_place(event, "Somebody quick")
    guest.expects(409)
    guest.button("Sign up").click()
    expect(guest.alert).to_have_text(FULL)
    expect(guest.text("1 place left")).to_have_count(0)
    expect(guest.field("Name")).to_have_value("Wang Wu")
    expect(guest.field("Which tea first?")).to_have_value("Pu'er")
    expect(guest.field("<Monday>")).to_be_checked()


def test_the_form_works_when_there_is_a_place_again(guest, organiser, event, phone):
    guest.open(f"/events/{event['id']}/sign-up")
    guest.fills_in("Wang Wu", QUESTIONS)
    phone().takes_place(event, "Somebody quick")
    guest.expects(409)
    guest.button("Sign up").click()
    expect(guest.alert).to_have_text(FULL)
    organiser.open(f"/organise/events/{event['id']}/edit")
    organiser.field("Number of places").fill("2")
    organiser.button("Save").click()
    expect(organiser.text("1 place left")).to_be_visible()
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
