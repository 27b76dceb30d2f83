"""What a page has started ends with it."""

from playwright.sync_api import expect


def test_a_handler_and_a_timer_end_with_their_page(phone):
    said = []
    phone.page.on("console", lambda message: said.append(message.text.strip()))
    phone.open("/r/waits")
    expect(phone.page.locator("output")).not_to_have_text("0")
    phone.button("Slow").click()
    phone.follow("/r/one")
    ticks = said.count("tick")
    phone.page.wait_for_timeout(500)
    assert said.count("cleaned up") == 1
    assert said.count("tick") == ticks
    assert phone.path == "/r/one"


def test_a_handler_goes_on_while_its_page_is_there(phone):
    phone.open("/r/waits")
    phone.button("Slow").click()
    phone.arrived("/r/waits?late=1")
