"""Our runtime prints what stock Brython prints, and what CPython prints where we put it right."""

from itertools import zip_longest
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).with_name("programs")
NAMES = sorted(path.stem for path in PROGRAMS.glob("*.py"))
# Where Brython is wrong.
CORRECTED = ("corrections", "decimals", "dictionaries", "strings")

LEFT_OUT = " is not in this page: the build leaves out what no module names"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CORRECTED])
def test_the_page_prints_what_stock_brython_prints(name, engines):
    program = PROGRAMS / f"{name}.py"
    assert engines.ours(program) == engines.stock(program)


@pytest.mark.parametrize("name", CORRECTED)
def test_the_page_prints_what_cpython_prints_where_brython_is_wrong(name, engines):
    program = PROGRAMS / f"{name}.py"
    assert engines.ours(program) == engines.cpython(program)


@pytest.mark.parametrize("name", CORRECTED)
def test_stock_brython_is_still_wrong_there(name, engines):
    """Else some of the patches can go."""
    program = PROGRAMS / f"{name}.py"
    assert engines.stock(program) != engines.cpython(program)


@pytest.mark.parametrize("name", NAMES)
def test_an_old_browser_prints_the_same(name, engines):
    program = PROGRAMS / f"{name}.py"
    assert engines.ours(program, browser="old") == engines.ours(program)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_left_out_is_told_and_never_answered_wrong(name, engines):
    """On a runtime that was not made for the program."""
    program = PROGRAMS / f"{name}.py"
    printed, expected = engines.foreign(program), engines.ours(program)
    if printed != expected:
        lines = zip_longest(printed, expected, fillvalue="")
        other = next(ours for ours, theirs in lines if ours != theirs)
        assert "NotImplementedError" in other or other.startswith("Traceback")
        assert LEFT_OUT in printed[-1]
