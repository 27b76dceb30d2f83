"""Layouts stay, with their signals, while the pages in them change."""

import pytest
from playwright.sync_api import expect


def mark(phone, selector):
    """Mark a node, to know it again."""
    phone.page.eval_on_selector(selector, "node => { node.marked = true }")


def is_marked(phone, selector):
    return phone.page.eval_on_selector(selector, "node => node.marked === true")


def test_the_server_sends_the_page_in_its_layouts(phone):
    phone.open("/r/7/first")
    expect(phone.page.locator(".outer .numbered h1")).to_have_text("The first of 7")
    assert phone.documents == ["/r/7/first"]


def test_a_layout_keeps_its_nodes_and_signals(phone):
    phone.open("/r/one")
    mark(phone, ".outer")
    phone.button("More").click()
    phone.link("/r/two").click()
    expect(phone.heading).to_have_text("Page two")
    assert phone.page.title() == "two"
    assert is_marked(phone, ".outer")
    phone.button("More").click()
    expect(phone.page.locator(".count")).to_have_text("2")
    phone.page.go_back()
    expect(phone.heading).to_have_text("Page one")
    expect(phone.page.locator(".count")).to_have_text("2")


def test_a_page_in_a_layout_goes_away_alone(phone):
    said = []
    phone.page.on("console", lambda message: said.append(message.text.strip()))
    phone.open("/r/one")
    phone.link("/r/two").click()
    expect(phone.heading).to_have_text("Page two")
    assert said == ["gone: one"]


def test_an_inner_layout_stays_for_the_same_number_only(phone):
    phone.open("/r/7/first")
    mark(phone, ".outer")
    mark(phone, ".numbered")
    phone.field("Note").fill("kept")
    phone.link("/r/7/second").click()
    expect(phone.heading).to_have_text("The second of 7")
    expect(phone.field("Note")).to_have_value("kept")
    assert is_marked(phone, ".numbered")
    phone.link("/r/8/first").click()
    expect(phone.page.locator(".data")).to_have_text("80")
    expect(phone.field("Note")).to_have_value("")
    assert is_marked(phone, ".outer")
    assert not is_marked(phone, ".numbered")


@pytest.mark.parametrize("link", ["/r/list", "/r/7/first"])
def test_from_one_layout_to_another_and_back(phone, link):
    phone.open("/r/two")
    phone.link(link).click()
    phone.arrived(link)
    phone.page.go_back()
    expect(phone.heading).to_have_text("Page two")
    expect(phone.page.locator(".outer")).to_have_count(1)
