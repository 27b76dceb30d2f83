"""`build.py reference`: docs/reference.md, written from the docstrings of the page library."""

import argparse
import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from tools.paths import ROOT

FILE = ROOT / "docs" / "reference.md"
# In the order in which one meets them. Of a package: what it gives under its own name.
MODULES = (
    "qiao",
    "qiao.signals",
    "qiao.widgets",
    "qiao.contract",
    "qiao.pages",
    "qiao.layouts",
    "qiao.native",
    "qiao.timers",
    "qiao.tasks",
    "qiao.errors",
)
HEAD = """\
# Reference

Written by `python3 build.py reference` from the docstrings in `frontend/qiao`. The
[guide](guide.md) shows how the parts are used.
"""


def main(_options: argparse.Namespace) -> int:
    """Write the reference."""
    FILE.write_text(reference(), "utf-8")
    print(f"Written: {FILE.relative_to(ROOT)}")
    return 0


def reference() -> str:
    """Return the whole text."""
    told: set[Any] = set()
    return HEAD + "".join(_module(name, told) for name in MODULES)


def _module(name: str, told: set[Any]) -> str:
    """Return what a module offers, but for what was told under a shorter name."""
    module = importlib.import_module(name)
    parts = [f"\n## {name}\n\n{inspect.getdoc(module)}\n"]
    parts += [_entry(public, value) for public, value in _public(module) if value not in told]
    told.update(value for _public_name, value in _public(module))
    return "".join(parts)


def _public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Give the functions and classes that a module offers, by the names that they have there."""
    is_package = hasattr(module, "__path__")
    for name, value in sorted(vars(module).items(), key=lambda item: item[0].lower()):
        ours = inspect.isfunction(value) or inspect.isclass(value)
        if name.startswith("_") or not ours or not value.__doc__:
            continue
        origin = value.__module__
        if origin == module.__name__ or (is_package and origin.startswith("qiao.")):
            yield name, value


def _entry(name: str, value: Any) -> str:
    if inspect.isfunction(value):
        return _text(3, _called(name, value), value)
    own = vars(value)
    init = own.get("__init__")
    parts = [_text(3, name + (_arguments(init) if init and not _is_error(value) else ""), value)]
    for method, function in own.items():
        function = getattr(function, "__func__", function)
        if not method.startswith("_") and inspect.isfunction(function) and function.__doc__:
            parts.append(_text(4, _called(f"{name}.{method}", function), function))
    return "".join(parts)


def _called(name: str, function: Any) -> str:
    before = "async " if inspect.iscoroutinefunction(function) else ""
    return before + name + _arguments(function)


def _is_error(kind: type) -> bool:
    return issubclass(kind, Exception)


def _text(level: int, heading: str, value: Any) -> str:
    return f"\n{'#' * level} `{heading}`\n\n{inspect.getdoc(value)}\n"


def _arguments(function: Any) -> str:
    """Return the parameters as they stand in the source, and what comes back."""
    [node] = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for group in (node.args.posonlyargs, node.args.args):
        if group and group[0].arg in ("self", "cls"):
            del group[0]
    gives = f" -> {ast.unparse(node.returns)}" if node.returns and node.name != "__init__" else ""
    return f"({ast.unparse(node.args)}){gives}"
