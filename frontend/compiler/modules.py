"""One module of the page: its text as it will be compiled, and what it imports."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from compiler.units import Unit, absolute, is_divisible, units_of


@dataclass(frozen=True)
class Import:
    """One `import` of a module; `names` are those taken from it, `optional` if it may fail."""

    module: str
    names: tuple[str, ...]
    line: int
    optional: bool = False


@dataclass
class Module:
    """A module of the page: `text` is what its file holds, `source` what is compiled of it."""

    name: str
    file: str
    source: str
    text: str = ""
    is_package: bool = False
    is_script: bool = False
    type_names: set[str] = field(default_factory=set)
    imports: list[Import] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    # None of the names can be told missing: a star import, or a module's own __getattr__.
    open_names: bool = False
    # Every text in it.
    strings: set[str] = field(default_factory=set)
    units: list[Unit] = field(default_factory=list)
    # By name, the places of the units that bind it.
    bound: dict[str, list[int]] = field(default_factory=dict)
    # A page needs either all of the units or none.
    is_one: bool = True

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]


EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def read_exports(module: Module) -> None:
    """Fill in what a JavaScript module exports, as far as each stands behind its own `export`."""
    module.is_script = True
    module.names = set(EXPORT.findall(module.text))
    module.open_names = bool(re.search(r"^export [{*]", module.text, re.MULTILINE))


def read_imports(module: Module, tree: ast.Module) -> None:
    """Fill in what a module imports and which names it binds, from its text without types."""
    module.imports = [*_imports(tree, module.package, optional=False), *_attributes(tree)]
    for name in _bound_names(tree):
        module.names.add(name)
    module.open_names = "*" in module.names or "__getattr__" in module.names
    module.units = units_of(tree, module.package)
    module.bound = {}
    for at, unit in enumerate(module.units):
        for name in unit.binds:
            module.bound.setdefault(name, []).append(at)
    module.is_one = not is_divisible(tree)
    module.strings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _imports(node: ast.AST, package: str, optional: bool) -> Iterator[Import]:
    """Yield the imports that a node is or holds."""
    parts: list[tuple[ast.AST, bool]] = [(n, optional) for n in ast.iter_child_nodes(node)]
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, (), node.lineno, optional)
    elif isinstance(node, ast.ImportFrom):
        base = absolute(node, package)
        yield Import(base, tuple(alias.name for alias in node.names), node.lineno, optional)
    elif isinstance(node, ast.Try) and _catches_import_error(node):
        # Neither the first choice nor what stands in for it need be there.
        parts = [(n, True) for n in (*node.body, *node.handlers)]
        parts += [(n, optional) for n in (*node.orelse, *node.finalbody)]
    for part, may_fail in parts:
        yield from _imports(part, package, may_fail)


def _attributes(tree: ast.Module) -> Iterator[Import]:
    """Yield what is taken as `module.name` from modules imported by their name."""
    imported = {
        alias.asname or alias.name: alias.name
        for node in tree.body
        if isinstance(node, ast.Import)
        for alias in node.names
        if "." not in alias.name
    }
    own = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), ctx=ast.Load()):
                if name in imported and name not in own:
                    yield Import(imported[name], (node.attr,), node.lineno)


def _catches_import_error(node: ast.Try) -> bool:
    return any(
        isinstance(part, ast.Name) and part.id in ("ImportError", "ModuleNotFoundError")
        for handler in node.handlers
        if handler.type
        for part in ast.walk(handler.type)
    )


def _bound_names(tree: ast.Module) -> Iterator[str]:
    """Yield every name that the module's top level may bind, generously."""
    todo: list[ast.AST] = list(tree.body)
    while todo:
        node = todo.pop()
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
                continue
            case ast.Import() | ast.ImportFrom():
                for alias in node.names:
                    yield (alias.asname or alias.name).split(".")[0]
            case ast.Name(ctx=ast.Store()):
                yield node.id
            case ast.ExceptHandler(name=str(name)):
                yield name
            case ast.Global():
                yield from node.names
        todo.extend(ast.iter_child_nodes(node))


def bound_anywhere(tree: ast.Module) -> set[str]:
    """Return every name that a module binds at any depth: parameters, too."""
    found = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return found.union(
        *(
            set(_bound_names(ast.Module([node], [])))
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt)
        )
    )
