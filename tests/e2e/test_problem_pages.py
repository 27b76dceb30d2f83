"""What must be refused gets a page with its status and a way on."""

import pytest
from playwright.sync_api import expect

NOT_YOURS = "This belongs to somebody else."


@pytest.fixture
def others(phone):
    """An event and a ticket of somebody else."""
    owner = phone().sign_in("Owner")
    event = owner.publish()
    return {"id": event["id"], "code": owner.takes_place(event)}


MISSING = {
    "/events/999999": "This event does not exist. It may have been removed.",
    "/events/999999/sign-up": "This event does not exist. It may have been removed.",
    "/organise/events/999999": "This event does not exist. It may have been removed.",
    "/nothing/here": "There is nothing at this address.",
    "/tickets/AAAA-BBBB": "This is not a valid ticket. Check the code for typing mistakes.",
}
OTHERS = (
    "/tickets/{code}",
    "/organise/events/{id}",
    "/organise/events/{id}/edit",
    "/organise/events/{id}/check-in",
)


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there(organiser, path):
    assert organiser.status_of(path) == 404
    expect(organiser.alert).to_have_text(MISSING[path])
    organiser.link("To the events").click()
    expect(organiser.heading).to_have_text("Events")


@pytest.mark.parametrize("path", OTHERS)
def test_what_belongs_to_somebody_else(organiser, others, path):
    assert organiser.status_of(path.format(**others)) == 403
    expect(organiser.alert).to_have_text(NOT_YOURS)
    organiser.link("To the events").click()
    expect(organiser.heading).to_have_text("Events")


def test_a_ticket_is_shown_to_nobody_who_is_not_known(guest, others):
    guest.open(f"/tickets/{others['code']}")
    expect(guest.heading).to_have_text("Sign in")


@pytest.mark.parametrize("path", OTHERS)
def test_the_same_inside_of_the_page(organiser, others, path):
    organiser.open("/organise")
    organiser.expects(*([] if path.endswith("edit") else [403]))
    organiser.follow(path.format(**others))
    expect(organiser.alert).to_have_text(NOT_YOURS)
    organiser.link("To the events").click()
    expect(organiser.heading).to_have_text("Events")
    organiser.page.go_back()
    expect(organiser.alert).to_have_text(NOT_YOURS)


def test_a_link_to_nothing_inside_of_the_page(organiser):
    organiser.expects(404)
    organiser.follow("/nothing/here")
    expect(organiser.heading).to_have_text("Something is missing here")
