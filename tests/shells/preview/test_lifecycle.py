"""What a host does to a mini program: covered, in the background, ended, started anew."""

import pytest
from playwright.sync_api import expect

LISTENS = """() => {
    globalThis.heard = [];
    WeixinJSBridge.on("onPageStateChange", ({ active }) => heard.push(active));
    document.addEventListener("visibilitychange", () => heard.push(document.visibilityState));
}"""
GO = """(url) => new Promise((told) => WeixinJSBridge.invoke(
    "invokeMiniProgramAPI", { name: "navigateTo", arg: { url } }, told))"""

# What the page is told comes as a message, so a moment later.
HEARD = """async (count) => {
    for (let wait = 0; heard.length < count && wait < 100; wait += 1) {
        await new Promise((done) => setTimeout(done, 50));
    }
    return heard;
}"""


@pytest.fixture
def page(host):
    """The page of the tickets, which listens to what becomes of it."""
    host.open("/tickets", user="Lin")
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    frame = host.tab.frames[1]
    frame.evaluate(LISTENS)
    return frame


def test_a_short_while_in_the_background_changes_nothing(host, page):
    host.background(minutes=29)
    expect(host.tab.locator("#path")).to_have_value("/tickets")
    assert page.evaluate(HEARD, 2) == ["hidden", "visible"]
    expect(host.messages.filter(has_text="POST /api/logins")).to_have_count(1)


def test_after_half_an_hour_it_is_ended_and_knows_its_user_again(host, page):
    host.background(minutes=30)
    expect(host.tab.locator("#path")).to_have_value("/")
    expect(host.messages.filter(has_text="POST /api/logins")).to_have_count(2)
    host.page.get_by_role("link", name="Tickets").click()
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_that_is_covered_is_told_and_stays(host, page):
    page.evaluate(GO, "/pages/web/web?path=%2F")
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    host.back()
    expect(host.tab.locator("#path")).to_have_value("/tickets")
    assert page.evaluate(HEARD, 2) == [False, True]


def test_ten_pages_are_the_most(host, page):
    told = [page.evaluate(GO, "/pages/web/web?path=%2F")["err_msg"] for _ in range(10)]
    assert told[:9] == ["invokeMiniProgramAPI:ok"] * 9
    assert "10 pages are open" in told[9]


def test_a_page_is_not_answered_for_the_one_before_it(phone):
    alipay = phone("alipay")
    alipay.open("/tickets", user="Lin")
    expect(alipay.page.get_by_role("heading", level=1)).to_be_visible()
    # Behind as many questions as the next page does not have.
    alipay.tab.frames[1].evaluate(
        """() => {
            for (let n = 0; n < 20; n += 1) appxAsk("postMessage", {});
            appxAsk("alert", { content: "Before" });
        }"""
    )
    expect(alipay.sheet("message")).to_be_visible()
    alipay.kill()
    expect(alipay.page.get_by_role("heading", level=1)).to_be_visible()
    page = alipay.tab.frames[1]
    page.evaluate(
        """() => {
            globalThis.heard = [];
            addEventListener("message", ({ data }) => heard.push(data.id ?? 0));
        }"""
    )
    alipay.answer("message", "yes")
    expect(alipay.messages.filter(has_text="host → pagealert")).to_have_count(1)
    page.evaluate("new Promise((done) => setTimeout(done))")
    assert max(page.evaluate(HEARD, 2), default=0) < 20
