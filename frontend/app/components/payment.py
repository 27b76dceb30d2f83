"""Paying for a ticket: what it costs, the way to the host's cashier, and what became of it."""

from typing import Any

from app.components.status import time_left
from contract import orders
from contract.orders import ORDER_LABELS, Order
from contract.tickets import Ticket
from qiao import gettext as _
from qiao import native, show, signal
from qiao.contract import Problem
from qiao.elements import a, button, div, p, span, strong
from qiao.errors import NotSupported
from qiao.money import format_money
from qiao.timers import sleep
from rules.paying import ORDER_STATES

# The platform's word may come some seconds after the cashier has closed.
LOOKS = 5


def payment(ticket: Ticket) -> Any:
    """Return the place that is kept, to be paid for or left."""
    return div(class_="offer")[
        p(class_="amount")[_("To pay: {amount}", amount=format_money(ticket.amount or 0))],
        p[time_left(ticket.offer_minutes or 0)],
        pay_button(ticket) if ticket.order else None,
        a(class_="button", href=f"/tickets/{ticket.code}/cancel")[_("Leave it to others")],
    ]


def pay_button(ticket: Ticket) -> Any:
    busy, told, paid = signal(False), signal(""), signal(False)

    async def pay() -> None:
        if busy.peek():
            return
        busy.value, told.value = True, ""
        try:
            await native.pay(ticket.order or "")
            told.value = _("Waiting for the payment …")
            paid.value = await is_paid(ticket.order or "")
            told.value = "" if paid.value else _("The payment has not come yet. Look again soon.")
        except native.Cancelled:
            pass
        except (native.Denied, native.Failed, NotSupported) as error:
            told.value = str(error) or _("The payment did not work.")
        except Problem as problem:
            told.value = problem.text()
        finally:
            busy.value = False

    # Whoever has paid comes back to this page even if it was killed meanwhile.
    native.resume("pay", pay)
    return [
        show(
            paid,
            lambda: a(class_="button primary", href=f"/tickets/{ticket.code}")[
                _("Paid. Show my ticket")
            ],
            lambda: button(
                type="button",
                class_="button primary",
                aria_disabled=lambda: "true" if busy.value else None,
                on_click=pay,
            )[span[_("Pay")]],
        ),
        p(role="status", class_="note")[told],
    ]


async def is_paid(order: str) -> bool:
    """Ask until the platform has said so, for some seconds."""
    for look in range(LOOKS):
        if look:
            await sleep(look)
        if (await orders.check(id=order)).state != "open":
            return True
    return False


def paid_text(sign_up: Any) -> str:
    """Return what has become of a payment, "" where there was none; of a ticket or a guest."""
    texts = {
        "paid": _("Paid: {amount}", amount=format_money(sign_up.amount or 0)),
        "refunding": _("Being paid back: {amount}", amount=format_money(sign_up.amount or 0)),
        "refunded": _("Paid back: {amount}", amount=format_money(sign_up.amount or 0)),
    }
    return texts.get(sign_up.order_state or "") or ""


def order_text(order: Order) -> str:
    """Return how far an order is, as its organiser reads it."""
    if order.cash:
        return {
            "paid": _("Paid in cash"),
            "refunding": _("To be given back in cash"),
            "refunded": _("Given back in cash"),
        }[order.state]
    return _(ORDER_LABELS[ORDER_STATES.index(order.state)])


def paid_note(sign_up: Any) -> Any:
    """Return the same as a line."""
    text = paid_text(sign_up)
    return p(class_="paid")[strong[text]] if text else None
