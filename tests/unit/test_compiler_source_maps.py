"""Source maps: which line of Python each line of a script belongs to."""

import json

from compiler.chunks import Part
from compiler.modules import Module
from compiler.source_maps import source_map

FIRST = Module("app.a", "app/a.py", "erased", "x = 1\n")
SECOND = Module("app.b", "app/b.py", "erased", "y = 1\n")


def mappings(*parts):
    return json.loads(source_map(parts))["mappings"]


def test_a_line_belongs_to_the_line_that_was_said_last():
    code = "head\nframe.$lineno = 1\nx\nif((frame.$lineno = 3) && y)\nframe.$lineno = 2"
    # Differences: of the column, the file, the line and its column.
    assert mappings(Part(code, FIRST)) == "AAAA;AAAA;AAAA;AAEA;AADA"


def test_large_differences_have_several_digits():
    assert mappings(Part("frame.$lineno = 1001", FIRST)) == "AAw+BA"


def test_each_module_has_its_file_and_its_own_text():
    told = json.loads(source_map([Part("a", FIRST), Part("b", SECOND)]))
    assert told["sources"] == ["python:///app/a.py", "python:///app/b.py"]
    assert told["sourcesContent"] == ["x = 1\n", "y = 1\n"]
    assert told["mappings"] == "AAAA;ACAA"


def test_what_is_not_python_belongs_nowhere():
    assert mappings(Part("(function(){\nx"), Part("a", FIRST), Part("})()")) == ";;AAAA;"
