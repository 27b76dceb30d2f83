"""One order of a guest: the organiser is paid in cash, or pays back."""

from typing import Any

from app.components.decision import decide
from app.components.page import page
from app.components.payment import order_text
from contract import orders, sign_ups
from contract.orders import Order, OrderNotFound, RefundForm
from contract.sign_ups import Guest
from qiao import N_, Entry, go
from qiao import gettext as _
from qiao.contract import choice
from qiao.elements import a, dd, div, dl, dt, p, section
from qiao.money import format_money
from qiao.pages import Go
from qiao.widgets import entry_form, field

keeps_draft = False
path = "/organise/events/<int:id>/guests/<code>/orders/<order>"
who = "user"


class Decision(RefundForm):
    """What is decided: each has a button of its own."""

    decision = choice(N_("Decision"), ("cash", "refund"))


takes = Decision


class OneOrder:
    """An order, the guest who has it, and the address of their page."""

    def __init__(self, order: Order, guest: Guest, back: str) -> None:
        self.order = order
        self.guest = guest
        self.back = back


async def load(id: int, code: str, order: str) -> OneOrder:
    guest = await sign_ups.get(id=id, code=code)
    for one in (await orders.find(code=code)).items:
        if one.id == order:
            return OneOrder(one, guest, guest_address(id, code))
    raise OrderNotFound()


def title(data: OneOrder) -> str:
    return f"{_('Payment')} · {data.guest.name}"


def view(data: OneOrder, entry: Entry) -> Any:
    order, guest = data.order, data.guest
    return page(
        "organise",
        _("Payment"),
        section(class_="panel")[
            p(class_="lead")[order.title],
            dl(class_="pairs")[
                [dt[_("Guest")], dd[guest.name or _("Name removed")]],
                [dt[_("Amount")], dd[format_money(order.amount)]],
                [dt[_("State")], dd[order_text(order)]],
            ],
        ],
        question(order, entry),
        div(class_="actions")[a(class_="button", href=data.back)[_("Back to the guest")]],
        back=data.back,
    )


def question(order: Order, entry: Entry) -> Any:
    """Return what can be done about an order, and what comes of it; None for nothing."""
    amount = format_money(order.amount)
    if order.state == "open":
        return entry_form(entry)[
            p[
                _("Take {amount} first, then confirm it here.", amount=amount),
                " ",
                _("You can't take that back."),
            ],
            div(class_="actions")[decide(entry, "cash", _("Paid in cash"), "button primary")],
        ]
    if order.state != "paid" and not (order.cash and order.state == "refunding"):
        return None
    if order.cash:
        how = _("Give {amount} back in cash first, then confirm it here.", amount=amount)
    else:
        how = _("{amount} goes back the way it came. That may take some days.", amount=amount)
    return entry_form(entry)[
        p[how, " ", _("You can't take that back.")],
        section(class_="panel")[
            field(entry, "reason"),
            p(class_="note")[
                _("The guest is told the reason."),
                " ",
                _("Their place stays theirs: turning them down takes it, and pays back as well."),
            ],
        ]
        if order.state == "paid"
        else None,
        decide(
            entry,
            "refund",
            _("Given back in cash") if order.cash else _("Pay back"),
            "button wrong",
        ),
    ]


async def submit(form: Decision, id: int, code: str, order: str) -> Go:
    if form.decision == "cash":
        await orders.take_cash(id=id, order=order)
    else:
        await orders.refund(id=id, order=order, form=RefundForm(reason=form.reason))
    return go(guest_address(id, code))


def guest_address(id: int, code: str) -> str:
    """Return the address of a guest's page."""
    return f"/organise/events/{id}/guests/{code}"
