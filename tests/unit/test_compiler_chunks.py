import pytest

from compiler.chunks import divide
from compiler.graph import Graph
from compiler.sources import Sources

FILES = {
    "app/pages/a.py": "import app.own, app.both",
    "app/pages/b.py": "import app.both",
    "app/own.py": "",
    "app/both.py": "",
    "qiao/browser/start.py": "import qiao.base",
    "qiao/base.py": "",
}


@pytest.fixture
def division(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    graph = Graph(Sources(tmp_path))
    graph.add(["app.pages.a", "app.pages.b", "qiao.browser.start"])
    return divide(graph, ["a", "b"])


def test_what_one_page_needs_is_in_its_chunk(division):
    assert division.pages == {"a": ["app.own", "app.pages.a"], "b": ["app.pages.b"]}


def test_what_two_pages_or_the_start_need_is_the_apps(division):
    assert division.app == ["app.both", "qiao.base", "qiao.browser.start"]
