"""The query as signals: written, read, and right after back, forward and reload."""

from playwright.sync_api import expect


def state(phone):
    return phone.page.locator(".state")


def test_the_server_reads_it(phone):
    phone.open("/r/list?tab=mine&page=3&q=o", ready=False)
    expect(state(phone)).to_have_text("mine 3")
    expect(phone.page.get_by_role("listitem")).to_have_text(["Bo", "Dora"])


def test_typing_changes_the_address_but_is_no_step(phone):
    phone.open("/r/one")
    phone.link("/r/list").click()
    phone.field("Search").press_sequentially("Do")
    expect(phone.page).to_have_url(phone.site + "/r/list?q=Do")
    expect(phone.page.get_by_role("listitem")).to_have_text(["Dora"])
    phone.page.go_back()
    expect(phone.heading).to_have_text("Page one")
    phone.page.go_forward()
    expect(phone.field("Search")).to_have_value("Do")


def test_two_changes_at_once_are_one_step(phone):
    phone.open("/r/list?q=a")
    phone.button("Turn").click()
    expect(phone.page).to_have_url(phone.site + "/r/list?q=a&tab=mine&page=2")
    phone.page.go_back()
    expect(state(phone)).to_have_text("all 1")
    expect(phone.page).to_have_url(phone.site + "/r/list?q=a")
    phone.page.go_forward()
    expect(state(phone)).to_have_text("mine 2")
    assert phone.documents == ["/r/list?q=a"]


def test_a_link_that_changes_the_query_keeps_the_page(phone):
    phone.open("/r/list")
    phone.page.eval_on_selector("h1", "node => { node.marked = true }")
    phone.link("Old").click()
    expect(state(phone)).to_have_text("old 9")
    phone.page.go_back()
    expect(state(phone)).to_have_text("all 1")
    assert phone.page.eval_on_selector("h1", "node => node.marked")


def test_what_cannot_be_read_is_the_default_and_goes(phone):
    phone.open("/r/list")
    phone.link("Wrong").click()
    expect(phone.page).to_have_url(phone.site + "/r/list?page=many#end")
    expect(state(phone)).to_have_text("all 1")


def test_a_reload_in_between_changes_nothing(phone):
    phone.open("/r/list")
    phone.button("Turn").click()
    phone.link("Away").click()
    phone.arrived("/r/one")
    phone.page.go_back()
    expect(state(phone)).to_have_text("mine 2")
    phone.reload()
    expect(state(phone)).to_have_text("mine 2")
    phone.page.go_back()
    expect(state(phone)).to_have_text("all 1")
