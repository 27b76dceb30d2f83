"""Questions to Python syntax trees."""

import ast
from collections.abc import Iterator

Block = list[ast.stmt]


def blocks(tree: ast.AST) -> Iterator[Block]:
    """Yield every list of statements."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def last_name(node: ast.expr) -> str:
    """Return `x` of `x`, `m.x` and "" of anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_type_checking(test: ast.expr) -> bool:
    return last_name(test) == "TYPE_CHECKING"


def bound(statement: ast.stmt) -> set[str]:
    """Return the names that a statement binds in its block."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            return {(a.asname or a.name).split(".")[0] for a in statement.names}
        case ast.Assign():
            return {t.id for t in statement.targets if isinstance(t, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.ClassDef() | ast.FunctionDef():
            return {statement.name}
    return set()


def exported(tree: ast.Module) -> set[str]:
    """Return the names in `__all__`."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and "__all__" in bound(statement):
            return {
                e.value
                for e in getattr(statement.value, "elts", [])
                if isinstance(e, ast.Constant) and isinstance(e.value, str)
            }
    return set()


def names_in_text(text: str) -> set[str]:
    """Return the names in an annotation that is written as a string."""
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
