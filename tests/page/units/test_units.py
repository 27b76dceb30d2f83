"""The tests of single parts again, in the page: the same files under Brython in Chromium.

What asks for `render` runs in each way that the page has: with nodes it creates, and with those
of the HTML that CPython made. At each look of such a test the three must show the same.
"""

import ast
import json
from importlib import import_module
from pathlib import Path

import pytest

from tests.page.site import run_in_page
from tests.page.units.asserts import telling
from tests.page.units.cases import cases
from tests.unit.screen import Rendering, finish

HERE = Path(__file__).parent
UNIT = HERE.parents[1] / "unit"

# Of tests/unit: what needs no module that only CPython has.
BOTH = (
    "test_contract",
    "test_contract_edges",
    "test_dates",
    "test_flow",
    "test_forms",
    "test_i18n",
    "test_layouts",
    "test_pages",
    "test_paths",
    "test_queries",
    "test_rendering",
    "test_signals",
    "test_tasks",
    "test_widgets",
)
# Of this folder: what only the page can show.
PAGE_ONLY = (
    "in_page_flow",
    "in_page_graphs",
    "in_page_nodes",
    "in_page_strings",
    "in_page_tasks",
)


def source(module):
    folder = UNIT if module in BOTH else HERE
    return (folder / f"{module}.py").read_text("utf-8")


def found_in(module):
    """Return the tests in a module: where each is, and how it is to run."""
    for node in ast.parse(source(module)).body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not node.name.startswith("test_"):
            continue
        rendered = any(one.arg == "render" for one in node.args.args)
        for how in ("created", "hydrated") if rendered and module in BOTH else ("",):
            words = [module, node.name, how]
            yield {
                "id": "-".join(word for word in words if word),
                "module": module,
                "name": node.name,
                "how": how,
            }


TESTS = [test for module in (*BOTH, *PAGE_ONLY) for test in found_in(module)]


def looks(test):
    """Return the HTML that CPython shows in the course of a test, for each of its calls."""
    if not test["how"]:
        return []
    fn = getattr(import_module(f"tests.unit.{test['module']}"), test["name"])
    found = []
    for case in cases(fn):
        rendering = Rendering()
        finish(fn(render=rendering, **case))
        found.append(rendering.looks)
    return found


@pytest.fixture(scope="module")
def said(tmp_path_factory, chromium):
    """All that the page says."""
    names = [*BOTH, *PAGE_ONLY]
    modules = "".join(f"import {name}\n" for name in names)
    table = ", ".join(f"{name!r}: {name}" for name in names)
    files = {
        "pytest.py": (HERE / "page_pytest.py").read_text("utf-8"),
        "units.py": f"{modules}MODULES = {{{table}}}\n",
        **{f"{name}.py": telling(source(name)) for name in names},
        **{f"{name}.py": (HERE / f"{name}.py").read_text("utf-8") for name in ("cases", "screen")},
        "graphs.py": telling((UNIT / "graphs.py").read_text("utf-8")),
        "qiao/browser/start.py": (HERE / "start.py").read_text("utf-8"),
    }
    island = [{**test, "looks": looks(test)} for test in TESTS]
    return run_in_page(tmp_path_factory.mktemp("units"), chromium, files, island)


@pytest.fixture(scope="module")
def outcomes(said):
    return dict(json.loads(text[4:]) for text in said if text.startswith("RAN "))


@pytest.mark.parametrize("test", [test["id"] for test in TESTS])
def test_in_the_page(test, outcomes):
    assert test in outcomes, "the page did not come to this test"
    if outcomes[test]:
        # Half a character can't go from a process of tests to the one that reports.
        said = outcomes[test].encode("utf-8", "backslashreplace").decode()
        pytest.fail(said, pytrace=False)


def test_the_page_complains_of_nothing_else(said):
    complaints = [text for text in said if not text.startswith(("RAN ", "DONE"))]
    # Tests make mistakes on purpose; a refused image is complained of by the policy, too.
    expected = ("on purpose", "about:blank#refused")
    assert [text for text in complaints if not any(one in text for one in expected)] == []
