"""What every host does for the page, each in its own way: scan, share, update."""

import re

import pytest
from playwright.sync_api import expect

from package.preview import PLAYED


@pytest.fixture(params=sorted(PLAYED))
def kind(request):
    return request.param


def test_a_ticket_is_scanned_in_from_those_shown_before(scanning, ticket):
    scanning.scanner.get_by_role("button", name=ticket).click()
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()


def test_closing_the_scanner_leaves_the_page_as_it_was(scanning, ticket):
    scanning.tab.keyboard.press("Escape")
    expect(scanning.scanner).to_be_hidden()
    again = scanning.page.get_by_role("button", name="Scan a ticket")
    again.click()
    scanning.scan(ticket)
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()


def test_a_denied_camera_is_explained_by_the_shell_and_told_to_the_page(host, event):
    host.open(f"/organise/events/{event['id']}/check-in", camera="denied")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.shell).to_contain_text("The camera reads the code on a ticket")
    host.shell.get_by_role("button", name="Go back").click()
    expect(host.page.get_by_text("The camera is not allowed")).to_be_visible()


def test_a_camera_that_is_allowed_after_all(host, event):
    host.open(f"/organise/events/{event['id']}/check-in", camera="denied")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.shell).to_contain_text("Permission is missing")
    host.allow("camera")
    host.shell.get_by_role("button", name="Try again").click()
    expect(host.scanner).to_be_visible()


def test_a_share_card_opens_as_somebody_else(host, event):
    host.open(f"/events/{event['id']}", user="Ada")
    expect(host.page.get_by_role("heading", name="Tea tasting")).to_be_visible()
    host.screen.get_by_role("button", name="Share").click()
    card = host.tab.get_by_role("dialog", name="Share")
    expect(card).to_contain_text(f"{host.address}/events/{event['id']}")
    card.get_by_label("User who opens the card").fill("Lin")
    card.get_by_role("button", name="Open as this user").click()
    expect(host.page.get_by_role("link", name="Sign up")).to_be_visible()
    expect(host.tab.get_by_label("User of the host")).to_have_value("Lin")


def test_nobody_may_look_around(host, event):
    host.open(f"/events/{event['id']}", user="")
    expect(host.shell).to_contain_text("Signing in didn’t work")
    host.shell.get_by_role("button", name="Continue without signing in").click()
    expect(host.page.get_by_role("heading", name="Tea tasting")).to_be_visible()


def test_messages_hide_what_lets_people_in(scanning, ticket):
    scanning.scan(ticket)
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()
    text = scanning.tab.locator("#messages").evaluate("list => list.textContent")
    assert "POST /api/logins" in text
    assert not re.search(r"(ticket|token)\W+[\w-]{20,}", text)


@pytest.mark.parametrize(("button", "reopened"), [("OK", 2), ("Cancel", 1)])
def test_a_new_version_of_the_shell_starts_when_the_user_agrees(host, button, reopened):
    host.open("/tickets")
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    host.offer_update()
    host.tab.get_by_role("dialog", name="Question").get_by_role("button", name=button).click()
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    expect(host.messages.filter(has_text="POST /api/logins")).to_have_count(reopened)
    expect(host.tab.locator("#path")).to_have_value("/tickets")


def test_a_share_card_has_the_title_of_the_page_that_is_shown(host, event):
    host.open(f"/events/{event['id']}", user="Lin")
    expect(host.page.locator("html[data-hydrated]")).to_have_count(1)
    card = host.tab.get_by_role("dialog", name="Share")
    for turn, title in enumerate(("Tea tasting", "Tickets")):
        expect(host.tab.locator("#title")).to_have_text(re.compile(title))
        expect(host.messages.filter(has_text="page → hostpostMessage").nth(turn)).to_be_attached()
        shown = host.tab.frames[1].title()
        host.screen.get_by_role("button", name="Share").click()
        expect(card.locator(".card-title")).to_have_text(shown)
        host.close()
        host.page.get_by_role("link", name="Tickets").click()
