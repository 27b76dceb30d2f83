"""The preview itself: what axe-core finds wrong with it, and what the keyboard reaches."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
# The page in the phone has tests of its own.
RUN = """async () => {
  const { violations } = await axe.run({ exclude: [["iframe"]] }, { iframes: false });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((one) => `${id}: ${help}: ${one.html}`));
}"""


def violations(host):
    host.tab.evaluate(AXE.read_text("utf-8"))
    return host.tab.evaluate(RUN)


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "zh")])
def test_nothing_is_wrong_with_it(phone, scheme, lang):
    host = phone("wechat", color_scheme=scheme)
    host.open(lang=lang)
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    assert violations(host) == []
    host.tab.evaluate(
        """async () => {
            const { phone } = await import("/preview/static/main.js");
            phone.played.functions.scanCode({});
        }"""
    )
    expect(host.scanner).to_be_visible()
    assert violations(host) == []


def test_a_sheet_keeps_the_focus_and_gives_it_back(host):
    host.open()
    expect(host.page.get_by_role("heading", level=1)).to_be_visible()
    menu = host.screen.get_by_role("button", name="Share")
    menu.focus()
    host.tab.keyboard.press("Enter")
    sheet = host.tab.get_by_role("dialog", name="Share")
    expect(sheet.get_by_role("button", name="Copy link")).to_be_focused()
    host.tab.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(menu).to_be_focused()


def test_it_speaks_chinese(host):
    host.open(lang="zh")
    expect(host.tab).to_have_title("预览 · Qiao")
    expect(host.tab.get_by_label("宿主用户")).to_have_value("Ada")
    host.choose("lang", "en")
    expect(host.tab.get_by_label("User of the host")).to_have_value("Ada")
    expect(host.tab.locator("html")).to_have_attribute("lang", "en")
