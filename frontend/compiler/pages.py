"""What the build must know of a page without running it: path, who may see it, form or not."""

import ast
from dataclasses import dataclass
from functools import lru_cache

from compiler.errors import SourceError
from compiler.graph import PAGES
from compiler.sources import Sources
from compiler.unsupported import parsed


@dataclass(frozen=True)
class PageInfo:
    """A page as the table of pages lists it."""

    name: str
    path: str
    who: str
    takes_form: bool = False


def read_page(sources: Sources, name: str) -> PageInfo:
    """Read a page's `path` and `who`, which must be plain text."""
    found = sources.find(PAGES + name)
    assert found is not None and found.path is not None
    return _read(name, sources.shown(found.path), found.path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def _read(name: str, file: str, text: str) -> PageInfo:
    values: dict[str, str] = {}
    takes_form = False
    for statement in parsed(text, file).body:
        takes_form = takes_form or getattr(statement, "name", "") == "submit"
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
    return PageInfo(name, values["path"], values.get("who", "anyone"), takes_form)


def _assignments(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [(statement.target.id, statement.value)] if statement.value else []
    if isinstance(statement, ast.Assign):
        return [(t.id, statement.value) for t in statement.targets if isinstance(t, ast.Name)]
    return []
