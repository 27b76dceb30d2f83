import ast

import pytest

from compiler.errors import SourceError
from compiler.unsupported import INSTEAD_OF_BUILTINS, refuse

SYNTAX = {
    "async def f(rows):\n    return (await x for x in rows)": "a generator expression",
    "try:\n    pass\nexcept* ValueError:\n    pass": "except",
}


@pytest.mark.parametrize("name", INSTEAD_OF_BUILTINS)
def test_a_builtin_that_the_page_lacks_is_told_with_its_line(name):
    with pytest.raises(
        SourceError, match=rf"app/a\.py:2: {name}\(\) is not in the page\n  Instead"
    ):
        refuse(ast.parse(f"\n{name}('a')"), "app/a.py")


@pytest.mark.parametrize("text", SYNTAX)
def test_syntax_that_the_page_lacks_is_told(text):
    with pytest.raises(SourceError, match=SYNTAX[text]):
        refuse(ast.parse(text), "app/a.py")


@pytest.mark.parametrize("text", ["def open(): ...\nopen()", "def f(input):\n    return input"])
def test_a_name_of_ones_own_is_fine(text):
    refuse(ast.parse(text), "app/a.py")
