"""A module as units: statements at its top level that one page may need and another one not."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

# Of these a statement does nothing but bind names, so it may run later, or never.
_BINDING = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class Unit:
    """One statement, or one name of an import: what it binds and what it looks up.

    `attributes` holds, by name, what is taken from it as `name.attribute`; `names` those that are
    used in any other way.
    """

    line: int
    end: int
    binds: frozenset[str]
    names: frozenset[str] = frozenset()
    attributes: dict[str, frozenset[str]] = field(default_factory=dict)
    # Of `from module import name as x`: (module, name); of `import module`: (module, "").
    taken: tuple[str, str] | None = None
    # The same for imports inside of a function or class.
    inside: tuple[tuple[str, str], ...] = ()


def units_of(tree: ast.Module, package: str) -> list[Unit]:
    """Return the units of a module, in order."""
    return [unit for statement in tree.body for unit in _units(statement, package)]


def is_divisible(tree: ast.Module) -> bool:
    """Tell whether each statement may run later than the others, or never."""
    lines = [statement.lineno for statement in tree.body]
    return (
        all(map(_only_binds, tree.body))
        and len({*lines}) == len(lines)  # `a = 1; b = 2`
        and not any(getattr(one, "name", "") == "__getattr__" for one in tree.body)
    )


def piece_of(source: str, units: list[Unit], wanted: frozenset[int]) -> str:
    """Return a module's text with only the wanted units in it, each on its own lines."""
    if len(wanted) == len(units):
        return source
    lines = source.split("\n")
    for at, unit in enumerate(units):
        if unit.taken or at not in wanted:
            lines[unit.line - 1 : unit.end] = [""] * (unit.end - unit.line + 1)
    taken: dict[tuple[int, str], list[str]] = {}
    for at in sorted(wanted):
        unit = units[at]
        if unit.taken:
            (name,) = unit.binds
            module, found = unit.taken
            statement = f"from {module} import " if found else f"import {module}"
            renamed = name != (found or module.split(".")[0])
            one = (found or "") + (f" as {name}" if renamed else "")
            taken.setdefault((unit.line, statement), []).append(one)
    for (line, statement), names in taken.items():
        before = lines[line - 1] + "; " if lines[line - 1] else ""
        lines[line - 1] = before + statement + ", ".join(names)
    return "\n".join(lines)


def _only_binds(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, ast.Name) for target in statement.targets)
    if isinstance(statement, ast.ImportFrom):
        return all(alias.name != "*" for alias in statement.names)
    return isinstance(statement, _BINDING)


def _units(statement: ast.stmt, package: str) -> Iterator[Unit]:
    first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
    lines = first, statement.end_lineno or statement.lineno
    if isinstance(statement, ast.ImportFrom | ast.Import):
        for name, taken in _imported(statement, package):
            yield Unit(*lines, frozenset([name]), taken=taken)
        return
    names, attributes = _looked_up(statement)
    inside = tuple(
        taken
        for node in ast.walk(statement)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for _name, taken in _imported(node, package)
    )
    yield Unit(*lines, frozenset(_bound(statement)), frozenset(names), attributes, None, inside)


def _imported(
    node: ast.ImportFrom | ast.Import, package: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each name that an import binds, with what it takes."""
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            yield alias.asname or alias.name, (absolute(node, package), alias.name)
        else:
            yield (alias.asname or alias.name).split(".")[0], (alias.name, "")


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the full name of the module in `from … import`."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    return ".".join(
        [*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])]
    )


def _bound(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            yield statement.name
        case _:
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id


def _looked_up(statement: ast.stmt) -> tuple[set[str], dict[str, frozenset[str]]]:
    names: set[str] = set()
    attributes: dict[str, set[str]] = {}
    inside: set[ast.AST] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            attributes.setdefault(node.value.id, set()).add(node.attr)
            inside.add(node.value)
        elif isinstance(node, ast.Global):
            names.update(node.names)
        elif isinstance(node, ast.Name) and node not in inside:
            names.add(node.id)
    return names, {name: frozenset(found) for name, found in attributes.items()}
