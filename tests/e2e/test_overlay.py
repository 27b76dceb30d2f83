"""What goes wrong while one develops is shown over the page, with its Python."""

import re

import pytest

from tests.reports import reported_to
from tests.unit.test_tools_dev import PAGE, dev  # noqa: F401 (a fixture)

BROKEN = '''"""A page that fails."""

from qiao.elements import button, div

path = "/broken"


def title(data):
    return "Broken"


def view(data):
    def outer():
        def inner():
            return data["of nobody"]

        inner()

    return div[button(on_click=outer)["Fail"]]
'''
FAILS_AT = 1 + BROKEN.splitlines().index('            return data["of nobody"]')


@pytest.fixture
def page(dev, chromium):  # noqa: F811
    (dev.root / "frontend/app/pages/broken.py").write_text(BROKEN, "utf-8")
    dev.wait(lambda: "Served anew" in dev.log.read_text())
    page = chromium.new_page()
    yield page
    page.close()


def test_an_error_in_a_handler_is_shown_at_its_line(dev, page):  # noqa: F811
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(dev.address + "/broken")
    page.locator("html[data-hydrated]").wait_for()
    with page.expect_response("**/api/page-errors") as answer:
        page.get_by_text("Fail").click()
    assert answer.value.status == 204
    overlay = page.locator("qiao-overlay")
    overlay.get_by_text(f"app/pages/broken.py:{FAILS_AT} in inner").wait_for()
    assert 'return data["of nobody"]' in overlay.locator(".here").first.inner_text()
    [trace] = [text for text in said if "Traceback" in text]
    assert f'File "app/pages/broken.py", line {FAILS_AT}, in inner' in trace
    assert '    return data["of nobody"]\n' in trace
    assert not [text for text in said if re.search("Content Security Policy", text)]
    [reported] = reported_to(dev.root / "var")
    assert reported["frames"][-1] == {
        "file": "app/pages/broken.py",
        "line": FAILS_AT,
        "name": "inner",
        "text": 'return data["of nobody"]',
    }


def test_what_cannot_be_compiled_is_shown_until_it_is_mended(dev, page):  # noqa: F811
    page.goto(dev.address)
    dev.change(PAGE, "from qiao", "import os\nfrom qiao")
    overlay = page.locator("qiao-overlay")
    overlay.get_by_text("no module 'os' in the page").wait_for()
    assert "import os" in overlay.locator(".here").inner_text()
    dev.change(PAGE, "import os\n", "")
    overlay.wait_for(state="detached")
    assert page.get_by_role("heading").first.is_visible()
