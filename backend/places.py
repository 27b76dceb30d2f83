"""Places: taken and given back, never more than there are."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.db import rows_changed
from backend.models import Event, SignUp
from rules.sign_ups import ACTIVE, HOLDING


def take(db: Session, event_id: int, seats: int) -> bool:
    """Count so many more places as taken; return whether they were free.

    One conditional statement, not read and then write: two phones can't take the last place.
    """
    more = (
        update(Event)
        .where(Event.id == event_id, Event.taken + seats <= Event.capacity)
        .values(taken=Event.taken + seats)
    )
    return bool(rows_changed(db, more))


def move(db: Session, sign_up: SignUp, status: str) -> None:
    """Give a sign-up another status, and back what it no longer holds. Its event is locked."""
    if sign_up.status in HOLDING and status not in HOLDING:
        fewer = (
            update(Event)
            .where(Event.id == sign_up.event_id)
            .values(taken=Event.taken - sign_up.seats)
        )
        rows_changed(db, fewer)
    sign_up.status = status
    if status not in ACTIVE:
        sign_up.holder_id = None
    db.flush()
