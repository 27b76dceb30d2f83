"""Our runtime prints what stock Brython prints, and what CPython prints where we put it right."""

from pathlib import Path

import pytest

PROGRAMS = Path(__file__).with_name("programs")
NAMES = sorted(path.stem for path in PROGRAMS.glob("*.py"))
CORRECTED = "corrections"


@pytest.mark.parametrize("name", [name for name in NAMES if name != CORRECTED])
def test_the_page_prints_what_stock_brython_prints(name, engines):
    program = PROGRAMS / f"{name}.py"
    assert engines.ours(program) == engines.stock(program)


def test_the_page_prints_what_cpython_prints_where_brython_is_wrong(engines):
    program = PROGRAMS / f"{CORRECTED}.py"
    assert engines.ours(program) == engines.cpython(program)


def test_stock_brython_is_still_wrong_there(engines):
    """Else some of compiler/patches/corrections.py can go."""
    program = PROGRAMS / f"{CORRECTED}.py"
    assert engines.stock(program) != engines.cpython(program)


@pytest.mark.parametrize("name", NAMES)
def test_an_old_browser_prints_the_same(name, engines):
    program = PROGRAMS / f"{name}.py"
    assert engines.ours(program, browser="old") == engines.ours(program)
