import ast

import pytest

from compiler.build import TABLE
from compiler.chunks import FORMS, NATIVE, WORTH_A_SCRIPT, Piece, divide
from compiler.graph import START, Graph
from compiler.needs import Needs
from compiler.pages import read_page
from compiler.sources import Sources
from compiler.units import piece_of, units_of

FILES = {
    "app/pages/a.py": "import app.own, app.both\nfrom app.mixed import for_a, for_both",
    "app/pages/b.py": "import app.both\nfrom app import mixed\nmixed.for_both",
    "app/pages/c.py": "from app.mixed import for_c",
    "app/pages/d.py": "from app.mixed import for_c",
    "app/pages/e.py": "",
    "app/own.py": "",
    "app/both.py": "",
    "app/mixed.py": "for_a = 1\nfor_both = 2\nfor_c = 3\nfor_start = 4\nnobody = for_start",
    "qiao/browser/start.py": "import qiao.base\nfrom app.mixed import for_start",
    "qiao/base.py": "",
}


def drawn(folder, files):
    """Return the graph of these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    sources = Sources(folder)
    graph = Graph(sources)
    graph.add([f"app.pages.{page}" for page in sources.pages()] + ["qiao.browser.start"])
    return graph


@pytest.fixture
def division(tmp_path):
    """A function: divide these pages, of which some have a form."""
    graph = drawn(tmp_path, FILES)
    return lambda *forms: divide(graph, [*"abcde"], frozenset(forms))


def names(pieces):
    return [piece.module for piece in pieces]


def units(pieces):
    return [sorted(piece.units) for piece in pieces if piece.module == "app.mixed"]


def test_what_one_page_needs_is_in_its_script(division):
    assert {"app.own", "app.pages.a"} <= {*names(division().pages["a"])}
    assert "app.own" not in names(division().pages["b"])


def test_what_the_start_needs_is_the_apps(division):
    assert names(division().app) == ["app.mixed", "qiao.base", "qiao.browser.start"]


def test_what_few_pages_need_is_in_the_script_of_each(division):
    both = division()
    assert "app.both" in names(both.pages["a"]) and "app.both" in names(both.pages["b"])


def test_a_module_is_divided_by_who_needs_what_of_it(division):
    one = division()
    assert units(one.app) == [[3]]
    assert units(one.pages["a"]) == [[1], [0]]
    assert units(one.pages["b"]) == [[1]]
    assert units(one.pages["c"]) == units(one.pages["d"]) == [[2]]


def test_what_nobody_looks_up_is_in_no_script(division):
    one = division()
    everything = [one.app, one.forms, *one.pages.values()]
    assert not [u for pieces in everything for found in units(pieces) for u in found if u == 4]


def test_what_more_pages_need_runs_first(division):
    orders = [p.order for p in division().pages["a"] if p.module == "app.mixed"]
    assert orders == sorted(orders)


def test_no_two_pieces_of_a_module_have_one_order(division):
    one = division()
    everything = [one.app, one.forms, *one.pages.values()]
    pieces = {p for found in everything for p in found}
    assert len({(p.module, p.order) for p in pieces}) == len(pieces)


def test_what_pages_with_a_form_share_is_in_a_script_of_theirs(division):
    one = division("c", "d")
    assert one.forms == [Piece("app.mixed", frozenset([2]), "8")]
    assert units(one.pages["c"]) == []


def test_what_the_forms_script_needs_comes_with_it(division):
    one = division("a", "b")
    assert units(one.forms) == [[1]] and units(one.pages["a"]) == [[0]]


def test_pages_with_a_form_share_one_copy_of_what_another_page_needs_too(tmp_path):
    files = {
        "app/pages/a.py": "import app.three",
        "app/pages/b.py": "import app.three",
        "app/pages/c.py": "import app.three",
        **{f"app/pages/{page}.py": "" for page in "defg"},
        "app/three.py": "",
        "qiao/browser/start.py": "",
    }
    one = divide(drawn(tmp_path, files), [*"abcdefg"], frozenset("ab"))
    places = {"forms": one.forms, **one.pages}
    assert [place for place in places if "app.three" in names(places[place])] == ["forms", "c"]


@pytest.fixture
def exports(tmp_path):
    """A function: what is wanted of math.js, by the page `a` and by `b`."""

    def wanted(a, b=""):
        (tmp_path / "math.js").write_text("export const pi = 3;\nexport const e = 2;")
        files = {"app/pages/a.py": a, "app/pages/b.py": b, "qiao/browser/start.py": ""}
        return divide(drawn(tmp_path, files), [*"ab"]).exports.get("math")

    return wanted


def test_of_a_script_only_what_is_looked_up_is_wanted(exports):
    assert exports("from math import pi as x\nx", "import math\nmath.e") == {"pi", "e"}
    assert exports("import math") == set()
    assert exports("") is None


def test_of_a_script_that_is_handed_round_all_is_wanted(exports):
    assert exports("import math\nprint(math)") == {"*"}


def test_a_piece_takes_only_what_is_wanted_on_the_same_lines():
    text = (
        "import a.b\nimport c as d\nfrom e import (\n    f,\n    g as h,\n    i,\n)\nx = 1\ny = 2\n"
    )
    units = units_of(ast.parse(text), "")
    wanted = frozenset(at for at, unit in enumerate(units) if unit.binds & {*"adfhy"})
    assert piece_of(text, units, wanted) == (
        "import a.b\nimport c as d\nfrom e import f, g as h\n\n\n\n\n\ny = 2\n"
    )


def test_of_the_app_itself_each_page_gets_all_that_its_scripts_look_up():
    sources = Sources()
    pages = [read_page(sources, name) for name in sources.pages()]
    forms = frozenset(page.name for page in pages if page.takes_form)
    graph = Graph(sources)
    graph.generated[TABLE] = ("table.py", "PAGES = ASSETS = TEXTS = EXTRA = {}")
    graph.add([*(f"app.pages.{page.name}" for page in pages), START, *FORMS, NATIVE])
    one = divide(graph, [page.name for page in pages], forms)
    for page in pages:
        shared = [
            piece for users, some in one.shared.items() if page.name in users for piece in some
        ]
        forms_too = one.forms if page.takes_form else ()
        loaded = [*one.app, *forms_too, *shared, *one.pages[page.name]]
        there = {(piece.module, unit) for piece in loaded for unit in piece.units}
        needs = Needs(graph)
        for module, unit in there:
            needs.add_unit(graph.modules[module], unit)
        assert needs.units == there


@pytest.mark.parametrize(("size", "own"), [(WORTH_A_SCRIPT, True), (100, False)])
def test_what_some_pages_share_is_a_script_of_its_own_if_it_is_large(tmp_path, size, own):
    shared = f"for_c = '{'x' * size}'"
    graph = drawn(
        tmp_path, FILES | {"app/mixed.py": FILES["app/mixed.py"].replace("for_c = 3", shared)}
    )
    one = divide(graph, [*"abcde"])
    assert ({*one.shared} == {frozenset("cd")}) is own
    assert ("app.mixed" in names(one.pages["c"])) is not own
