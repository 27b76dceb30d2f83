"""Tickets: found by their code, shown to their owner and to the organiser, taken, given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

import segno
from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from backend import cursors, lookup, messages, paying, places, ticket_kinds, waiting
from backend.cashiers import is_payable
from backend.codes import Codes, show
from backend.cursors import Order
from backend.event_records import state_of
from backend.implementations import implements
from backend.models import Event, SignUp, TicketKind, User
from backend.zones import local_time
from contract import events, tickets
from contract.lists import ListQuery
from rules.paying import pays_back
from rules.sign_ups import ACTIVE, may_cancel

# White modules around the code, without which scanners don't find it.
QUIET = 4
LATEST: Order[SignUp] = Order(
    Event.starts_at, SignUp.id, lambda one: (one.event.starts_at, one.id), latest_first=True
)


@implements(tickets.get)
def get(db: Session, user: User, now: datetime, codes: Codes, code: str) -> tickets.Ticket:
    """Show a ticket."""
    return written(db, lookup.sign_up(db, codes, code), user, now)


@implements(tickets.accept)
def accept(db: Session, user: User, now: datetime, codes: Codes, code: str) -> tickets.Ticket:
    """Take the place that is offered."""
    sign_up = lookup.locked_sign_up(db, codes, code)
    event, ends = sign_up.event, sign_up.offer_ends_at
    if sign_up.status != "confirmed":
        if sign_up.status != "offered" or ends is None:
            raise tickets.NothingOffered
        if event.cancelled_at is not None:
            raise events.EventCancelled
        if event.ends_at <= now:
            raise events.EventOver
        # The job that takes it back may come later than its time, but never too early.
        if ends <= now:
            raise tickets.OfferEnded
        places.hold(db, sign_up, "confirmed")
        sign_up.offer_ends_at = None
        db.flush()
    return written(db, sign_up, user, now)


@implements(tickets.cancel)
def cancel(db: Session, user: User, now: datetime, codes: Codes, code: str) -> tickets.Ticket:
    """Give up the places of a ticket, or the wish for some; they go to the next in line."""
    sign_up = lookup.locked_sign_up(db, codes, code)
    over, used = sign_up.event.ends_at <= now, sign_up.check_in is not None
    if sign_up.status in ACTIVE:
        if not may_cancel(sign_up.status, over, used):
            raise tickets.AlreadyUsed if used else events.EventOver
        paying.release(db, sign_up, "cancelled", now)
        paying.pay_back_cancelled(db, sign_up, now)
        waiting.serve(db, sign_up.event, now)
    return written(db, sign_up, user, now)


@implements(tickets.find)
def find(db: Session, user: User | None, now: datetime, form: ListQuery) -> tickets.TicketList:
    """List the caller's own tickets, the newest event first."""
    if user is None:
        return tickets.TicketList(items=[])
    wanted = (
        select(SignUp)
        .join(SignUp.event)
        .where(SignUp.user_id == user.id)
        .options(contains_eager(SignUp.event), joinedload(SignUp.check_in), joinedload(SignUp.kind))
    )
    found, next = cursors.page(db, wanted, LATEST, form.cursor)
    kinds = ticket_kinds.of_events(db, [one.event_id for one in found])
    items = [_summary(one, kinds[one.event_id], now) for one in found]
    return tickets.TicketList(items=items, next=next)


def written(db: Session, sign_up: SignUp, user: User, now: datetime) -> tickets.Ticket:
    """Return the ticket as the contract has it, for `user`."""
    event = sign_up.event
    mine = sign_up.user_id == user.id
    over, used = event.ends_at <= now, sign_up.check_in is not None
    ends = sign_up.offer_ends_at
    path, size = qr(show(sign_up.code))
    order = paying.orders_of(db, [sign_up.id]).get(sign_up.id)
    minutes_to_start = (event.starts_at - now) // timedelta(minutes=1)
    return tickets.Ticket(
        code=show(sign_up.code),
        name=sign_up.name,
        status=sign_up.status,
        kind=None if sign_up.kind is None else sign_up.kind.name,
        seats=sign_up.seats,
        event_id=event.id,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        zone=event.zone,
        place=event.place,
        checked_in_at=_checked_in_at(sign_up),
        event_state=state_of(event, ticket_kinds.of_event(db, event.id), now),
        position=waiting.position(db, sign_up),
        offer_ends_at=None if ends is None else local_time(ends, event.zone),
        offer_minutes=None if ends is None else max(0, (ends - now) // timedelta(minutes=1)),
        reason=sign_up.reason,
        amount=None if order is None else order.amount,
        order_state=None if order is None else order.state,
        # Nobody else pays, and the till is never open for an order that can't confirm anything.
        order=order.id if order is not None and mine and is_payable(order, now) else None,
        pays_back=order is not None
        and order.state == "paid"
        and pays_back(event.refunds, minutes_to_start),
        notices=messages.notices(db, sign_up),
        may_accept=mine
        and sign_up.status == "offered"
        and ends is not None
        and ends > now
        and event.cancelled_at is None,
        may_cancel=mine and may_cancel(sign_up.status, over, used),
        qr_path=path,
        qr_size=size,
    )


def _summary(sign_up: SignUp, kinds: list[TicketKind], now: datetime) -> tickets.TicketSummary:
    event = sign_up.event
    return tickets.TicketSummary(
        code=show(sign_up.code),
        status=sign_up.status,
        kind=None if sign_up.kind is None else sign_up.kind.name,
        seats=sign_up.seats,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        place=event.place,
        event_state=state_of(event, kinds, now),
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
