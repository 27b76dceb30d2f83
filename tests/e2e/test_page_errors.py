"""A deliberate error in a packed page: console and report name the line of Python."""

import shutil

import pytest
from playwright.sync_api import expect

from compiler.build import build
from compiler.sources import Sources
from tests.e2e.person import Person
from tests.e2e.phone import SIZE
from tests.reports import reported_to
from tools.paths import ROOT
from tools.testing.servers import running

BROKEN = '''"""A page that fails."""

from qiao import ref
from qiao.elements import button, div

path = "/broken"


def title(data):
    return "Broken"


def view(data):
    no_dialog = ref()

    def outer():
        def inner():
            return {}["of nobody"]

        inner()

    async def later():
        outer()

    def script():
        no_dialog.show_modal()

    return div(ref=no_dialog)[
        button(on_click=outer)["Fail"],
        button(on_click=later)["Fail later"],
        button(on_click=script)["Fail in a script"],
    ]
'''


def line_of(text):
    return 1 + [line.strip() for line in BROKEN.splitlines()].index(text)


FAILS_AT = line_of('return {}["of nobody"]')


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("broken")


@pytest.fixture(scope="module")
def site(data):
    """Give the address of the app with one more page, as it is served to everybody."""
    sources, out = data / "frontend", data / "build"
    shutil.copytree(ROOT / "frontend", sources, ignore=shutil.ignore_patterns("__pycache__"))
    (sources / "app/pages/broken.py").write_text(BROKEN, "utf-8")
    if (remembered := ROOT / "build" / "memory.json").exists():
        out.mkdir()
        shutil.copy(remembered, out)
    build(out, log=lambda text: None, sources=Sources(sources))
    with running(data, QIAO_BUILD=str(out), PYTHONPATH=str(sources)) as address:
        yield address


@pytest.fixture
def phone(chromium, site):
    context = chromium.new_context(viewport=SIZE, locale="en-GB")
    phone = Person(context, site)
    yield phone.open("/broken")
    context.close()


def tap(phone, button):
    """Tap it; return the status of the answer to the report."""
    with phone.page.expect_response("**/api/page-errors") as answer:
        phone.button(button).click()
    return answer.value.status


def test_console_and_report_name_the_line_of_a_nested_handler(phone, data):
    assert tap(phone, "Fail") == 204
    assert tap(phone, "Fail later") == 204
    traces = [text for text in phone.trouble if "KeyError" in text]
    assert len(traces) == 2
    for trace in traces:
        assert f'File "app/pages/broken.py", line {FAILS_AT}, in inner' in trace
    errors = [error for error in reported_to(data) if error["kind"] == "KeyError"]
    assert len(errors) == 2
    for error in errors:
        # Nothing of what ran before the tap.
        assert {frame["file"] for frame in error["frames"]} == {"app/pages/broken.py"}
        assert error["frames"][-1] == {
            "file": "app/pages/broken.py",
            "line": FAILS_AT,
            "name": "inner",
            "text": 'return {}["of nobody"]',
        }


def test_a_person_is_told_and_has_ways_on(phone):
    tap(phone, "Fail")
    notice = phone.page.locator(".notice")
    expect(notice).to_contain_text("Something went wrong here.")
    expect(notice.get_by_role("link")).to_have_text(["Reload the page", "To the events"])
    documents = len(phone.documents)
    notice.get_by_text("Reload the page").click()
    phone.ready()
    assert phone.documents[documents:] == ["/broken"]
    tap(phone, "Fail")
    notice.get_by_text("To the events").click()
    phone.arrived("/")


def test_an_error_of_a_script_is_told_with_its_lines(phone, data):
    assert tap(phone, "Fail in a script") == 204
    [error] = [error for error in reported_to(data) if error["kind"] == "JavascriptError"]
    *_, handler, handle, kernel = error["frames"]
    assert (handler["file"], handler["name"]) == ("app/pages/broken.py", "script")
    assert handler["line"] == line_of("no_dialog.show_modal()")
    assert (handle["file"], handle["text"]) == ("qiao/refs.py", 'self.call("showModal")')
    assert kernel["file"] == "qiao/browser/kernel.js"
    assert "node[method]()" in kernel["text"]


def test_the_symbols_are_not_served(phone, site, data):
    [symbols] = (data / "build" / "symbols").glob("*.json")
    for path in (f"/symbols/{symbols.name}", f"/assets/../symbols/{symbols.name}"):
        assert phone.page.request.get(site + path).status == 404
