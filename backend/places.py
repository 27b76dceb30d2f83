"""Places: taken and given back, never more than there are.

The event first, its ticket kind after it, always: so nobody waits in a circle.
"""

from __future__ import annotations

from sqlalchemy import or_, update
from sqlalchemy.orm import Session

from backend.db import rows_changed
from backend.models import Event, SignUp, TicketKind
from rules.sign_ups import HOLDING, ONE


def take(db: Session, event_id: int, kind_id: int | None, seats: int) -> bool:
    """Count so many more places as taken, of the event and the kind; return whether they were free.

    Conditional statements, not read and then write: two phones can't take the last place.
    """
    more = (
        update(Event)
        .where(Event.id == event_id, Event.taken + seats <= Event.capacity)
        .values(taken=Event.taken + seats)
    )
    if not rows_changed(db, more):
        return False
    if kind_id is None:
        return True
    # The row of the event is ours from here on, so what is undone below was never seen.
    of_kind = (
        update(TicketKind)
        .where(
            TicketKind.id == kind_id,
            or_(
                TicketKind.capacity.is_(None),
                TicketKind.taken + seats <= TicketKind.capacity,
            ),
        )
        .values(taken=TicketKind.taken + seats)
    )
    if rows_changed(db, of_kind):
        return True
    _give_back(db, event_id, None, seats)
    return False


def hold(db: Session, sign_up: SignUp, status: str) -> bool:
    """Give a sign-up places, and a status that has them; return whether there were enough."""
    if sign_up.status not in HOLDING and not take(
        db, sign_up.event_id, sign_up.kind_id, sign_up.seats
    ):
        return False
    sign_up.status = status
    return True


def release(db: Session, sign_up: SignUp, status: str) -> None:
    """Give a sign-up a status without places, and back what it had. Its event is locked."""
    if sign_up.status in HOLDING:
        _give_back(db, sign_up.event_id, sign_up.kind_id, sign_up.seats)
    sign_up.status = status
    sign_up.offer_ends_at = None
    if status not in ONE:
        sign_up.holder_id = None
    db.flush()


def _give_back(db: Session, event_id: int, kind_id: int | None, seats: int) -> None:
    fewer = update(Event).where(Event.id == event_id).values(taken=Event.taken - seats)
    rows_changed(db, fewer)
    if kind_id is not None:
        of_kind = update(TicketKind).where(TicketKind.id == kind_id)
        rows_changed(db, of_kind.values(taken=TicketKind.taken - seats))
