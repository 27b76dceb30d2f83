"""One module of the page: its text as it will be compiled, and what it imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Import:
    """One `import` of a module; `names` are those taken from it, `optional` if it may fail."""

    module: str
    names: tuple[str, ...]
    line: int
    optional: bool = False


@dataclass
class Module:
    """A module of the page."""

    name: str
    file: str
    source: str
    is_package: bool = False
    is_script: bool = False
    type_names: set[str] = field(default_factory=set)
    imports: list[Import] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    # None of the names can be told missing: a star import, or a module's own __getattr__.
    open_names: bool = False

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]


def read_imports(module: Module, tree: ast.Module) -> None:
    """Fill in what a module imports and which names it binds, from its text without types."""
    module.imports = list(_imports(tree, module.package, optional=False))
    for name in _bound_names(tree):
        module.names.add(name)
    module.open_names = "*" in module.names or "__getattr__" in module.names


def _imports(node: ast.AST, package: str, optional: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, (), child.lineno, optional)
        elif isinstance(child, ast.ImportFrom):
            base = child.module or ""
            if child.level:
                parts = package.split(".")
                parts = parts[: len(parts) - child.level + 1]
                base = ".".join([*parts, base] if base else parts)
            yield Import(base, tuple(a.name for a in child.names), child.lineno, optional)
        elif isinstance(child, ast.Try) and _catches_import_error(child):
            for part in child.body:
                yield from _imports(ast.Module([part], []), package, optional=True)
            for rest in [*child.handlers, *child.orelse, *child.finalbody]:
                yield from _imports(ast.Module([rest], []), package, optional)  # type: ignore[list-item]
        else:
            yield from _imports(child, package, optional)


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
