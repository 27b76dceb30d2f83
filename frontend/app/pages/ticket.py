"""A ticket: what a guest shows at the door."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from app.components.qr_code import qr_code
from app.components.seats import seats_text
from app.components.status import status_text
from contract import tickets
from contract.tickets import Ticket
from qiao import gettext as _
from qiao.dates import format_time
from qiao.elements import a, div, p, section
from rules.sign_ups import may_enter

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
            stub(ticket) if may_enter(ticket.status) else state(ticket),
        ],
        div(class_="more")[
            a(href=f"/events/{ticket.event_id}")[_("About the event")],
            a(href=f"/tickets/{ticket.code}/cancel")[_("I can't come")]
            if ticket.may_cancel
            else None,
        ],
        back="/tickets",
    )


def stub(ticket: Ticket) -> Any:
    """Return what is shown at the door."""
    return div(class_="stub")[
        qr_code(ticket.qr_path, ticket.qr_size, _("QR code of ticket {code}", code=ticket.code)),
        p(class_="code")[ticket.code],
        p(class_="holder")[ticket.name],
        p(class_="seats")[seats_text(ticket.seats)] if ticket.seats > 1 else None,
        p(class_="checked", role="status")[
            _("Checked in: {time}", time=format_time(ticket.checked_in_at))
        ]
        if ticket.checked_in_at
        else p(class_="note")[_("Show this code at the door.")],
    ]


def state(ticket: Ticket) -> Any:
    """Return why there is nothing to show at the door."""
    return div(class_="stub")[
        p(class_="holder")[ticket.name],
        p(class_=["badge", ticket.status])[status_text(ticket.status)],
    ]
