"""Things found by what an address names them, or the problem that says there is no such thing."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from backend.codes import Codes
from backend.db import lock
from backend.models import Event, Helper, SignUp, User
from contract import events, tickets


def event(db: Session, id: int) -> Event:
    """Return the event with this id, or raise `EventNotFound`."""
    found = db.get(Event, id)
    if found is None:
        raise events.EventNotFound
    return found


def locked_event(db: Session, id: int) -> Event:
    """Return the event as it is now; its places are ours until the transaction ends."""
    found = lock(db, Event, id)
    if found is None:
        raise events.EventNotFound
    return found


def helps(db: Session, event: Event, user: User) -> bool:
    """Tell whether somebody is a helper of an event."""
    found = select(Helper.id).where(Helper.event_id == event.id, Helper.user_id == user.id)
    return db.scalar(found) is not None


def sign_up(db: Session, codes: Codes, typed: str) -> SignUp:
    """Return the sign-up behind a code that somebody typed or scanned.

    Raises `ForgedTicket` without asking the database, or `TicketNotFound`.
    """
    found = db.scalar(
        select(SignUp)
        .where(SignUp.code == codes.read(typed))
        .options(joinedload(SignUp.event), joinedload(SignUp.check_in))
    )
    if found is None:
        raise tickets.TicketNotFound
    return found


def locked_sign_up(db: Session, codes: Codes, typed: str) -> SignUp:
    """Return the sign-up as it is now, with its event locked.

    The event first, always: whoever changes places comes through it, so nobody waits in a circle.
    """
    locked_event(db, sign_up(db, codes, typed).event_id)
    # What was read before the lock may be an old state of it.
    db.expire_all()
    return sign_up(db, codes, typed)
