"""The fields of a dataclass reach the page, where there are no annotations."""

import ast

import pytest

from compiler.erase import Erasure
from compiler.errors import SourceError

HEAD = "from dataclasses import KW_ONLY, InitVar, dataclass\nfrom typing import ClassVar\n"


def fields_of(text):
    """Return the fields that the class in a text is told of, and the lines of its source."""
    source = Erasure(HEAD + text, "app/a.py").source
    made = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assign)]
    told = [node.value.value for node in made if ast.unparse(node.targets[0]) == "_fields_"]
    return told, source.split("\n")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@dataclass\nclass A:\n    a: int\n    b: str = ''\n", "a b"),
        ("@dataclass(frozen=True)\nclass A:\n    a: int = 0\n    b: str\n", "a b"),
        ("import dataclasses as d\n@d.dataclass\nclass A:\n    a: int; b: str\n", "a b"),
        (
            "@dataclass\nclass A:\n    x: ClassVar[int] = 1\n    y: 'ClassVar[int]'\n    a: int\n",
            "a",
        ),
        ("@dataclass\nclass A:\n    a: int\n    _: KW_ONLY\n    b: int = 1\n", "a * b"),
        ("@dataclass\nclass A:\n    '''Text.'''\n    a: dict[\n        str, int\n    ]\n", "a"),
    ],
)
def test_a_dataclass_is_told_its_fields(text, fields):
    told, lines = fields_of(text)
    assert told == [fields]
    assert len(lines) == len((HEAD + text).split("\n"))


def test_other_classes_are_not():
    assert fields_of("class A:\n    a: int = 1\n")[0] == []


def test_what_the_page_lacks_is_refused():
    with pytest.raises(SourceError, match="InitVar"):
        fields_of("@dataclass\nclass A:\n    a: InitVar[int]\n")
