"""One guest, and what the organiser decides about them."""

from collections.abc import Iterator
from typing import Any

from app.components.decision import decide
from app.components.guest_card import guest_card
from app.components.guest_filter import guests_address
from app.components.page import page
from app.components.payment import order_text
from contract import check_ins, events, orders, sign_ups
from contract.check_ins import CheckInForm
from contract.events import Event
from contract.orders import Order
from contract.sign_ups import Guest, RejectForm
from qiao import N_, Entry, go
from qiao import gettext as _
from qiao.contract import choice
from qiao.elements import a, div, h2, p, section
from qiao.money import format_money
from qiao.pages import Go
from qiao.widgets import entry_form, field
from rules.sign_ups import may_enter

keeps_draft = False
path = "/organise/events/<int:id>/guests/<code>"
who = "user"
query = ("state", "search")


class Decision(RejectForm):
    """What is decided: each has a button of its own."""

    decision = choice(N_("Decision"), ("approve", "reject", "promote", "check_in"))


takes = Decision


class OneGuest:
    """A guest, their event and orders, and the address of the list that one comes from."""

    def __init__(self, event: Event, guest: Guest, paid: list[Order], back: str) -> None:
        self.event = event
        self.guest = guest
        self.orders = paid
        self.back = back


async def load(id: int, code: str, state: str, search: str) -> OneGuest:
    guest = await sign_ups.get(id=id, code=code)
    found = await orders.find(code=code)
    event = await events.get(id=id)
    return OneGuest(event, guest, found.items, guests_address(id, state, search))


def title(data: OneGuest) -> str:
    return f"{data.guest.name} · {data.event.title}"


def view(data: OneGuest, entry: Entry) -> Any:
    found = [*first_decisions(data.guest, data.event)]
    rejects = data.guest.may_reject and is_open(data.event)
    return page(
        "organise",
        _("Guest"),
        guest_card(data.guest, data.event),
        entry_form(entry)[
            div(class_="actions")[
                [decide(entry, decision, text, "button primary") for decision, text in found]
            ]
            if found
            else None,
            section(class_="panel")[
                field(entry, "reason"),
                p(class_="note")[_("The guest is told the reason.")],
                decide(entry, "reject", _("Turn down"), "button wrong"),
            ]
            if rejects
            else None,
        ]
        if found or rejects
        else p(class_="note")[_("There is nothing to decide about this sign-up.")],
        payments(data) if data.orders else None,
        back=data.back,
    )


def payments(data: OneGuest) -> Any:
    """Return the orders of a guest, each with the way to what can be done about it."""
    place = f"/organise/events/{data.event.id}/guests/{data.guest.ticket}/orders"
    return section(class_="panel")[
        h2[_("Payments")],
        div(class_="actions")[
            [
                a(class_="button", href=f"{place}/{order.id}")[
                    f"{format_money(order.amount)} · {order_text(order)}"
                ]
                for order in data.orders
            ]
        ],
    ]


def is_open(event: Event) -> bool:
    """Tell whether places of the event are still given and taken."""
    return event.state not in ("over", "cancelled")


def first_decisions(guest: Guest, event: Event) -> Iterator[tuple[str, str]]:
    """Yield what can be done with the guest in one tap, and its words."""
    if may_enter(guest.status) and not guest.checked_in_at and event.state != "cancelled":
        yield "check_in", _("Check in")
    if guest.may_approve and is_open(event):
        yield "approve", _("Approve")
    if guest.may_promote and is_open(event):
        yield "promote", promote_text(guest)


def promote_text(guest: Guest) -> str:
    """Return what letting in past the others means at this moment."""
    return _("Give the place now") if guest.status == "offered" else _("Let in before the others")


async def submit(form: Decision, id: int, code: str, state: str, search: str) -> Go:
    if form.decision == "check_in":
        await check_ins.create(id=id, form=CheckInForm(ticket=code))
    elif form.decision == "approve":
        await sign_ups.approve(id=id, code=code)
    elif form.decision == "promote":
        await sign_ups.promote(id=id, code=code)
    else:
        await sign_ups.reject(id=id, code=code, form=RejectForm(reason=form.reason))
    return go(guests_address(id, state, search))
