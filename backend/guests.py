"""Guests as their organiser sees them: listed, approved, turned down."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from backend import lookup, messages, places, waiting
from backend.codes import Codes, show
from backend.dispatch import implements
from backend.models import SignUp
from backend.sign_ups import no_room
from backend.zones import local_time
from contract import sign_ups
from contract.tickets import ForgedTicket, TicketNotFound
from rules.sign_ups import ACTIVE, may_approve, may_reject


@implements(sign_ups.find)
def find(db: Session, id: int) -> sign_ups.GuestList:
    """List the guests of an event in the order in which they signed up."""
    event = lookup.event(db, id)
    found = db.scalars(
        select(SignUp)
        .where(SignUp.event_id == id, SignUp.status.in_(ACTIVE))
        .order_by(SignUp.created_at, SignUp.id)
        .options(joinedload(SignUp.check_in))
    ).all()
    # Whose turn it is follows from the list itself.
    line = sorted(one.queue_number or 0 for one in found if one.status == "waiting")
    positions = {number: at for at, number in enumerate(line, 1)}
    return sign_ups.GuestList(
        items=[_written(one, event.zone, positions.get(one.queue_number or 0)) for one in found],
        checked_in=sum(one.seats for one in found if one.check_in is not None),
    )


@implements(sign_ups.get)
def get(db: Session, codes: Codes, id: int, code: str) -> sign_ups.Guest:
    """Show one guest of an event."""
    return _one(db, _find(db, codes, id, code, change=False))


@implements(sign_ups.approve)
def approve(db: Session, now: datetime, codes: Codes, id: int, code: str) -> sign_ups.Guest:
    """Say yes to a sign-up, also after a no."""
    sign_up = _find(db, codes, id, code, change=True)
    if sign_up.status in ("confirmed", "waiting"):
        return _one(db, sign_up)
    if not may_approve(sign_up.status):
        raise sign_ups.Decided
    if not places.hold(db, sign_up, "confirmed"):
        if not sign_up.event.waiting_list:
            raise no_room(sign_up.event)
        waiting.join(sign_up.event, sign_up)
    sign_up.reason = None
    db.flush()
    messages.tell(db, sign_up, "approved", now, key=f"approved {now.isoformat()}")
    return _one(db, sign_up)


@implements(sign_ups.reject)
def reject(
    db: Session, now: datetime, codes: Codes, id: int, code: str, form: sign_ups.RejectForm
) -> sign_ups.Guest:
    """Say no to a sign-up, also after a yes; its places go to the next in line."""
    sign_up = _find(db, codes, id, code, change=True)
    if sign_up.status == "rejected":
        return _one(db, sign_up)
    if not may_reject(sign_up.status, sign_up.check_in is not None):
        raise sign_ups.Decided
    places.release(db, sign_up, "rejected")
    sign_up.reason = form.reason
    key = f"rejected {now.isoformat()}"
    messages.tell(db, sign_up, "rejected", now, key=key, reason=form.reason)
    waiting.serve(db, sign_up.event, now)
    return _one(db, sign_up)


def _find(db: Session, codes: Codes, id: int, code: str, *, change: bool) -> SignUp:
    """Return the sign-up of this event with this ticket, locked for a `change`."""
    try:
        found = lookup.sign_up(db, codes, code)
    except (ForgedTicket, TicketNotFound):
        raise sign_ups.SignUpNotFound from None
    if found.event_id != id:
        raise sign_ups.SignUpNotFound
    return lookup.locked_sign_up(db, codes, code) if change else found


def _one(db: Session, sign_up: SignUp) -> sign_ups.Guest:
    return _written(sign_up, sign_up.event.zone, waiting.position(db, sign_up))


def _written(sign_up: SignUp, zone: str, position: int | None) -> sign_ups.Guest:
    came, ends = sign_up.check_in, sign_up.offer_ends_at
    return sign_ups.Guest(
        name=sign_up.name,
        seats=sign_up.seats,
        status=sign_up.status,
        answers=sign_up.answers,
        ticket=show(sign_up.code),
        signed_up_at=local_time(sign_up.created_at, zone),
        checked_in_at=None if came is None else local_time(came.created_at, zone),
        position=position,
        offer_ends_at=None if ends is None else local_time(ends, zone),
        reason=sign_up.reason,
        may_approve=may_approve(sign_up.status),
        may_reject=may_reject(sign_up.status, came is not None),
    )
