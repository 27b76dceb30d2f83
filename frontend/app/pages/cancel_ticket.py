"""The question before a guest gives up their places."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from app.components.seats import bought_text
from contract import tickets
from contract.tickets import Ticket
from qiao import Entry, go
from qiao import gettext as _
from qiao.contract import Record
from qiao.elements import a, div, p, section
from qiao.money import format_money
from qiao.pages import Go
from qiao.widgets import entry_form, submit_button
from rules.sign_ups import HOLDING

keeps_draft = False
path = "/tickets/<code>/cancel"


class NothingToFillIn(Record):
    pass


takes = NothingToFillIn


async def load(code: str) -> Ticket:
    return await tickets.get(code=code)


def title(ticket: Ticket) -> str:
    return _("Cancel: {title}", title=ticket.title)


def view(ticket: Ticket, entry: Entry) -> Any:
    return page(
        "tickets",
        heading(ticket),
        section(class_="panel")[
            p(class_="lead")[ticket.title],
            facts(ticket),
            p[ticket.name, " · ", bought_text(ticket)],
        ],
        question(ticket, entry)
        if ticket.may_cancel
        else p[_("There is nothing to cancel any more.")],
        div(class_="actions")[
            a(class_="button", href=f"/tickets/{ticket.code}")[_("Back to the ticket")]
        ],
        back=f"/tickets/{ticket.code}",
    )


def heading(ticket: Ticket) -> str:
    return {
        "pending": _("Withdraw your sign-up?"),
        "waiting": _("Leave the waiting list?"),
        "offered": _("Don't you want the place?"),
        "unpaid": _("Don't you want the place?"),
    }.get(ticket.status) or _("Can't you come?")


def question(ticket: Ticket, entry: Entry) -> Any:
    return entry_form(entry)[
        p[
            _("Your places will go to others. You can't take that back.")
            if ticket.status in HOLDING
            else _("You give up your turn. You can't take that back.")
        ],
        money(ticket),
        submit_button(entry, _("Cancel my sign-up"), class_="button wrong"),
    ]


def money(ticket: Ticket) -> Any:
    """Return what happens to what was paid."""
    if ticket.order_state != "paid":
        return None
    amount = format_money(ticket.amount or 0)
    return p(class_="lead")[
        _("{amount} will be paid back to you.", amount=amount)
        if ticket.pays_back
        else _("It is too late to be paid back: {amount} is lost.", amount=amount)
    ]


async def submit(form: NothingToFillIn, code: str) -> Go:
    await tickets.cancel(code=code)
    return go(f"/tickets/{code}")
