"""The tickets of the person: where a guest finds them again."""

from typing import Any

from app.components.page import empty, page
from app.components.paged import paged
from app.components.status import status_text
from contract import tickets
from contract.tickets import TicketList, TicketSummary
from qiao import gettext as _
from qiao.dates import format_span
from qiao.elements import a, article, div, h2, span
from rules.sign_ups import may_enter

path = "/tickets"
query = ("cursor",)


async def load(cursor: str) -> TicketList:
    return await tickets.find(cursor=cursor)


def title(found: TicketList) -> str:
    return _("Tickets")


def badge(ticket: TicketSummary) -> str:
    if ticket.event_state == "cancelled":
        return "cancelled"
    return "open" if may_enter(ticket.status) else ticket.status


def badge_text(ticket: TicketSummary) -> str:
    """Return what matters most: the code to show, or that it is too late for that."""
    if ticket.event_state == "cancelled":
        return _("Cancelled")
    if not may_enter(ticket.status):
        return status_text(ticket.status)
    return _("Used") if ticket.checked_in_at else ticket.code


def view(found: TicketList) -> Any:
    def card(ticket: TicketSummary) -> Any:
        return article(class_="card plain")[
            a(href=f"/tickets/{ticket.code}")[
                div[
                    h2[ticket.title],
                    span(class_="when")[format_span(ticket.starts_at, ticket.ends_at)],
                    span(class_="where")[ticket.place],
                    span(class_=["badge", badge(ticket)])[badge_text(ticket)],
                ]
            ]
        ]

    return page(
        "tickets",
        title(found),
        paged(
            found,
            load,
            key=lambda ticket: ticket.code,
            render=card,
            otherwise=lambda: empty(
                _("You have no tickets yet."), a(class_="button", href="/")[_("To the events")]
            ),
        ),
    )
