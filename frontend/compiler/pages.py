"""What the build must know of a page without running it: its path and who may see it."""

import ast
from dataclasses import dataclass

from compiler.errors import SourceError
from compiler.graph import PAGES
from compiler.sources import Sources


@dataclass(frozen=True)
class PageInfo:
    """A page as the table of pages lists it."""

    name: str
    path: str
    who: str


def read_page(sources: Sources, name: str) -> PageInfo:
    """Read a page's `path` and `who`, which must be plain text."""
    found = sources.find(PAGES + name)
    assert found is not None and found.path is not None
    file = sources.shown(found.path)
    values: dict[str, str] = {}
    for statement in ast.parse(found.path.read_text(encoding="utf-8"), file).body:
        for key, value in _assignments(statement):
            if key in ("path", "who"):
                if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
                    raise SourceError(
                        file,
                        statement.lineno,
                        f"{key} of a page must be plain text",
                        f'{key} = "…"',
                    )
                values[key] = value.value
    if "path" not in values:
        raise SourceError(file, 1, "a page needs a path", 'path = "/events/<int:id>"')
    return PageInfo(name, values["path"], values.get("who", "anyone"))


def _assignments(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [(statement.target.id, statement.value)] if statement.value else []
    if isinstance(statement, ast.Assign):
        return [(t.id, statement.value) for t in statement.targets if isinstance(t, ast.Name)]
    return []
