"""Records that a page only reads become tables: read by both, an answer has the same values."""

import ast

import pytest

from compiler.contracts import Tables
from compiler.graph import Graph
from compiler.sources import FRONTEND, Sources

CONTRACT = '''"""Words."""

from qiao.contract import Record, choice, endpoint, flag, integer, lines, record, records, text


class Place(Record):
    """Somewhere."""

    name = text("Name", max=9)
    tags = lines("Tags", optional=True)


class Thing(Record):
    id = integer("Id")
    kind = choice("Kind", ("a", "b"), default="a")
    done = flag("Done")
    place = record("Place", Place)
    others = records("Others", Place, optional=True)
    note = text("Note", optional=True)


class ThingForm(Record):
    place = record("Place", Place)


class Query(Record):
    kind = text("Kind")


class Sent(Record):
    kind = text("Kind")


get = endpoint("GET /things", takes=Query, gives=Thing)
add = endpoint("POST /things", takes=Sent, gives=Thing)
'''


@pytest.fixture
def compiled(tmp_path):
    """A function: the contract as it is compiled for a page of this text."""

    def compile_(page):
        for name, text in {"app/pages/a.py": page, "contract/things.py": CONTRACT}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        (tmp_path / "qiao").symlink_to(FRONTEND / "qiao")
        graph = Graph(Sources(tmp_path))
        graph.add(["app.pages.a"])
        Tables().make(graph)
        return graph.modules["contract.things"].source

    return compile_


READS = "from contract import things\nasync def load(): return await things.get()"


def bases(source):
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {node.name: ast.unparse(node.bases[0]) for node in classes}


def test_what_a_page_only_reads_becomes_a_table(compiled):
    found = bases(compiled(READS))
    assert {found.pop(name) for name in ("Place", "Thing", "ThingForm", "Query")} == {"Answer"}
    # But for what is sent as a body.
    assert found == {"Sent": "Record"}


def test_what_a_page_fills_keeps_its_fields_and_those_inside(compiled):
    found = bases(compiled(READS + "\nform = things.ThingForm"))
    assert (found["ThingForm"], found["Place"], found["Thing"]) == ("Record", "Record", "Answer")


def test_lines_stay_where_they_are(compiled):
    source = compiled(READS)
    assert source.count("\n") == CONTRACT.count("\n")
    lines = source.split("\n")
    assert lines[CONTRACT[: CONTRACT.index("get =")].count("\n")].startswith("get =")


DATA = {
    "id": 7,
    "done": True,
    "place": {"name": "x", "tags": ["a"]},
    "others": [{"name": "y", "tags": None}],
    "note": None,
}


@pytest.mark.parametrize("data", [DATA, {**DATA, "others": None, "kind": "b", "note": "n"}])
def test_a_table_reads_what_the_record_reads(compiled, data):
    before, after = {}, {}
    exec(CONTRACT, before)
    exec(compiled(READS), after)

    def values(one):
        if isinstance(one, list):
            return [values(part) for part in one]
        if hasattr(one, "__dict__"):
            return {name: values(value) for name, value in one.__dict__.items()}
        return one

    assert values(after["Thing"].read(data)) == values(before["Thing"].read(data))
    assert after["Thing"].read(data) == after["Thing"].read(data)
    assert after["Thing"].read(data).write() == before["Thing"].read(data).write()
