"""While one develops, an open page follows the sources and keeps what it can."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.unit.test_tools_dev import dev  # noqa: F401 (a fixture)

PAGE = "frontend/app/pages/counting.py"
COUNTING = '''"""A page that counts."""

from qiao import signal
from qiao.elements import a, button, div, h1, input_, output

path = "/counting"


def title(data):
    return "Counting"


def counter():
    count = signal(0)

    def more():
        count.value += 1

    return div[button(on_click=more)["More"], output[count]]


def view(data):
    return div(style={"min-height": "3000px"})[
        h1["Before"], counter(), input_(aria_label="Name"), a(href="/")["All"]
    ]
'''

LIBRARY = "frontend/qiao/browser/reactive.js"
FORM = "frontend/app/pages/naming.py"
NAMING = '''"""A page with a form."""

from qiao.contract import Record, text
from qiao.elements import h1, main
from qiao.widgets import entry_form, fields, submit_button


class Named(Record):
    guest = text("Guest", max=40)


path = "/naming"
takes = Named


def title(data):
    return "Naming"


def view(data, entry):
    return main[h1["Who?"], entry_form(entry)[fields(entry), submit_button(entry, "Go")]]


async def submit(form):
    return "Fine."
'''


pytestmark = pytest.mark.timeout(400)


@contextmanager
def served_anew(dev):  # noqa: F811
    """Wait for the end of the build that a change of the sources leads to."""
    before = dev.log.read_text().count("Served anew")
    yield
    dev.wait(lambda: dev.log.read_text().count("Served anew") > before)


@pytest.fixture(scope="module")
def counting(dev, chromium):  # noqa: F811
    """The page, counted to two and scrolled."""
    with served_anew(dev):
        (dev.root / FORM).write_text(NAMING, "utf-8")
        (dev.root / PAGE).write_text(COUNTING, "utf-8")
    page = chromium.new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(dev.address + "/counting")
    page.locator("html[data-hydrated]").wait_for()
    for _ in range(2):
        page.get_by_text("More").click()
    page.evaluate("scrollTo(0, 300); globalThis.marked = true")
    yield page
    page.close()
    # The stream ends with each run of the server; the page listens to the next one.
    # And one test makes a mistake.
    expected = ("INCOMPLETE_CHUNKED", "valeu")
    assert [one for one in complaints if not any(word in one for word in expected)] == []


def test_a_style_is_taken_without_loading_the_page(dev, counting):  # noqa: F811
    with served_anew(dev), (dev.root / "frontend/app/theme/2-base.css").open("a") as theme:
        theme.write("\nh1 { letter-spacing: 7px; }\n")
        theme.flush()
    expect(counting.locator("h1")).to_have_css("letter-spacing", "7px")
    assert counting.evaluate("globalThis.marked")
    expect(counting.locator('link[href^="/assets/app."]')).to_have_count(1)


def test_a_changed_component_takes_the_place_of_the_one_before(dev, counting):  # noqa: F811
    with served_anew(dev):
        dev.change(PAGE, '"Before"', '"After"')
    expect(counting.locator("h1")).to_have_text("After")
    assert counting.evaluate("globalThis.marked")
    expect(counting.locator("output")).to_have_text("2")
    assert counting.evaluate("scrollY") == 300


def test_what_was_typed_and_the_focus_stay(dev, counting):  # noqa: F811
    counting.get_by_label("Name").fill("Li Na")
    counting.get_by_label("Name").evaluate("one => one.setSelectionRange(2, 3)")
    with served_anew(dev):
        dev.change(PAGE, '"After"', '"Later"')
    expect(counting.locator("h1")).to_have_text("Later")
    expect(counting.get_by_label("Name")).to_be_focused()
    expect(counting.get_by_label("Name")).to_have_value("Li Na")
    assert counting.evaluate("document.activeElement.selectionStart") == 2
    assert counting.evaluate("globalThis.marked")


def test_the_new_code_is_what_answers(dev, counting):  # noqa: F811
    with served_anew(dev):
        dev.change(PAGE, "count.value += 1", "count.value += 5")
        dev.change(PAGE, '["More"]', '["More, please"]')
    counting.get_by_text("More, please").click()
    expect(counting.locator("output")).to_have_text("7")
    assert counting.evaluate("globalThis.marked")


def test_a_component_with_more_signals_begins_anew(dev, counting):  # noqa: F811
    with served_anew(dev):
        dev.change(PAGE, "count = signal(0)", "count, other = signal(0), signal(0)")
    expect(counting.locator("output")).to_have_text("0")
    assert counting.evaluate("globalThis.marked")


def test_an_error_is_shown_with_its_python_until_it_is_mended(dev, counting):  # noqa: F811
    counting.get_by_text("More").click()
    overlay = counting.locator("qiao-overlay")
    with served_anew(dev):
        dev.change(PAGE, "    return div[button", "    count.valeu\n    return div[button")
    expect(overlay.locator(".message")).to_contain_text("AttributeError")
    expect(overlay.locator("li.here").first).to_contain_text("count.valeu")
    with served_anew(dev):
        dev.change(PAGE, "    count.valeu\n", "")
    expect(overlay).to_have_count(0)
    expect(counting.locator("output")).to_have_text("5")
    assert counting.evaluate("globalThis.marked")


def test_a_source_that_does_not_compile_is_shown_until_it_is_mended(dev, counting):  # noqa: F811
    overlay = counting.locator("qiao-overlay")
    told = dev.log.read_text().count("stays")
    dev.change(PAGE, "    return div[button", "    return div[[button")
    dev.wait(lambda: dev.log.read_text().count("stays") > told)
    expect(overlay.locator("li.here")).to_contain_text("return div[[button")
    with served_anew(dev):
        dev.change(PAGE, "    return div[[button", "    return  div[button")
    expect(overlay).to_have_count(0)
    expect(counting.locator("output")).to_have_text("5")


def test_signals_that_begin_with_another_value_begin_anew(dev, counting):  # noqa: F811
    with served_anew(dev):
        dev.change(PAGE, "other = signal(0),", "other = signal(10),")
    expect(counting.locator("output")).to_have_text("10")


def test_a_page_that_comes_after_it_has_the_new_code(dev, counting):  # noqa: F811
    build = counting.evaluate("document.documentElement.dataset.build")
    with served_anew(dev):
        dev.change("frontend/app/pages/events.py", '_("Events")', '_("Anew")')
    counting.wait_for_function(
        "build => document.documentElement.dataset.build !== build", arg=build
    )
    counting.evaluate("globalThis.marked = true")
    counting.get_by_role("link", name="All").click()
    expect(counting.get_by_role("heading", name="Anew")).to_be_visible()
    counting.go_back()
    expect(counting.get_by_label("Name")).to_be_visible()
    assert counting.evaluate("globalThis.marked")


def test_another_library_is_loaded_with_the_page_which_keeps_what_it_can(dev, counting):  # noqa: F811
    counting.get_by_text("More").click()
    counting.evaluate("scrollTo(0, 200)")
    shown = counting.locator("output").inner_text()
    with served_anew(dev):
        dev.change(LIBRARY, "const MOST_RUNS = 100;", "const MOST_RUNS = 101;")
    counting.wait_for_function("() => globalThis.marked === undefined")
    counting.locator("html[data-hydrated]").wait_for()
    expect(counting.locator("output")).to_have_text(shown)
    assert counting.evaluate("scrollY") == 200


def test_the_draft_of_a_form_survives_both(dev, chromium):  # noqa: F811
    page = chromium.new_page()
    page.goto(dev.address + "/naming")
    page.locator("html[data-hydrated]").wait_for()
    page.get_by_label("Guest").fill("Wang Wu")
    page.evaluate("globalThis.marked = true")
    with served_anew(dev):
        dev.change(FORM, '"Who?"', '"Who is it?"')
    expect(page.locator("h1")).to_have_text("Who is it?")
    expect(page.get_by_label("Guest")).to_have_value("Wang Wu")
    assert page.evaluate("globalThis.marked")
    with served_anew(dev):
        dev.change(LIBRARY, "const MOST_RUNS = 101;", "const MOST_RUNS = 102;")
    page.wait_for_function("() => globalThis.marked === undefined")
    page.locator("html[data-hydrated]").wait_for()
    expect(page.get_by_label("Guest")).to_have_value("Wang Wu")
    page.close()
