"""Cashiers: from an order of the app to what the host's own cashier takes.

That a native call ends with "done" only says that the host took the person through its cashier:
whether an order is paid, the platform's notice says, see `backend.notices`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from backend import users
from backend.models import Order, User
from backend.platforms.bills import Bill
from backend.platforms.doors import Platforms, Till, asked
from qiao.contract.native_calls import NotOffered

Opened = dict[str, str]


def question(
    db: Session,
    platforms: Platforms,
    user: User,
    now: datetime,
    order_id: str | None,
    host: str,
) -> Callable[[], Opened]:
    """Return what gets the parameters with which `host` opens its cashier for an order of `user`.

    Raises `NotOffered` where there is no such order, its time is over, or another host's cashier
    has it already: two cashiers would take the money twice.
    """
    if not order_id:
        raise NotOffered
    till, payer = platforms.till(host), users.id_at(db, user, host)
    order = db.get(Order, order_id)
    if till is None or payer is None or order is None or order.user_id != user.id:
        raise NotOffered
    if not is_payable(order, now) or order.host not in (None, host):
        raise NotOffered
    bill = bill_of(order)
    return lambda: _opened(till, bill, payer)


def is_payable(order: Order, now: datetime) -> bool:
    """Tell whether a cashier may open for an order."""
    return order.state == "open" and (order.expires_at is None or now < order.expires_at)


def bill_of(order: Order) -> Bill:
    """Return an order as the platforms know it."""
    return Bill(order.id, order.title, order.amount, order.expires_at)


def _opened(till: Till, bill: Bill, payer: str) -> Opened:
    return asked(lambda: till.open(bill, payer))
