"""Guests as their organiser sees them: listed, approved, turned down."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from backend import cursors, guest_numbers, lookup, messages, models, paying, places, waiting
from backend.codes import Codes, show
from backend.cursors import Order
from backend.events import refuse_late
from backend.implementations import implements
from backend.models import Event, SignUp
from backend.sign_ups import no_room
from backend.zones import local_time
from contract import sign_ups
from contract.tickets import ForgedTicket, TicketNotFound
from rules.paying import kept_minutes
from rules.sign_ups import SHOWN, may_approve, may_promote, may_reject

SIGNED_UP: Order[SignUp] = Order(SignUp.created_at, SignUp.id, lambda one: (one.created_at, one.id))


@implements(sign_ups.find)
def find(db: Session, id: int, form: sign_ups.GuestQuery) -> sign_ups.GuestList:
    """List the guests of an event in the order in which they signed up."""
    event = lookup.event(db, id)
    found, next = cursors.page(db, wanted(event, form), SIGNED_UP, form.cursor)
    positions = waiting.positions(db, id, found)
    orders = paying.orders_of(db, [one.id for one in found])
    return sign_ups.GuestList(
        items=[
            _written(one, event.zone, positions.get(one.id), orders.get(one.id)) for one in found
        ],
        checked_in=event.checked_in,
        next=next,
    )


def wanted(event: Event, form: sign_ups.GuestQuery) -> Select[SignUp]:
    """Return the sign-ups of an event that an organiser asks for."""
    found = (
        select(SignUp)
        .where(SignUp.event_id == event.id, SignUp.status.in_(SHOWN[form.state]))
        .options(joinedload(SignUp.check_in), joinedload(SignUp.kind))
    )
    if form.state == "checked_in":
        found = found.where(SignUp.check_in.has())
    elif form.state == "expected":
        found = found.where(~SignUp.check_in.has())
    return found.where(_matches(event, form.search)) if form.search else found


def _matches(event: Event, search: str) -> ColumnElement[bool]:
    """Return the condition that a name has `search`, or digits are those of a telephone number."""
    digits = guest_numbers.digits_of(search)
    if digits and guest_numbers.phone_questions(event):
        return guest_numbers.matches(event, digits)
    return SignUp.name.icontains(search, autoescape=True)


@implements(sign_ups.get)
def get(db: Session, codes: Codes, id: int, code: str) -> sign_ups.Guest:
    """Show one guest of an event."""
    return _one(db, find_sign_up(db, codes, id, code, change=False))


@implements(sign_ups.approve)
def approve(db: Session, now: datetime, codes: Codes, id: int, code: str) -> sign_ups.Guest:
    """Say yes to a sign-up, also after a no."""
    sign_up = find_sign_up(db, codes, id, code, change=True)
    if sign_up.status in ("confirmed", "unpaid", "waiting"):
        return _one(db, sign_up)
    if not may_approve(sign_up.status):
        raise sign_ups.Decided
    refuse_late(sign_up.event, now)
    data = {}
    if places.hold(db, sign_up, paying.status_with_place(sign_up)):
        data = _kept(db, sign_up, now)
    else:
        if not sign_up.event.waiting_list:
            raise no_room(sign_up.event, sign_up.kind)
        waiting.join(sign_up.event, sign_up)
    sign_up.reason = None
    db.flush()
    messages.tell(db, sign_up, "approved", now, key=f"approved {now.isoformat()}", **data)
    return _one(db, sign_up)


@implements(sign_ups.reject)
def reject(
    db: Session, now: datetime, codes: Codes, id: int, code: str, form: sign_ups.RejectForm
) -> sign_ups.Guest:
    """Say no to a sign-up, also after a yes; its places go to the next in line."""
    sign_up = find_sign_up(db, codes, id, code, change=True)
    if sign_up.status == "rejected":
        return _one(db, sign_up)
    if not may_reject(sign_up.status, sign_up.check_in is not None):
        raise sign_ups.Decided
    refuse_late(sign_up.event, now)
    paying.release(db, sign_up, "rejected", now)
    paying.pay_back(db, sign_up, now)
    sign_up.reason = form.reason
    key = f"rejected {now.isoformat()}"
    messages.tell(db, sign_up, "rejected", now, key=key, reason=form.reason)
    waiting.serve(db, sign_up.event, now)
    return _one(db, sign_up)


@implements(sign_ups.promote)
def promote(db: Session, now: datetime, codes: Codes, id: int, code: str) -> sign_ups.Guest:
    """Let a sign-up in past the waiting list; while there is no room, make it the next."""
    sign_up = find_sign_up(db, codes, id, code, change=True)
    if sign_up.status in ("confirmed", "unpaid"):
        return _one(db, sign_up)
    if not may_promote(sign_up.status):
        raise sign_ups.Decided
    refuse_late(sign_up.event, now)
    if places.hold(db, sign_up, paying.status_with_place(sign_up)):
        sign_up.offer_ends_at = None
        db.flush()
        data = _kept(db, sign_up, now)
        messages.tell(db, sign_up, "promoted", now, key=f"promoted {now.isoformat()}", **data)
    else:
        waiting.move_to_front(db, sign_up)
    return _one(db, sign_up)


def _kept(db: Session, sign_up: SignUp, now: datetime) -> dict[str, str]:
    """Keep places that the guest has to pay for; return until when, for the message."""
    if sign_up.status != "unpaid":
        return {}
    event = sign_up.event
    until = paying.keep(db, sign_up, now, kept_minutes(waiting.minutes_of_offer(event, now)))
    return {"until": local_time(until, event.zone)}


def find_sign_up(db: Session, codes: Codes, id: int, code: str, *, change: bool) -> SignUp:
    """Return the sign-up of this event with this ticket, locked for a `change`."""
    try:
        found = lookup.sign_up(db, codes, code)
    except (ForgedTicket, TicketNotFound):
        raise sign_ups.SignUpNotFound from None
    if found.event_id != id:
        raise sign_ups.SignUpNotFound
    return lookup.locked_sign_up(db, codes, code) if change else found


def _one(db: Session, sign_up: SignUp) -> sign_ups.Guest:
    order = paying.orders_of(db, [sign_up.id]).get(sign_up.id)
    return _written(sign_up, sign_up.event.zone, waiting.position(db, sign_up), order)


def _written(
    sign_up: SignUp, zone: str, position: int | None, order: models.Order | None
) -> sign_ups.Guest:
    came, ends = sign_up.check_in, sign_up.offer_ends_at
    return sign_ups.Guest(
        name=sign_up.name,
        kind=None if sign_up.kind is None else sign_up.kind.name,
        seats=sign_up.seats,
        status=sign_up.status,
        answers=sign_up.answers,
        ticket=show(sign_up.code),
        signed_up_at=local_time(sign_up.created_at, zone),
        checked_in_at=None if came is None else local_time(came.created_at, zone),
        position=position,
        offer_ends_at=None if ends is None else local_time(ends, zone),
        reason=sign_up.reason,
        amount=None if order is None else order.amount,
        order_state=None if order is None else order.state,
        may_approve=may_approve(sign_up.status),
        may_reject=may_reject(sign_up.status, came is not None),
        may_promote=may_promote(sign_up.status),
    )
