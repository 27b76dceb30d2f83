"""Builtins and syntax that the page does not have: refused with a substitute."""

import ast
import re

from compiler.errors import SourceError
from compiler.modules import bound_anywhere

INSTEAD_OF_BUILTINS = {
    "open": "an endpoint in contract/: the page has no file system",
    "memoryview": "bytes and their slices",
    "input": "a field of a form",
    "breakpoint": "a breakpoint in the browser's tools, which know the .py files",
    "help": "the guide",
    "exec": "a function: the page runs only what the build compiled",
    "eval": "json.loads for data; the page runs only what the build compiled",
    "compile": "a function; of regular expressions, re.compile",
    "exit": "go() to another page",
    "quit": "go() to another page",
}
TYPE_PARAMETERS = "type parameters in brackets and `type` statements are not in the page"
TYPE_VARIABLES = "TypeVar, Generic and TypeAlias of typing: Python 3.11 knows them, too"


def parsed(source: str, file: str) -> ast.Module:
    """Return the tree of a module; raise SourceError where it is not Python, or not the page's."""
    try:
        return ast.parse(source, file)
    except SyntaxError as error:
        _check_type_parameters(source, file, error.lineno or 0)
        raise SourceError(file, error.lineno or 0, f"SyntaxError: {error.msg}") from None


def refuse(tree: ast.Module, file: str) -> None:
    """Raise SourceError at the first thing that the page cannot do."""
    own = bound_anywhere(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in INSTEAD_OF_BUILTINS and node.id not in own:
            what = f"{node.id}() is not in the page"
            raise SourceError(file, node.lineno, what, INSTEAD_OF_BUILTINS[node.id])
        if isinstance(node, ast.TryStar):
            what = "except* is not in the page"
            raise SourceError(file, node.lineno, what, "except, and the exceptions of the group")
        if getattr(node, "type_params", None) or type(node).__name__ == "TypeAlias":
            raise SourceError(file, getattr(node, "lineno", 0), TYPE_PARAMETERS, TYPE_VARIABLES)
        if isinstance(node, ast.GeneratorExp) and _is_async(node):
            what = "a generator expression that awaits is not in the page"
            raise SourceError(file, node.lineno, what, "a list: [await f(x) for x in rows]")


def _check_type_parameters(source: str, file: str, line: int) -> None:
    """Raise SourceError if a line has what before Python 3.12 is a syntax error."""
    text = "".join(source.splitlines()[line - 1 : line])
    if re.match(r"\s*(?:(?:(?:async\s+)?def|class)\s+\w+\s*\[|type\s+\w+.*=)", text):
        raise SourceError(file, line, TYPE_PARAMETERS, TYPE_VARIABLES)


def _is_async(node: ast.GeneratorExp) -> bool:
    inside = [node.elt, *(test for one in node.generators for test in one.ifs)]
    awaits = any(isinstance(part, ast.Await) for one in inside for part in ast.walk(one))
    return awaits or any(one.is_async for one in node.generators)
