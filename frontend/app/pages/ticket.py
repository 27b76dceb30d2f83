"""A ticket: what a guest shows at the door."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from app.components.qr_code import qr_code
from contract import tickets
from contract.tickets import Ticket
from qiao import gettext as _
from qiao.dates import format_time
from qiao.elements import a, div, p, section

path = "/tickets/<code>"


async def load(code: str) -> Ticket:
    return await tickets.get(code=code)


def title(ticket: Ticket) -> str:
    return _("Ticket: {title}", title=ticket.title)


def view(ticket: Ticket) -> Any:
    return page(
        "tickets",
        _("Your ticket"),
        section(class_=["ticket", "used" if ticket.checked_in_at else ""])[
            p(class_="lead")[ticket.title],
            facts(ticket),
            div(class_="stub")[
                qr_code(
                    ticket.qr_path, ticket.qr_size, _("QR code of ticket {code}", code=ticket.code)
                ),
                p(class_="code")[ticket.code],
                p(class_="holder")[ticket.name],
                p(class_="checked", role="status")[
                    _("Checked in: {time}", time=format_time(ticket.checked_in_at))
                ]
                if ticket.checked_in_at
                else p(class_="note")[_("Show this code at the door.")],
            ],
        ],
        div(class_="more")[a(href=f"/events/{ticket.event_id}")[_("About the event")]],
        back="/tickets",
    )
