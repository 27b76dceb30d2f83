"""Paying for places: kept until a time, confirmed once the money is there, paid back if given up.

A sign-up of a ticket with a price is `unpaid` while its places are kept, with an order of its own.
A payment that comes after that gets the place if one is still free and the guest has not signed up
anew, and is paid back if not. Whoever calls one of these holds the lock of the event.

What the organiser took in cash is paid back by hand: it stays `refunding` until they say so.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from backend import messages, outbox, places
from backend.db import rows_changed
from backend.models import Event, Order, SignUp
from qiao.money import format_money
from rules.paying import SHORTEST_KEPT, pays_back

# Orders that are paid back in one transaction.
CHUNK = 200
# WeChat Pay wants an order to be so old before it is closed.
CLOSABLE = timedelta(minutes=5)


def price_of(sign_up: SignUp) -> int:
    """Return what all places of a sign-up cost, in fen."""
    return 0 if sign_up.kind is None else sign_up.kind.price * sign_up.seats


def status_with_place(sign_up: SignUp) -> str:
    """Return the status of who gets a place that need not be offered first."""
    return "unpaid" if price_of(sign_up) else "confirmed"


def keep(db: Session, sign_up: SignUp, now: datetime, minutes: int = SHORTEST_KEPT) -> datetime:
    """Keep the places that a sign-up was given, to be taken or paid for; return until when."""
    until = now + timedelta(minutes=minutes)
    sign_up.offer_ends_at = until
    db.flush()
    outbox.add(db, "end_offer", {"id": sign_up.id}, now, at=until)
    if sign_up.status == "unpaid":
        assert sign_up.kind is not None
        order = Order(
            id=new_order_id(),
            sign_up_id=sign_up.id,
            user_id=sign_up.user_id,
            title=f"{sign_up.event.title} · {sign_up.kind.name} × {sign_up.seats}",
            amount=price_of(sign_up),
            confirms=True,
            expires_at=until,
            state="open",
            created_at=now,
        )
        db.add(order)
        db.flush()
    return until


def new_order_id() -> str:
    """Return what the platforms take: 32 letters and digits."""
    return secrets.token_hex(16)


def orders_of(db: Session, ids: Sequence[int]) -> dict[int, Order]:
    """Return the latest order for the places of each of these sign-ups, where there is one."""
    found = db.scalars(
        select(Order)
        .where(Order.sign_up_id.in_(ids), Order.confirms)
        .order_by(Order.created_at, Order.id)
    )
    return {order.sign_up_id: order for order in found}


def take_payment(db: Session, order: Order, sign_up: SignUp, event: Event, now: datetime) -> None:
    """An order for places was paid, perhaps too late: confirm them, or pay it back."""
    if event.cancelled_at is None and (
        sign_up.status == "unpaid" or _is_given_after_all(db, sign_up, event, now)
    ):
        places.hold(db, sign_up, "confirmed")
        sign_up.offer_ends_at = None
        db.flush()
        messages.tell(db, sign_up, "paid", now, key=f"paid {order.id}")
    else:
        pay_back(db, sign_up, now)


def release(db: Session, sign_up: SignUp, status: str, now: datetime) -> None:
    """Give a sign-up a status without places, and back what it had: nobody pays for it any more."""
    if sign_up.status == "unpaid":
        _close(db, Order.sign_up_id == sign_up.id, now)
    places.release(db, sign_up, status)


def close_at_platform(db: Session, order: Order, now: datetime) -> None:
    """Have the platform take no money for an order any more, if a cashier was opened for it."""
    if order.host is not None:
        at = max(now, order.created_at + CLOSABLE)
        outbox.add(db, "close_order", {"id": order.id}, now, at=at)


def pay_back_cancelled(db: Session, sign_up: SignUp, now: datetime) -> None:
    """A guest gives up places: pay them back if the event promises that."""
    event = sign_up.event
    if pays_back(event.refunds, (event.starts_at - now) // timedelta(minutes=1)):
        pay_back(db, sign_up, now)


def pay_back(db: Session, sign_up: SignUp, now: datetime) -> None:
    """Pay back what was paid for the places of a sign-up, and tell the guest; once."""
    for order in db.scalars(
        select(Order).where(Order.sign_up_id == sign_up.id, Order.confirms, Order.state == "paid")
    ).all():
        refund(db, order, sign_up, now)


def refund(
    db: Session, order: Order, sign_up: SignUp, now: datetime, reason: str | None = None
) -> None:
    """Have an order that was paid paid back, and tell the guest; once."""
    paid = update(Order).where(Order.id == order.id, Order.state == "paid")
    if not rows_changed(db, paid.values(state="refunding")):
        return
    if not order.cash:
        outbox.add(db, "refund", {"id": order.id}, now)
    facts = {"amount": format_money(order.amount), "cash": order.cash, "reason": reason}
    messages.tell(db, sign_up, "paid_back", now, key=f"paid_back {order.id}", **facts)


def call_off(db: Session, event_id: int, now: datetime) -> None:
    """An event is called off: nobody may pay any more, and who has is paid back."""
    sign_ups = select(SignUp.id).where(SignUp.event_id == event_id)
    _close(db, Order.sign_up_id.in_(sign_ups), now)
    outbox.add(db, "pay_all_back", {"event_id": event_id}, now)


@outbox.handles("pay_all_back")
def pay_all_back(db: Session, now: datetime, event_id: int) -> None:
    """Pay back the guests of an event, a part of them at a time."""
    # Not a join: of the same rows once more PostgreSQL can't tell that, where JSON is in them.
    paid = select(Order.sign_up_id).where(Order.confirms, Order.state == "paid")
    found = db.scalars(
        select(SignUp)
        .where(SignUp.event_id == event_id, SignUp.id.in_(paid))
        .order_by(SignUp.id)
        .limit(CHUNK)
    ).all()
    for sign_up in found:
        pay_back(db, sign_up, now)
    if found:
        outbox.add(db, "pay_all_back", {"event_id": event_id}, now)


def _close(db: Session, which: ColumnElement[bool], now: datetime) -> None:
    """Close those of the open orders for places, at their platforms, too."""
    unpaid = which, Order.confirms, Order.state == "open"
    for order in db.scalars(select(Order).where(*unpaid, Order.host.is_not(None))):
        close_at_platform(db, order, now)
    rows_changed(db, update(Order).where(*unpaid).values(state="closed"))


def _is_given_after_all(db: Session, sign_up: SignUp, event: Event, now: datetime) -> bool:
    """Take places for a payment that came after they were kept; tell whether there were any."""
    if sign_up.status != "expired" or sign_up.user_id is None or event.ends_at <= now:
        return False
    mine = SignUp.holder_id == sign_up.user_id, SignUp.event_id == event.id
    if db.scalar(select(SignUp.id).where(*mine)) is not None:
        return False
    if not places.hold(db, sign_up, "confirmed"):
        return False
    sign_up.holder_id = sign_up.user_id
    return True
