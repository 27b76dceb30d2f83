"""Check-ins: a ticket lets its guest in, once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend import lookup
from backend.codes import Codes
from backend.dispatch import implements
from backend.models import CheckIn, SignUp, User
from backend.zones import local_time
from contract import check_ins
from rules.sign_ups import may_enter


@implements(check_ins.create)
def create(
    db: Session, user: User, now: datetime, codes: Codes, id: int, form: check_ins.CheckInForm
) -> check_ins.CheckIn:
    """Let in the guest whose ticket this is."""
    event = lookup.event(db, id)
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
    return check_ins.CheckIn(
        name=sign_up.name,
        seats=sign_up.seats,
        answers=sign_up.answers,
        checked_in_at=local_time(now, event.zone),
        checked_in=count(db, id),
        taken=event.taken,
    )


def count(db: Session, event_id: int) -> int:
    """Return how many guests have come in."""
    found = db.scalar(
        select(func.sum(SignUp.seats)).join(CheckIn).where(SignUp.event_id == event_id)
    )
    return int(found or 0)
