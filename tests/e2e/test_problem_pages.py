"""What must be refused gets a page with its status and a way on."""

import pytest
from playwright.sync_api import expect


def status(phone, path):
    answer = phone.page.goto(phone.site + path)
    return answer.status


@pytest.mark.parametrize("path", ["/events/999999", "/nothing/here", "/tickets/AAAA-BBBB"])
def test_what_is_not_there(organiser, path):
    assert status(organiser, path) == 404
    organiser.link("To the events").click()
    expect(organiser.heading).to_have_text("Events")


def test_other_peoples_ticket(organiser, phone):
    event = phone().sign_in("Owner").publish()
    owner = phone()
    code = owner.sign_up(event).json()["ticket"]
    assert status(organiser, f"/tickets/{code}") == 403
    expect(organiser.page.get_by_role("alert")).to_have_text("This belongs to somebody else.")


@pytest.mark.parametrize("page", ["", "/edit", "/check-in"])
def test_another_organisers_event(organiser, phone, page):
    event = phone().sign_in("Owner").publish()
    assert status(organiser, f"/organise/events/{event['id']}{page}") == 403


def test_the_same_inside_of_the_page(organiser, phone):
    event = phone().sign_in("Owner").publish()
    organiser.open("/organise")
    organiser.page.evaluate(
        "path => { const a = document.createElement('a'); a.href = path; a.id = 'x';"
        " a.textContent = 'x'; document.querySelector('main').append(a); }",
        f"/organise/events/{event['id']}",
    )
    organiser.page.locator("#x").click()
    expect(organiser.page.get_by_role("alert")).to_have_text("This belongs to somebody else.")
    organiser.link("To the events").click()
    expect(organiser.heading).to_have_text("Events")
    organiser.page.go_back()
    expect(organiser.page.get_by_role("alert")).to_have_text("This belongs to somebody else.")


def test_an_ended_session_leads_to_signing_in_and_back(organiser):
    organiser.open("/organise")
    organiser.context.clear_cookies()
    organiser.link("New event").click()
    expect(organiser.heading).to_have_text("New event")
    organiser.page.go_back()
    expect(organiser.heading).to_have_text("Sign in")
    organiser.field("Your name").fill("Chen Xiaoyu")
    organiser.button("Sign in").click()
    expect(organiser.heading).to_have_text("My events")
