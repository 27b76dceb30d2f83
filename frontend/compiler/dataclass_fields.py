"""What fields a dataclass has: said in its annotations, which the page does not have."""

import ast
from collections.abc import Iterator

from compiler.errors import SourceError
from compiler.syntax import last_name

MODULE = "dataclasses"


def told_fields(tree: ast.Module, file: str) -> dict[ast.AnnAssign, str]:
    """Return, by the first field of each dataclass, the statement that lists all of them.

    See `qiao/lib/dataclasses.py`, which reads it.
    """
    names = _names_of_decorator(tree)
    found: dict[ast.AnnAssign, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(_is_one(d, names) for d in node.decorator_list):
            fields = list(_fields(node, file))
            if fields:
                found[fields[0][0]] = f"_fields_ = '{' '.join(name for _node, name in fields)}'"
    return found


def _names_of_decorator(tree: ast.Module) -> set[str]:
    """Return what a module calls the decorator."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == MODULE:
            found |= {a.asname or a.name for a in node.names if a.name == "dataclass"}
        elif isinstance(node, ast.Import):
            found |= {f"{a.asname or a.name}.dataclass" for a in node.names if a.name == MODULE}
    return found


def _is_one(decorator: ast.expr, names: set[str]) -> bool:
    func = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(func) in names


def _fields(node: ast.ClassDef, file: str) -> Iterator[tuple[ast.AnnAssign, str]]:
    """Yield the fields; "*" for `_: KW_ONLY`, before those that are given by name only."""
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            kind = _kind(statement.annotation)
            if kind == "InitVar":
                what = "InitVar of a dataclass is not in the page"
                raise SourceError(file, statement.lineno, what, "a class method that makes one")
            if kind != "ClassVar":
                yield statement, "*" if kind == "KW_ONLY" else statement.target.id


def _kind(annotation: ast.expr) -> str:
    """Return the last name of an annotation, `ClassVar` of `typing.ClassVar[int]`."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value.split("[")[0].split(".")[-1].strip()
    return last_name(annotation.value if isinstance(annotation, ast.Subscript) else annotation)
