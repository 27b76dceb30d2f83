"""Files that the API gives: sent in pieces, each read in a transaction of its own.

A slow connection so holds neither the database nor the memory for the whole of a long list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Response
from sqlalchemy.orm import Session

from backend.db import Database
from qiao import contract
from qiao.quoting import quote

Read = Callable[[Callable[[Session], Any]], Any]
# What no file system takes in a name.
UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Download:
    """A file: `pieces(read)` yields its parts, `read(work)` does `work` in a transaction."""

    # As people read it, and for old programs in ASCII.
    name: str
    plain_name: str
    pieces: Callable[[Read], Iterator[str]]


def response(database: Database, kind: contract.Download, file: Download) -> Response:
    """Return the answer with which a browser saves the file."""

    def read(work: Callable[[Session], Any]) -> Any:
        return database.run(work, writes=False)

    parts = (part.encode() for part in file.pieces(read))
    answer = Response(parts, content_type=f"{kind.media_type}; charset=utf-8")
    answer.headers["Content-Disposition"] = disposition(file.name, file.plain_name)
    return answer


def disposition(name: str, plain_name: str) -> str:
    """Return the header of RFC 6266: the name in ASCII, and whole as RFC 5987 writes it."""
    whole = quote(name.translate(UNFIT))
    return f"attachment; filename=\"{plain_name}\"; filename*=UTF-8''{whole}"
