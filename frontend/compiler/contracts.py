"""Makes compact tables of those records of a contract that the page only reads.

A record that some module of the page names (to fill it, to ask for its fields) or that an endpoint
takes as a body is left as it is, with all its fields. Of any other one, names are enough.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace

from compiler.graph import Graph
from compiler.modules import Module, read_imports

PACKAGE = "contract."
TABLES = "qiao.contract.tables"
# What an optional field of these kinds gives when it is left out.
_EMPTY = {"lines": "[]", "records": "[]", "answers": "{}"}

Class = tuple[str, str]  # module and name


class Tables:
    """Makes the tables of builds, and keeps them: few changes touch what they follow from."""

    def __init__(self) -> None:
        self._given: tuple[list[tuple[str, str, str]], set[Class]] | None = None
        self._made: dict[str, Module] = {}

    def make(self, graph: Graph) -> None:
        """Put the contract's modules with tables in them into a graph."""
        contract = [m for m in graph.modules.values() if m.name.startswith(PACKAGE)]
        outside = {*_named_outside(graph)}
        given = [(m.name, m.file, m.source) for m in contract], outside
        if given != self._given:
            self._made = _rewritten(contract, outside)
            self._given = given
        graph.modules.update(self._made)
        if self._made:
            graph.add([TABLES])


def _rewritten(contract: list[Module], outside: set[Class]) -> dict[str, Module]:
    """Return those of the contract's modules that get tables, rewritten line by line."""
    trees = {module.name: ast.parse(module.source) for module in contract}
    records = {
        (module, node.name): node
        for module, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and _is_plain(node)
    }
    filled = _filled(outside, trees, records)
    made: dict[str, Module] = {}
    for module in contract:
        found = [n for key, n in records.items() if key[0] == module.name and key not in filled]
        if found:
            made[module.name] = _rewrite(module, found)
    return made


def _is_plain(node: ast.ClassDef) -> bool:
    """Tell whether a class is a record that is nothing but fields."""
    is_record = len(node.bases) == 1 and ast.unparse(node.bases[0]) == "Record"
    return is_record and not node.keywords and all(_field(one) for one in node.body)


def _field(statement: ast.stmt) -> tuple[str, ast.Call] | None:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name()) as call):
            return name, call
    return None


def _filled(
    outside: set[Class], trees: dict[str, ast.Module], records: dict[Class, ast.ClassDef]
) -> set[Class]:
    """Return the records that need their fields."""
    todo = [*outside, *_named_inside(trees, records)]
    filled: set[Class] = set()
    while todo:
        one = todo.pop()
        if one in filled:
            continue
        filled.add(one)
        if one in records:
            names = {n.id for n in ast.walk(records[one]) if isinstance(n, ast.Name)}
            todo += [_home(trees, one[0], name) for name in names]
    return filled


def _named_outside(graph: Graph) -> Iterator[Class]:
    """Yield what modules of the page take from the contract, other than for annotations."""
    for module in graph.modules.values():
        if module.name.startswith(PACKAGE):
            continue
        aliases: dict[str, str] = {}
        for unit in module.units:
            for taken in [*([unit.taken] if unit.taken else []), *unit.inside]:
                yield taken
                for name in unit.binds:
                    aliases[name] = ".".join(filter(None, taken))
        for unit in module.units:
            for name, attributes in unit.attributes.items():
                yield from ((aliases.get(name, ""), attribute) for attribute in attributes)


def _named_inside(
    trees: dict[str, ast.Module], records: dict[Class, ast.ClassDef]
) -> Iterator[Class]:
    """Yield what the contract names, but in fields of records, as what is given, as a query."""
    for module, tree in trees.items():
        for statement in tree.body:
            if (module, getattr(statement, "name", "")) in records:
                continue
            calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
            only_named = {
                part
                for call in calls
                for keyword in call.keywords
                if keyword.arg == "gives" or (keyword.arg == "takes" and _reads(call))
                for part in ast.walk(keyword.value)
            }
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and node not in only_named:
                    yield _home(trees, module, node.id)


def _reads(call: ast.Call) -> bool:
    """Tell whether a call makes an endpoint to read from: the page sends its query as it is."""
    match call.args:
        case [ast.Constant(value=str(route)), *_]:
            return route.startswith("GET ")
    return False


def _home(trees: dict[str, ast.Module], module: str, name: str) -> Class:
    """Return where a name of a module comes from."""
    for statement in trees[module].body:
        if isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                if (alias.asname or alias.name) == name and statement.module in trees:
                    return _home(trees, statement.module, alias.name)
    return module, name


def _rewrite(module: Module, nodes: list[ast.ClassDef]) -> Module:
    lines = module.source.split("\n")
    for node in nodes:
        assert node.end_lineno is not None
        lines[node.lineno - 1 : node.end_lineno] = [
            _table(node),
            *[""] * (node.end_lineno - node.lineno),
        ]
    # Where the docstring was.
    free = next(at for at, line in enumerate(lines) if not line.strip())
    lines[free] = f"from {TABLES} import Answer"
    made = replace(module, source="\n".join(lines), names={*module.names})
    read_imports(made, ast.parse(made.source))
    return made


def _table(node: ast.ClassDef) -> str:
    """Return the class as one line."""
    names, inside, missing = [], [], []
    for name, call in filter(None, map(_field, node.body)):
        names.append(name)
        kind = ast.unparse(call.func)
        if kind in ("record", "records"):
            inside.append(f"{name!r}: {ast.unparse(call.args[1])}")
        options = {one.arg: ast.unparse(one.value) for one in call.keywords}
        left_out = options.get("default") or _EMPTY.get(kind)
        if left_out:
            missing.append(f"{name!r}: {left_out}")
    values = [repr(" ".join(names)), f"{{{', '.join(inside)}}}", f"{{{', '.join(missing)}}}"]
    given = [
        f"{what} = {value}"
        for what, value in zip(("NAMES", "INSIDE", "MISSING"), values, strict=True)
        if value != "{}"
    ]
    return f"class {node.name}(Answer): {'; '.join(given)}"
