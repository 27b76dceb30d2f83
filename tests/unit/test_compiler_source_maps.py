"""Source maps: which line of Python each line of a script belongs to."""

import json

from compiler.source_maps import file_of, places_of_python, source_map

A, B = "app/a.py", "app/b.py"


def mappings(*places):
    return json.loads(source_map(places, {}))["mappings"]


def test_a_line_belongs_to_the_line_that_was_said_last():
    code = "head\nframe.$lineno = 1\nx\nif((frame.$lineno = 3) && y)\nframe.$lineno = 2"
    assert places_of_python(code, A) == ((A, 1), (A, 1), (A, 1), (A, 3), (A, 2))


def test_a_map_holds_differences():
    # Of the column, the file, the line and its column.
    assert mappings((A, 1), (A, 1), (A, 3), (A, 2)) == "AAAA;AAAA;AAEA;AADA"


def test_large_differences_have_several_digits():
    assert mappings((A, 1001)) == "AAw+BA"


def test_each_file_has_its_own_text():
    told = json.loads(source_map([(A, 1), (B, 1), (A, 1)], {A: "x = 1\n", B: "y = 1\n"}))
    assert told["sources"] == ["python:///app/a.py", "python:///app/b.py"]
    assert told["sourcesContent"] == ["x = 1\n", "y = 1\n"]
    assert told["mappings"] == "AAAA;ACAA;ADAA"


def test_what_is_of_no_file_belongs_nowhere():
    assert mappings(None, None, (A, 1), None) == ";;AAAA;"


def test_a_map_names_files_by_their_language():
    told = json.loads(source_map([(A, 1), ("qiao/browser/kernel.js", 1)], {}))
    assert told["sources"] == ["python:///app/a.py", "script:///qiao/browser/kernel.js"]
    assert [file_of(source) for source in told["sources"]] == [A, "qiao/browser/kernel.js"]
