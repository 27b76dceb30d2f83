"""Check-ins: a ticket lets its guest in, once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend import lookup
from backend.codes import Codes
from backend.db import rows_changed
from backend.implementations import implements
from backend.models import CheckIn, Event, User
from backend.zones import local_time
from contract import check_ins
from contract.events import EventCancelled
from rules.sign_ups import may_enter


@implements(check_ins.count)
def count(db: Session, id: int) -> check_ins.Door:
    """Tell how many guests have come in, and how many are to come."""
    event = lookup.event(db, id)
    return check_ins.Door(checked_in=event.checked_in, taken=event.taken)


@implements(check_ins.create)
def create(
    db: Session, user: User, now: datetime, codes: Codes, id: int, form: check_ins.CheckInForm
) -> check_ins.CheckIn:
    """Let in the guest whose ticket this is."""
    event = lookup.event(db, id)
    if event.cancelled_at is not None:
        raise EventCancelled
    # Locked: a guest who cancels at this moment is either in, or has cancelled.
    sign_up = lookup.locked_sign_up(db, codes, form.ticket)
    if sign_up.event_id != id:
        # The other event may be somebody else's: its title only for who runs it, too.
        title = sign_up.event.title if sign_up.event.owner_id == user.id else ""
        raise check_ins.WrongEvent(title=title)
    if not may_enter(sign_up.status):
        raise check_ins.NotConfirmed(name=sign_up.name)
    came = sign_up.check_in
    if came is not None:
        raise check_ins.AlreadyCheckedIn(
            name=sign_up.name, checked_in_at=local_time(came.created_at, event.zone)
        )
    db.add(CheckIn(sign_up=sign_up, user_id=user.id, created_at=now))
    db.flush()
    # One statement, as for places: two doors at once lose nothing.
    more = Event.checked_in + sign_up.seats
    rows_changed(db, update(Event).where(Event.id == id).values(checked_in=more))
    db.refresh(event)
    return check_ins.CheckIn(
        name=sign_up.name,
        seats=sign_up.seats,
        answers=sign_up.answers,
        checked_in_at=local_time(now, event.zone),
        checked_in=event.checked_in,
        taken=event.taken,
    )
