"""The question before a guest gives up their places."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from app.components.seats import seats_text
from contract import tickets
from contract.tickets import Ticket
from qiao import Entry, go
from qiao import gettext as _
from qiao.contract import Record
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, submit_button

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
        _("Can't you come?"),
        section(class_="panel")[
            p(class_="lead")[ticket.title],
            facts(ticket),
            p[ticket.name, " · ", seats_text(ticket.seats)],
        ],
        question(entry) if ticket.may_cancel else p[_("There is nothing to cancel any more.")],
        div(class_="actions")[
            a(class_="button", href=f"/tickets/{ticket.code}")[_("Back to the ticket")]
        ],
        back=f"/tickets/{ticket.code}",
    )


def question(entry: Entry) -> Any:
    return entry_form(entry)[
        p[_("Your places will go to others. You can't take that back.")],
        submit_button(entry, _("Cancel my sign-up"), class_="button wrong"),
    ]


async def submit(form: NothingToFillIn, code: str) -> Go:
    await tickets.cancel(code=code)
    return go(f"/tickets/{code}")
