import pytest

from compiler.errors import GraphError, SourceError
from compiler.graph import Graph
from compiler.sources import Sources


@pytest.fixture
def graph(tmp_path):
    """A function: the graph of the pages in these files, by path and text."""

    def make(**files):
        for name, text in files.items():
            path = tmp_path / (name.replace("__", "/") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        graph = Graph(Sources(tmp_path))
        graph.add([f"app.pages.{name}" for name in graph.sources.pages()])
        return graph

    return make


def test_imports_are_followed(graph):
    modules = graph(app__pages__a="from app.b import x", app__b="import app.c; x = 1", app__c="")
    assert set(modules.modules) == {"app.pages.a", "app.b", "app.c"}


def test_imports_in_functions_count(graph):
    modules = graph(app__pages__a="def f():\n    from app.b import x", app__b="x = 1")
    assert "app.b" in modules.modules


def test_a_submodule_can_be_imported_as_a_name(graph):
    assert "app.b.c" in graph(app__pages__a="from app.b import c", app__b__c="").modules


def test_a_standard_module_is_ours(graph):
    modules = graph(app__pages__a="import json", qiao__lib__json="def loads(text): ...")
    assert modules.modules["json"].file == "qiao/lib/json.py"


def test_what_the_page_lacks_is_told_with_place_chain_and_substitute(graph):
    with pytest.raises(GraphError) as told:
        graph(app__pages__a="from app.b import x", app__b="\nimport logging\nx = 1")
    assert str(told.value) == (
        "app/b.py:2: no module 'logging' in the page\n"
        "  Instead: print(), or raise\n"
        "  Imported by: app/pages/a.py -> app/b.py"
    )


def test_code_that_the_page_cannot_run_is_told_with_its_chain(graph):
    with pytest.raises(GraphError) as told:
        graph(
            app__pages__a="from app.b import x", app__b="from app.c import x", app__c="\nx = eval"
        )
    assert str(told.value) == (
        "app/c.py:2: eval() is not in the page\n"
        "  Instead: json.loads for data; the page runs only what the build compiled\n"
        "  Imported by: app/pages/a.py -> app/b.py -> app/c.py"
    )


@pytest.mark.parametrize(
    "text", ["type A = int", "def f[T](x: T): ...", "async def f[T]():\n    ...", "class A[T]: ..."]
)
def test_type_parameters_in_brackets_are_told(graph, text):
    with pytest.raises(SourceError, match=r"a\.py:2: type parameters in brackets .*\n.*TypeVar"):
        graph(app__pages__a=f"\n{text}")


def test_a_misspelt_name_is_told(graph):
    with pytest.raises(GraphError, match=r"app/pages/a\.py:1: cannot import 'y' from 'app\.b'"):
        graph(app__pages__a="from app.b import y", app__b="x = 1")


@pytest.mark.parametrize("file", ["math.py", "math.js"])
@pytest.mark.parametrize("page", ["\nimport math as m\nm.erf", "\nfrom math import erf"])
def test_a_name_that_the_pages_standard_module_lacks_is_told(tmp_path, file, page):
    text = {"math.py": "def sqrt(x): ...", "math.js": "export function sqrt(x) {}"}[file]
    (tmp_path / "qiao" / "lib").mkdir(parents=True)
    (tmp_path / "qiao" / "lib" / file).write_text(text)
    (tmp_path / "a.py").write_text(page)
    with pytest.raises(GraphError, match=r"a\.py:[23]: math\.erf is not in the page\n  Instead: "):
        Graph(Sources(tmp_path)).add(["a"])


def test_what_has_the_name_of_a_module_is_not_taken_for_it(graph):
    text = "import json\ndef f(json):\n    return json.nothing"
    assert "json" in graph(app__pages__a=text, qiao__lib__json="def loads(text): ...").modules


def test_the_backend_is_out_of_reach(graph):
    with pytest.raises(GraphError, match=r"no module 'backend\.app'.*\n.*an endpoint in contract/"):
        graph(app__pages__a="import backend.app")


def test_the_compiler_is_not_part_of_the_page(graph):
    with pytest.raises(GraphError, match=r"no module 'compiler\.errors'"):
        graph(app__pages__a="import compiler.errors", compiler__errors="")


def test_the_core_of_brython_is_for_the_library(graph):
    with pytest.raises(GraphError, match="may only be imported by files in qiao/lib/"):
        graph(app__pages__a="import _sys")


def test_an_import_that_may_fail_is_left_to_the_page(graph):
    source = "try:\n    import ssl\nexcept ImportError:\n    ssl = None"
    assert set(graph(app__pages__a=source).modules) == {"app.pages.a"}


def test_a_module_that_only_annotations_need_stays_out(graph):
    modules = graph(app__pages__a="from app.b import B\ndef f(b: B): ...", app__b="class B: ...")
    assert set(modules.modules) == {"app.pages.a"}


def test_an_alias_of_types_is_not_imported_anew(graph):
    alias = "from collections.abc import Callable\nHandler = Callable[[], None]\nx = 1"
    modules = graph(app__pages__a="from app.b import Handler as Handler, x\nx", app__b=alias)
    assert "Handler" not in modules.modules["app.pages.a"].source


def test_relative_imports_are_followed(graph):
    assert "app.b" in graph(app__pages__a="from ..b import x", app__b="x = 1").modules


def test_circles_end(graph):
    modules = graph(app__pages__a="import app.b", app__b="import app.c", app__c="import app.b")
    assert set(modules.modules) == {"app.pages.a", "app.b", "app.c"}
