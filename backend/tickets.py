"""Tickets: found by their code, shown to their owner and to the organiser, cancelled."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

import segno
from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from backend import lookup, places
from backend.codes import Codes, show
from backend.dispatch import implements
from backend.models import Event, SignUp, User
from backend.zones import local_time
from contract import events, tickets
from rules.sign_ups import ACTIVE, may_cancel

# White modules around the code, without which scanners don't find it.
QUIET = 4
# More than anybody scrolls through.
MOST = 500


@implements(tickets.get)
def get(db: Session, user: User, now: datetime, codes: Codes, code: str) -> tickets.Ticket:
    """Show a ticket."""
    return written(lookup.sign_up(db, codes, code), user, now)


@implements(tickets.cancel)
def cancel(db: Session, user: User, now: datetime, codes: Codes, code: str) -> tickets.Ticket:
    """Give up the places of a ticket."""
    sign_up = lookup.locked_sign_up(db, codes, code)
    over, used = sign_up.event.ends_at <= now, sign_up.check_in is not None
    if sign_up.status in ACTIVE and not may_cancel(sign_up.status, over, used):
        raise tickets.AlreadyUsed if used else events.EventOver
    if sign_up.status in ACTIVE:
        places.move(db, sign_up, "cancelled")
    return written(sign_up, user, now)


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


def written(sign_up: SignUp, user: User, now: datetime) -> tickets.Ticket:
    """Return the ticket as the contract has it, for `user`."""
    event = sign_up.event
    mine = sign_up.user_id == user.id
    over, used = event.ends_at <= now, sign_up.check_in is not None
    path, size = qr(show(sign_up.code))
    return tickets.Ticket(
        code=show(sign_up.code),
        name=sign_up.name,
        status=sign_up.status,
        seats=sign_up.seats,
        event_id=event.id,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        zone=event.zone,
        place=event.place,
        checked_in_at=_checked_in_at(sign_up),
        may_cancel=mine and may_cancel(sign_up.status, over, used),
        qr_path=path,
        qr_size=size,
    )


def _summary(sign_up: SignUp) -> tickets.TicketSummary:
    event = sign_up.event
    return tickets.TicketSummary(
        code=show(sign_up.code),
        status=sign_up.status,
        seats=sign_up.seats,
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
