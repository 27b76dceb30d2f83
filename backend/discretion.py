"""Errors of databases end up in logs, where what guests typed has no business.

SQLAlchemy leaves the parameters out (`hide_parameters`), but servers quote them: "Duplicate entry
'Li Na' for key …". Here their words lose what they quote; the number of the error stays.
"""

from __future__ import annotations

import re

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

# PostgreSQL: a line of its own after what went wrong, and values that can't be read.
_DETAILS = re.compile(r"\n(DETAIL|CONTEXT|HINT|LINE \d+):.*", re.DOTALL)
_UNREADABLE = re.compile(r'(syntax for type [^:]*|out of range): ".*"', re.DOTALL)
# MySQL and MariaDB. What stands in quotes may hold quotes, so up to the last one.
_QUOTED = re.compile(r"'.*' (?=for (key|column|function)\b)|(?<=value: )'.*'", re.DOTALL)


def hide_values(engine: Engine) -> None:
    """Have every error of this engine lose the values that it quotes."""

    @event.listens_for(engine, "handle_error")
    def hide(context: ExceptionContext) -> None:
        for error in (context.original_exception, context.sqlalchemy_exception):
            if error is not None:
                error.args = tuple(
                    without_values(part) if isinstance(part, str) else part for part in error.args
                )


def without_values(words: str) -> str:
    """Return what a server said without the values in it."""
    words = _DETAILS.sub("", words)
    words = _UNREADABLE.sub(r'\1: "…"', words)
    return _QUOTED.sub("'…' ", words)
