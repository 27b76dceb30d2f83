"""Places: taken and given back, never more than there are."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.db import rows_changed
from backend.models import Event, SignUp
from rules.sign_ups import HOLDING, ONE


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


def hold(db: Session, sign_up: SignUp, status: str) -> bool:
    """Give a sign-up places, and a status that has them; return whether there were enough."""
    if sign_up.status not in HOLDING and not take(db, sign_up.event_id, sign_up.seats):
        return False
    sign_up.status = status
    return True


def release(db: Session, sign_up: SignUp, status: str) -> None:
    """Give a sign-up a status without places, and back what it had. Its event is locked."""
    if sign_up.status in HOLDING:
        fewer = (
            update(Event)
            .where(Event.id == sign_up.event_id)
            .values(taken=Event.taken - sign_up.seats)
        )
        rows_changed(db, fewer)
    sign_up.status = status
    sign_up.offer_ends_at = None
    if status not in ONE:
        sign_up.holder_id = None
    db.flush()
