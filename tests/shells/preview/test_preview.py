"""The preview: the built shell runs in it, and the page in that."""

import re

import pytest
import segno
from playwright.sync_api import expect


@pytest.fixture
def ticket(host, event):
    """The ticket of Lin, who signed up in this preview."""
    host.open(f"/events/{event['id']}/sign-up", user="Lin")
    host.page.get_by_label("Name").fill("Lin")
    host.page.get_by_role("button", name="Sign up").click()
    code = host.page.locator(".ticket .code")
    expect(code).to_be_visible()
    expect(host.tab.locator("#path")).to_have_value(f"/tickets/{code.inner_text()}")
    return code.inner_text()


@pytest.fixture
def scanning(host, event, ticket):
    """Ada at the door, with the scanner open."""
    host.sign_in("Ada")
    host.open(f"/organise/events/{event['id']}/check-in")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.scanner).to_be_visible()
    return host


def test_the_page_knows_the_hosts_user_in_its_first_response(host):
    with host.tab.expect_response(re.compile(r"/organise\?ticket=")) as opened:
        host.open("/organise", user="Ada")
    assert opened.value.status == 200
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    expect(host.messages.filter(has_text="POST /api/logins")).to_have_count(1)


def test_a_ticket_is_scanned_in_from_those_shown_before(scanning, ticket):
    scanning.scanner.get_by_role("button", name=ticket).click()
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()


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
    dark = host.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    host.choose("theme", "light")
    light = host.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert brightness(dark) < 100 < brightness(light)


def brightness(colour):
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3


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


def test_messages_hide_what_lets_people_in(scanning, ticket):
    scanning.scan(ticket)
    expect(scanning.page.get_by_text("Welcome, Lin!")).to_be_visible()
    text = scanning.tab.locator("#messages").evaluate("list => list.textContent")
    assert "POST /api/native-calls/" in text
    assert not re.search(r"(ticket|token)\W+[\w-]{20,}", text)
