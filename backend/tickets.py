"""Tickets: found by their code, shown to their owner and to the organiser."""

from __future__ import annotations

from functools import lru_cache

import segno
from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from backend.codes import Codes, show
from backend.dispatch import implements
from backend.models import Event, SignUp, User
from backend.zones import local_time
from contract import events, tickets

# White modules around the code, without which scanners don't find it.
QUIET = 4
# More than anybody scrolls through.
MOST = 500


@implements(tickets.get)
def get(db: Session, user: User, codes: Codes, code: str) -> tickets.Ticket:
    """Show a ticket."""
    sign_up = get_or_fail(db, codes, code)
    event = sign_up.event
    if user.id not in (sign_up.user_id, event.owner_id):
        raise events.NotYours
    path, size = qr(show(sign_up.code))
    return tickets.Ticket(
        code=show(sign_up.code),
        name=sign_up.name,
        event_id=event.id,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        zone=event.zone,
        place=event.place,
        checked_in_at=_checked_in_at(sign_up),
        qr_path=path,
        qr_size=size,
    )


@implements(tickets.find)
def find(db: Session, user: User | None) -> tickets.TicketList:
    """List the caller's own tickets, the newest event first."""
    if user is None:
        return tickets.TicketList(items=[])
    found = db.scalars(
        select(SignUp)
        .join(SignUp.event)
        .where(SignUp.user_id == user.id)
        .order_by(Event.starts_at.desc(), SignUp.id.desc())
        .limit(MOST)
        .options(contains_eager(SignUp.event), joinedload(SignUp.check_in))
    )
    return tickets.TicketList(items=[_summary(one) for one in found])


def get_or_fail(db: Session, codes: Codes, typed: str) -> SignUp:
    """Return the sign-up behind a code that somebody typed or scanned.

    Raises `ForgedTicket` without asking the database, or `TicketNotFound`.
    """
    sign_up = db.scalar(
        select(SignUp)
        .where(SignUp.code == codes.read(typed))
        .options(joinedload(SignUp.event), joinedload(SignUp.check_in))
    )
    if sign_up is None:
        raise tickets.TicketNotFound
    return sign_up


def _summary(sign_up: SignUp) -> tickets.TicketSummary:
    event = sign_up.event
    return tickets.TicketSummary(
        code=show(sign_up.code),
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        place=event.place,
        checked_in_at=_checked_in_at(sign_up),
    )


def _checked_in_at(sign_up: SignUp) -> str | None:
    came = sign_up.check_in
    return None if came is None else local_time(came.created_at, sign_up.event.zone)


@lru_cache(maxsize=1000)
def qr(text: str) -> tuple[str, int]:
    """Return a QR code as the `d` of an SVG path, and the length of its side in modules."""
    rows = list(segno.make_qr(text, error="m").matrix_iter(border=QUIET))
    path = [
        f"M{left} {top}h{length}v1h-{length}z"
        for top, row in enumerate(rows)
        for left, length in _dark_runs(bytes(row))
    ]
    return "".join(path), len(rows)


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    """Return where dark modules begin in a row, and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and at and row[at - 1]:
            left, length = runs[-1]
            runs[-1] = (left, length + 1)
        elif dark:
            runs.append((at, 1))
    return runs
