"""The preview: the built shell runs in it, and the page in that."""

import re

import pytest
import segno
from playwright.sync_api import expect


def test_a_ticket_is_scanned_in_from_a_picture(scanning, ticket, tmp_path):
    segno.make_qr(ticket).save(tmp_path / "ticket.png", scale=6)
    scanning.scan_picture(tmp_path / "ticket.png")
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()


@pytest.mark.parametrize("name", ["blank.png", "text.png"])
def test_a_picture_without_a_code_leaves_the_scanner_open(scanning, tmp_path, name):
    scanning.tab.locator("#phone").screenshot(path=tmp_path / "blank.png")
    (tmp_path / "text.png").write_text("no picture at all")
    scanning.scan_picture(tmp_path / name)
    expect(scanning.scanner.get_by_role("status")).to_have_text("There is no code on this picture.")


def test_who_was_signed_in_is_forgotten_for_nobody(host):
    host.open("/organise", user="Ada")
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    host.sign_in("")
    host.shell.get_by_role("button", name="Continue without signing in").click()
    expect(host.page.locator("body")).to_contain_text("Sign in")


def test_without_a_network_the_shell_offers_another_try(host):
    host.open(network="off")
    expect(host.shell).to_contain_text("Signing in didn’t work")
    host.choose("network", "good")
    host.shell.get_by_role("button", name="Try again").click()
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()


def test_the_hosts_back_button_follows_the_pages_history(host, event):
    host.open(f"/events/{event['id']}", user="Lin")
    expect(host.screen.get_by_role("button", name="Back")).to_be_hidden()
    host.page.get_by_role("link", name="Sign up").click()
    expect(host.tab.locator("#title")).to_have_text(re.compile("Sign up"))
    host.back()
    expect(host.tab.locator("#title")).to_have_text(re.compile("Tea tasting"))


def test_language_and_theme_reach_the_page(host):
    host.open(lang="zh", theme="dark")
    expect(host.page.locator("html")).to_have_attribute("lang", "zh")
    body = host.page.locator("body")
    # The browser tells the page of its theme a moment later; these are the theme's own colours.
    expect(body).to_have_css("background-color", "rgb(18, 22, 20)")
    host.choose("theme", "light")
    expect(body).to_have_css("background-color", "rgb(246, 245, 241)")


def test_a_killed_page_comes_back_where_it_was(host, event):
    host.open(user="Lin")
    host.page.get_by_role("link", name="Tickets").click()
    expect(host.tab.locator("#title")).to_have_text(re.compile("tickets", re.IGNORECASE))
    host.kill()
    expect(host.tab.locator("#path")).to_have_value("/tickets")
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("device", ["Small phone", "iPhone", "Large Android"])
def test_the_whole_phone_is_seen(host, device):
    host.open(device=device)
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    box = host.tab.locator("#phone").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800


def test_a_ticket_of_somebody_else_is_not_offered(host, event, ticket):
    host.open(f"/tickets/{ticket}", user="Mallory")
    host.tab.evaluate("localStorage.clear()")
    host.open(f"/tickets/{ticket}", user="Mallory")
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    host.open(f"/organise/events/{event['id']}/check-in", user="Ada")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.scanner).to_contain_text("A ticket that you open in this preview is offered here.")


def test_the_played_shell_asks_for_the_messages_that_the_server_sends(host):
    host.open()
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    templates = host.tab.evaluate(
        """async () => {
            const { phone } = await import("/preview/static/main.js");
            return phone.runtime.require("config.js").templates;
        }"""
    )
    assert templates["reminder"] == "T-reminder"
