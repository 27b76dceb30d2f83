"""Orders: a guest is asked to pay; the platform says when that is done.

The states are those of `rules.paying`. Paying an order for places confirms them, see
`backend.paying`; an organiser may ask for something else besides.

An order never goes back. Each step is one conditional statement, so a notice that comes five times,
or late, or beside a check, has one effect.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend import guests, lookup, outbox, paying
from backend.cashiers import bill_of
from backend.codes import Codes, show
from backend.db import rows_changed
from backend.implementations import asks, implements
from backend.models import Event, Order, SignUp, User
from backend.platforms.bills import Payment
from backend.platforms.doors import Platforms, asked
from backend.site import Site
from contract import orders

# Nothing has been paid, as far as we know.
UNPAID = ("open", "closed")

log = logging.getLogger("qiao")


class StillGoing(Exception):
    """The platform has begun to pay back, and is not done."""


@implements(orders.create)
def create(
    db: Session, codes: Codes, now: datetime, id: int, code: str, form: orders.OrderForm
) -> orders.Order:
    """Ask a guest to pay."""
    sign_up = guests.find_sign_up(db, codes, id, code, change=False)
    order = Order(
        id=paying.new_order_id(),
        sign_up_id=sign_up.id,
        user_id=sign_up.user_id,
        title=sign_up.event.title,
        amount=form.amount,
        confirms=False,
        state="open",
        created_at=now,
    )
    db.add(order)
    db.flush()
    return _written(order, sign_up)


@implements(orders.find)
def find(db: Session, codes: Codes, code: str) -> orders.OrderList:
    """List what there is to pay for a ticket, the latest first."""
    sign_up = lookup.sign_up(db, codes, code)
    found = db.scalars(
        select(Order)
        .where(Order.sign_up_id == sign_up.id)
        .order_by(Order.created_at.desc(), Order.id)
    )
    return orders.OrderList(items=[_written(one, sign_up) for one in found])


@asks(orders.check)
def ask_payment(
    db: Session, platforms: Platforms, user: User | None, id: str
) -> Callable[[], Payment | None] | None:
    """Whoever has just paid must not wait for a notice that is late."""
    order = _of(db, user, id)
    till = platforms.till(order.host or "")
    if order.state not in UNPAID or till is None:
        return None
    return lambda: asked(lambda: till.find(id))


@implements(orders.check)
def check(
    db: Session, now: datetime, user: User, id: str, answered: Payment | None
) -> orders.Order:
    """See whether an order has been paid, at the platform if need be."""
    order = _of(db, user, id)
    if answered is not None:
        settle(db, answered, now)
        db.refresh(order)
    return _written(order, db.get_one(SignUp, order.sign_up_id))


@implements(orders.take_cash)
def take_cash(db: Session, now: datetime, id: int, order: str) -> orders.Order:
    """Note that the organiser was paid an order in cash. Said twice, it was paid once."""
    event, found, sign_up = _locked(db, id, order)
    unpaid = update(Order).where(Order.id == order, Order.state == "open")
    if rows_changed(db, unpaid.values(state="paid", cash=True, paid_at=now)):
        paying.close_at_platform(db, found, now)
        if found.confirms:
            paying.take_payment(db, found, sign_up, event, now)
    db.refresh(found)
    if not found.cash:
        raise orders.NotOpen
    return _written(found, sign_up)


@implements(orders.refund)
def refund(
    db: Session, now: datetime, id: int, order: str, form: orders.RefundForm
) -> orders.Order:
    """Pay an order back: one that was paid in cash has been, then. Said twice, it is once."""
    _, found, sign_up = _locked(db, id, order)
    paying.refund(db, found, sign_up, now, form.reason)
    given = update(Order).where(Order.id == order, Order.cash, Order.state == "refunding")
    rows_changed(db, given.values(state="refunded", refunded_at=now))
    db.refresh(found)
    if found.state in UNPAID:
        raise orders.NotPaid
    return _written(found, sign_up)


def settle(db: Session, payment: Payment, now: datetime) -> None:
    """Note that an order was paid. Another amount than was asked for is not believed."""
    order = db.get(Order, payment.order)
    if order is None:
        log.error("a payment for an order that is not known here: %s", payment.order)
        return
    if order.amount != payment.amount:
        log.error("order %s is of %s fen; paid: %s", order.id, order.amount, payment.amount)
        return
    sign_up = db.get_one(SignUp, order.sign_up_id)
    event = lookup.locked_event(db, sign_up.event_id)
    unpaid = update(Order).where(Order.id == order.id, Order.state.in_(UNPAID))
    paid = unpaid.values(state="paid", transaction_id=payment.transaction, paid_at=now)
    if rows_changed(db, paid):
        if order.confirms:
            db.refresh(sign_up)
            paying.take_payment(db, order, sign_up, event, now)
        return
    # The cashier was still open when the organiser took cash: that was paid twice.
    twice = update(Order).where(Order.id == order.id, Order.cash, Order.transaction_id.is_(None))
    if rows_changed(db, twice.values(transaction_id=payment.transaction)):
        outbox.add(db, "return_payment", {"id": order.id}, now)


@outbox.runs("refund")
def pay_back(site: Site, now: datetime, id: str) -> None:
    """Have a platform pay an order back. It may be asked again: the order's number makes it one."""

    order = _read(site, id)
    if order is None or order.state != "refunding":
        return
    _give_back(site, order)
    done = update(Order).where(Order.id == id, Order.state == "refunding")
    site.database.run(
        lambda db: rows_changed(db, done.values(state="refunded", refunded_at=now)),
        writes=True,
        repeatable=True,
    )


@outbox.runs("return_payment")
def return_payment(site: Site, now: datetime, id: str) -> None:
    """Have a platform pay back what was also paid in cash."""
    order = _read(site, id)
    if order is not None:
        _give_back(site, order)


@outbox.runs("close_order")
def close_order(site: Site, now: datetime, id: str) -> None:
    """Have a platform take no money any more for an order that nobody is to pay there."""
    order = _read(site, id)
    till = None if order is None else site.platforms.till(order.host or "")
    if till is None or till.close_order(id):
        return
    # Somebody was faster than this, and the notice may be on its way.
    payment = till.find(id)
    if payment is not None:
        site.database.run(lambda db: settle(db, payment, now), writes=True, repeatable=True)


def _read(site: Site, id: str) -> Order | None:
    def find(db: Session) -> Order | None:
        found = db.get(Order, id)
        # It is read on after this transaction, whose end would take its values away.
        db.expunge_all()
        return found

    return site.database.run(find, writes=False)


def _give_back(site: Site, order: Order) -> None:
    till = site.platforms.till(order.host or "")
    if till is None or order.transaction_id is None:
        raise RuntimeError(
            f"order {order.id} can't be paid back: {order.host} is not set up any more"
        )
    if not till.refund(bill_of(order), order.transaction_id):
        raise StillGoing


def _locked(db: Session, event_id: int, order_id: str) -> tuple[Event, Order, SignUp]:
    """Return an order of an event, which is locked; raises `OrderNotFound`."""
    event = lookup.locked_event(db, event_id)
    mine = Order.id == order_id, SignUp.event_id == event_id
    order = db.scalar(select(Order).join(SignUp).where(*mine))
    if order is None:
        raise orders.OrderNotFound
    return event, order, db.get_one(SignUp, order.sign_up_id)


def _of(db: Session, user: User | None, id: str) -> Order:
    order = db.get(Order, id)
    if order is None or user is None or order.user_id != user.id:
        raise orders.OrderNotFound
    return order


def _written(order: Order, sign_up: SignUp) -> orders.Order:
    return orders.Order(
        id=order.id,
        ticket=show(sign_up.code),
        title=order.title,
        amount=order.amount,
        state=order.state,
        cash=order.cash,
    )
