"""Readings of modules: kept while nothing that they came from has changed."""

import pytest

from compiler.graph import Graph
from compiler.readings import Readings
from compiler.sources import Sources


@pytest.fixture
def read(tmp_path):
    """A function: write these files, by module, and read the page that they are part of."""
    readings = Readings()
    (tmp_path / "app/pages").mkdir(parents=True)

    def run(**files):
        for name, text in files.items():
            path = "app/pages/a.py" if name == "a" else f"app/{name}.py"
            (tmp_path / path).write_text(text)
        graph = Graph(Sources(tmp_path), readings)
        graph.add(["app.pages.a"])
        return graph.modules

    return run


def test_an_unchanged_module_is_not_read_again(read):
    once = read(a="x: int = 1\n")["app.pages.a"]
    assert read()["app.pages.a"].imports is once.imports


def test_a_changed_module_is(read):
    read(a="x: int = 1\n")
    assert read(a="y: int = 1\n")["app.pages.a"].names == {"y"}


def test_a_name_that_became_a_type_is_no_longer_imported(read):
    alias = "from collections.abc import Callable\nT = Callable[[], None]\n"
    modules = read(a="from app.b import T as T, x\nx\n", b="T = 1\nx = 1\n")
    assert "T as T" in modules["app.pages.a"].source
    assert "T as T" not in read(b=alias + "x = 1\n")["app.pages.a"].source


def test_modules_that_import_each_other_are_read_once(read):
    circle = {"a": "import app.b\n", "b": "from app.c import x\nx\n", "c": "import app.b\nx = 1\n"}
    once = read(**circle)
    assert all(read()[name].imports is once[name].imports for name in once)
