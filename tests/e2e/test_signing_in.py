"""Signing in, and what happens when it has ended."""

import sqlite3

import pytest
from playwright.sync_api import expect


@pytest.fixture
def session_ends(data):
    """End every session on the server, as time does."""

    def end():
        with sqlite3.connect(data / "qiao.db", timeout=10) as database:
            assert database.execute("DELETE FROM sessions").rowcount > 0
        database.close()

    return end


def test_signing_in_leads_back_to_the_wanted_page(guest):
    guest.open("/organise/events/new")
    expect(guest.heading).to_have_text("Sign in")
    guest.field("Your name").fill("Li Na")
    guest.button("Sign in").click()
    expect(guest.heading).to_have_text("New event")
    assert guest.ready().path == "/organise/events/new"


def test_the_same_inside_of_the_page(guest):
    guest.open("/")
    guest.link("Organise").click()
    guest.field("Your name").fill("Li Na")
    guest.button("Sign in").click()
    expect(guest.heading).to_have_text("My events")


def test_the_login_ticket_leaves_the_address_and_the_history(guest):
    guest.open("/tickets")
    guest.open(f"/organise?ticket={guest.login_ticket('Li Na')}")
    expect(guest.heading).to_have_text("My events")
    assert guest.path == "/organise"
    guest.page.go_back()
    expect(guest.heading).to_have_text("Tickets")
    guest.page.go_forward()
    expect(guest.heading).to_have_text("My events")
    assert guest.path == "/organise"


def test_a_login_ticket_works_once(guest, phone):
    ticket = guest.login_ticket("Li Na")
    guest.open(f"/organise?ticket={ticket}")
    expect(guest.heading).to_have_text("My events")
    thief = phone().open(f"/organise?ticket={ticket}")
    expect(thief.heading).to_have_text("Sign in")


def test_an_ended_session_leads_to_signing_in_and_back(organiser, session_ends):
    organiser.open("/organise")
    session_ends()
    organiser.reload()
    organiser.field("Your name").fill(organiser.name)
    organiser.button("Sign in").click()
    expect(organiser.heading).to_have_text("My events")


def test_an_ended_session_loses_nothing_that_was_typed(organiser, session_ends):
    organiser.open("/organise/events/new")
    organiser.field("Title").fill("Kite flying")
    session_ends()
    organiser.expects(401)
    organiser.creates_event("Kite flying", places=5)
    organiser.field("Your name").fill(organiser.name)
    organiser.button("Sign in").click()
    expect(organiser.heading).to_have_text("New event")
    expect(organiser.field("Title")).to_have_value("Kite flying")
    organiser.button("Publish the event").click()
    expect(organiser.heading).to_have_text("Kite flying")


def test_what_a_guest_did_goes_along_when_they_sign_in(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}/sign-up")
    code = guest.signs_up()
    guest.sign_in("Wang Wu").open("/tickets")
    expect(guest.text(code)).to_be_visible()
