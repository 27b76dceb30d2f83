"""The list of guests on the screen: more of it, some of it, and as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.clients import Client


@pytest.fixture
def event(organiser):
    """An event with one more guest than a page of the list has."""
    event = organiser.publish(capacity=100)
    for number in range(51):
        assert Client(organiser.site).sign_up(event["id"], f"Guest {number}")[0] == 201
    return event


def test_more_some_and_back(organiser, event):
    guests = organiser.page.get_by_role("article")
    organiser.open(f"/organise/events/{event['id']}")
    expect(guests).to_have_count(50)
    organiser.page.route("**/api/**", lambda route: route.abort("internetdisconnected"))
    organiser.is_offline = True
    organiser.button("Show more").click()
    expect(organiser.text("No connection.")).to_be_visible()
    organiser.page.unroute("**/api/**")
    organiser.is_offline = False
    organiser.button("Show more").click()
    expect(guests).to_have_count(51)
    expect(organiser.button("Show more")).to_have_count(0)
    organiser.field("Name or telephone number").fill("guest 50")
    organiser.field("Show").select_option("Not here yet")
    organiser.button("Search").click()
    organiser.link("More about Guest 50").click()
    organiser.button("Check in").click()
    # Back to what was asked for, where nobody is left.
    expect(organiser.text("No guest is like that.")).to_be_visible()
    expect(organiser.field("Name or telephone number")).to_have_value("guest 50")
    organiser.link("Show all guests").click()
    expect(organiser.text("51 guests · 1 checked in")).to_be_visible()


def test_without_script_and_as_a_file(organiser, event, phone):
    plain = phone(java_script_enabled=False, storage_state=organiser.context.storage_state())
    plain.open(f"/organise/events/{event['id']}", ready=False)
    plain.button("Show more").click()
    expect(plain.page.get_by_role("article")).to_have_count(1)
    plain.link("To the beginning of the list").click()
    expect(plain.page.get_by_role("article")).to_have_count(50)
    organiser.open(f"/organise/events/{event['id']}")
    organiser.link("Guests as a file").click()
    with organiser.page.expect_download() as begun:
        organiser.link("Download (CSV)").click()
    assert begun.value.suggested_filename == "Tea tasting.csv"
    assert len(Path(begun.value.path()).read_text("utf-8-sig").splitlines()) == 52
