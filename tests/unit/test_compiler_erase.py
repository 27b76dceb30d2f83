import ast
from pathlib import Path

import pytest

from compiler.erase import Erasure
from compiler.errors import SourceError
from compiler.sources import FRONTEND


def erased(source):
    """Return the text without types, each line without the blanks at its end."""
    return "\n".join(line.rstrip() for line in Erasure(source, "a.py").source.splitlines())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(a: int, *b: str) -> None: pass", "def f(a     , *b     )        : pass"),
        ("def f(*, c: int = 3, **d: str): pass", "def f(*, c      = 3, **d     ): pass"),
        ("x: int = 3", "x      = 3"),
        ("x: (int) = 3", "x        = 3"),
        ("x: int", ""),
        ("class A:\n    x: int", "class A:\n    pass"),
        ("def f(): 'doc'", "def f(): pass"),
        ("'module doc'\nx = 1", "\nx = 1"),
        ("x: int; y = 1", "pass  ; y = 1"),
        ("名: int = 1; y = 2", "名      = 1; y = 2"),
    ],
)  # fmt: skip
def test_types_go_and_columns_stay(source, expected):
    assert erased(source) == expected


def test_an_annotation_over_lines_keeps_them():
    source = "def f() -> dict[\n    str, int\n]:\n    return 1 / 0"
    kept = Erasure(source, "a.py").source
    assert ast.parse(kept).body[0].body[0].lineno == 4


def test_what_only_type_checkers_import_goes():
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import B\nx = 1"
    assert erased(source).strip() == "x = 1"


def test_an_import_that_only_annotations_use_goes():
    assert erased("from a import B, c\ndef f(b: B): return c").startswith("from a import c\n")


def test_an_import_whose_name_is_used_stays():
    assert erased("from a import B\nx: B = B()").startswith("from a import B\n")


def test_the_branch_for_the_page_stays():
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    x = 1\nelse:\n    x = 2"
    assert "x = 2" in erased(source)


def test_an_overload_goes_and_its_implementation_stays():
    source = "from typing import overload\n@overload\ndef f(a: int) -> int: ...\ndef f(a): return a"
    assert erased(source).strip() == "def f(a): return a"


def test_cast_becomes_its_value():
    source = "from typing import cast\nx = cast(int, y)"
    assert erased(source).replace(" ", "").strip() == "x=(y)"


def test_generic_bases_and_type_variables_go():
    source = (
        "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass A(B[T], Generic[T]): pass"
    )
    assert erased(source).replace(" ", "").strip() == "classA(B,):pass"


def test_an_alias_of_types_is_not_there_for_others():
    erasure = Erasure("from typing import Any, Callable\nHandler = Callable[[Any], None]", "a.py")
    assert (erasure.source.strip(), "Handler" in erasure.type_names) == ("", True)


def test_a_type_used_at_run_time_is_an_error_with_its_line():
    source = "from collections.abc import Callable\n\nok = isinstance(f, Callable)"
    with pytest.raises(SourceError, match=r"a\.py:3: Callable .*\n.*callable\(x\)"):
        Erasure(source, "a.py")


def test_docstrings_cannot_be_read():
    with pytest.raises(SourceError, match=r"a\.py:2: __doc__ does not exist in the page"):
        Erasure("class A: 'text'\nprint(A.__doc__)", "a.py")


def test_a_syntax_error_names_file_and_line():
    with pytest.raises(SourceError, match=r"a\.py:2: SyntaxError"):
        Erasure("x = 1\ny = = 2", "a.py")


@pytest.mark.parametrize("path", sorted(FRONTEND.rglob("*.py")), ids=lambda p: p.name)
def test_every_line_of_ours_stays_where_it_was(path: Path):
    source = path.read_text(encoding="utf-8")
    try:
        kept = Erasure(source, path.name).source
    except SourceError:
        assert "compiler" in path.parts  # never meant for the page
        return
    assert statements(kept) <= statements(source)


def statements(source):
    """Return what is called where: function and line, which tracebacks show."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {(ast.unparse(call.func), call.lineno, call.col_offset) for call in calls}
