"""Login in every host: by the shell's ticket, and what becomes of one that is not good any more."""

import json
import re
import sqlite3
import urllib.request
from contextlib import closing

import pytest
from playwright.sync_api import expect

from package.preview import PLAYED


@pytest.fixture(params=sorted(PLAYED))
def kind(request):
    return request.param


@pytest.fixture
def database(app_data):
    """The server's database, to have time pass in it."""
    with closing(sqlite3.connect(app_data / "qiao.db", timeout=10)) as connection:
        yield connection


def used(ticket, app, database):
    """Somebody else was faster."""
    urllib.request.urlopen(f"{app}/?ticket={ticket}").close()
    return ticket


def late(ticket, app, database):
    with database:
        of_now = "UPDATE login_tickets SET expires_at = datetime(expires_at, '-61 seconds')"
        assert database.execute(f"{of_now} WHERE used_at IS NULL").rowcount > 0
    return ticket


def forged(ticket, app, database):
    return "x" * len(ticket)


@pytest.fixture(params=[used, late, forged])
def spoiled(request, host, app, database):
    """The host, of whose tickets the first one is not good."""

    def spoil(route):
        answer = route.fetch()
        login = answer.json()
        ticket = request.param(login["ticket"], app, database)
        route.fulfill(response=answer, body=json.dumps({**login, "ticket": ticket}))

    host.tab.route("**/api/logins", spoil, times=1)
    return host


def logins(host):
    return host.messages.filter(has_text="POST /api/logins")


def test_the_page_knows_the_hosts_user_in_its_first_response(host):
    with host.tab.expect_response(re.compile(r"/organise\?ticket=")) as opened:
        host.open("/organise", user="Ada")
    assert opened.value.status == 200
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    expect(logins(host)).to_have_count(1)


def test_a_ticket_that_is_not_good_opens_the_page_for_nobody(spoiled):
    with spoiled.tab.expect_response(re.compile(r"/\?ticket=")) as opened:
        spoiled.open("/", user="Ada")
    assert opened.value.status == 200
    expect(spoiled.page.get_by_role("heading", name="Events")).to_be_visible()
    expect(spoiled.shell).not_to_contain_text("Signing in didn’t work")
    # They sign in again as soon as a page wants to know them.
    spoiled.page.get_by_role("link", name="Organise").click()
    expect(spoiled.page.get_by_role("heading", name="My events")).to_be_visible()
    expect(spoiled.tab.locator("#path")).to_have_value("/organise")
    expect(logins(spoiled)).to_have_count(2)


def test_a_page_that_has_to_know_them_signs_them_in_again(spoiled):
    spoiled.open("/organise", user="Ada")
    expect(spoiled.page.get_by_role("heading", name="My events")).to_be_visible()
    expect(spoiled.tab.locator("#path")).to_have_value("/organise")
    expect(logins(spoiled)).to_have_count(2)


def end_sessions(database):
    with database:
        assert database.execute("DELETE FROM sessions").rowcount > 0


def test_a_session_that_has_ended_leads_through_the_shell_to_the_wanted_page(host, database):
    host.open("/", user="Ada")
    expect(host.page.locator("html[data-hydrated]")).to_have_count(1)
    end_sessions(database)
    host.page.get_by_role("link", name="Organise").click()
    expect(host.page.get_by_role("heading", name="My events")).to_be_visible()
    expect(host.tab.locator("#path")).to_have_value("/organise")
    expect(logins(host)).to_have_count(2)
    expect(host.tab.locator("#content page")).to_have_count(1)


def test_what_was_typed_is_there_when_they_are_back(host, database):
    host.open("/organise/events/new", user="Ada")
    expect(host.page.locator("html[data-hydrated]")).to_have_count(1)
    typed = {
        "Title": "Kite flying",
        "Start": "2030-05-01T10:00",
        "End": "2030-05-01T12:00",
        "Place": "The long meadow",
        "Number of places": "5",
    }
    for label, text in typed.items():
        host.page.get_by_label(label, exact=True).fill(text)
    end_sessions(database)
    host.page.get_by_role("button", name="Publish the event").click()
    expect(logins(host)).to_have_count(2)
    expect(host.page.get_by_label("Title", exact=True)).to_have_value("Kite flying")
    host.page.get_by_role("button", name="Publish the event").click()
    expect(host.page.get_by_role("heading", name="Kite flying")).to_be_visible()


def test_who_goes_on_without_signing_in_is_not_sent_in_circles(host):
    host.open("/organise", user="")
    host.shell.get_by_role("button", name="Continue without signing in").click()
    expect(host.page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(host.page.locator("html[data-hydrated]")).to_have_count(1)
    expect(logins(host)).to_have_count(0)
