"""A ticket with a price, in both hosts: kept, paid for in the host's cashier, confirmed."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from package.preview import PLAYED


@pytest.fixture(params=sorted(PLAYED))
def kind(request):
    return request.param


@pytest.fixture
def unpaid(publish, host):
    """Lin's ticket, open and not paid."""
    event = publish(kinds=[{"name": "Adult", "price": 6650}])
    host.open(f"/events/{event['id']}/sign-up", user="Lin")
    host.page.get_by_label("Name").fill("Lin")
    host.page.get_by_role("button", name="Sign up").click()
    expect(host.page.get_by_text("To pay: ¥66.50")).to_be_visible()
    host.page.get_by_role("button", name="Pay").click()
    return host


def test_who_pays_in_the_cashier_has_a_ticket(unpaid):
    expect(unpaid.sheet("cashier")).to_contain_text("66.5")
    unpaid.pay()
    unpaid.page.get_by_role("link", name="Paid. Show my ticket").click()
    expect(unpaid.page.locator(".ticket .code")).to_be_visible()
    expect(unpaid.page.get_by_text("Paid: ¥66.50")).to_be_visible()


def test_a_payment_that_fails_is_told_and_may_be_tried_again(unpaid, kind):
    unpaid.pay(fail=True)
    if kind == "wechat":
        unpaid.shell.get_by_role("button", name="Go back").click()
    expect(unpaid.page.get_by_text("That did not work.")).to_be_visible()
    unpaid.page.get_by_role("button", name="Pay").click()
    unpaid.pay()
    expect(unpaid.page.get_by_role("link", name="Paid. Show my ticket")).to_be_visible()


def test_a_notice_that_comes_late_is_taken_and_changes_nothing(unpaid, platforms, monkeypatch):
    monkeypatch.setattr(platforms.desk, "late", 1)
    unpaid.pay(late=True)
    unpaid.page.get_by_role("link", name="Paid. Show my ticket").click()
    expect(unpaid.messages.filter(has_text="notice")).to_contain_text("taken")
    unpaid.kill()
    expect(unpaid.page.get_by_text("Paid: ¥66.50")).to_be_visible()
    expect(unpaid.page.locator(".ticket .code")).to_be_visible()


def test_who_pays_when_the_place_is_kept_no_more_has_it_if_it_is_free(unpaid, app_data):
    with closing(sqlite3.connect(app_data / "qiao.db", timeout=10)) as database, database:
        kept = "UPDATE sign_ups SET offer_ends_at = datetime(offer_ends_at, '-1 day')"
        assert database.execute(f"{kept} WHERE status = 'unpaid'").rowcount > 0
    unpaid.pay()
    unpaid.page.get_by_role("link", name="Paid. Show my ticket").click()
    expect(unpaid.page.locator(".ticket .code")).to_be_visible()


def test_who_leaves_the_cashier_may_pay_later(unpaid):
    unpaid.pay(cancel=True)
    expect(unpaid.page.get_by_role("button", name="Pay")).to_be_enabled()
    unpaid.page.get_by_role("button", name="Pay").click()
    # The notice is late: the page has the platform asked.
    unpaid.pay(late=True)
    expect(unpaid.page.get_by_role("link", name="Paid. Show my ticket")).to_be_visible()
