"""Page errors: reports of pages, looked up in the sources of their build and counted.

What is the same in all builds is one error: its class, and the texts of the lines it came through.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.config import Config
from backend.db import remove_some
from backend.implementations import implements
from backend.models import PageError
from backend.symbols import Symbols, symbols_of
from contract import page_errors
from qiao.contract import Invalid
from qiao.errors import OF_CODE

KEPT = timedelta(days=30)
# Pages of many people fail at once after a bad deploy; the first few say all there is to say.
MOST_A_MINUTE = 60
# Different errors: nobody has made so many mistakes, but anybody may send made up ones.
MOST_NEW_AN_HOUR = 100
BUILDS = 5
SHOWN = ("id", "kind", "message", "count", "first_seen", "last_seen", "builds", "frames")


@implements(page_errors.create)
def create(db: Session, config: Config, now: datetime, form: page_errors.PageErrorForm) -> None:
    """Report an error that nobody handled in a page."""
    symbols = symbols_of(config.build, form.build)
    if symbols is None:
        raise page_errors.UnknownBuild
    if not form.kind.isidentifier():
        raise Invalid({"kind": "This is not the name of a class."})
    frames = _looked_up(symbols, form)
    digest = _digest(form.kind, frames)
    found = db.scalar(
        select(PageError).where(PageError.digest == digest).with_for_update()
    ) or _added(db, now, digest, form.kind)
    minute = now.replace(second=0, microsecond=0)
    if found.last_seen < minute:
        found.this_minute = 0
    elif found.this_minute >= MOST_A_MINUTE:
        raise page_errors.TooManyReports(retry_after=60)
    found.this_minute += 1
    found.count += 1
    found.last_seen = now
    # As it is now: an edit above moves the lines.
    found.frames = frames
    found.message = form.message if form.kind in OF_CODE else None
    found.builds = [*(one for one in found.builds if one != form.build), form.build][-BUILDS:]


def recent(db: Session, since: datetime) -> list[dict[str, Any]]:
    """Return the errors seen since then, the latest last: there a terminal stops."""
    found = db.scalars(
        select(PageError)
        .where(PageError.last_seen >= since)
        .order_by(PageError.last_seen, PageError.id)
    )
    return [{name: getattr(error, name) for name in SHOWN} for error in found]


def remove_old(db: Session, now: datetime) -> None:
    """Remove errors that have not been seen for long."""
    remove_some(db, PageError, PageError.last_seen < now - KEPT)


def _added(db: Session, now: datetime, digest: str, kind: str) -> PageError:
    remove_old(db, now)
    new = select(func.count()).where(PageError.first_seen > now - timedelta(hours=1))
    if (db.scalar(new) or 0) >= MOST_NEW_AN_HOUR:
        raise page_errors.TooManyReports(retry_after=3600)
    added = PageError(
        digest=digest,
        kind=kind,
        message=None,
        frames=[],
        builds=[],
        count=0,
        this_minute=0,
        first_seen=now,
        last_seen=now,
    )
    db.add(added)
    # If another was first, the database undoes this transaction; begun again, it finds the other's.
    db.flush()
    return added


def _looked_up(symbols: Symbols, form: page_errors.PageErrorForm) -> list[dict[str, Any]]:
    """Return the frames that the build has, with their text; others were made up."""
    frames = [(frame.file, frame.line, frame.name) for frame in form.frames]
    found = [symbols.place(place.script, place.line, place.column) for place in form.places]
    stack = [place for place in found if place is not None]
    if frames:
        # Below Python, whose own frames say more, are those of our scripts.
        stack = list(takewhile(lambda place: not place[0].endswith(".py"), stack))
    frames += [(file, line, "") for file, line in reversed(stack)]
    return [
        {"file": file, "line": line, "name": name, "text": text}
        for file, line, name in frames
        if (text := symbols.text(file, line)) is not None
    ]


def _digest(kind: str, frames: list[dict[str, Any]]) -> str:
    same = [kind, [[frame["file"], frame["name"], frame["text"]] for frame in frames]]
    return hashlib.sha256(json.dumps(same).encode()).hexdigest()
