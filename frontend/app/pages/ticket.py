"""A ticket: what a guest shows at the door."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from app.components.payment import paid_note, payment
from app.components.qr_code import qr_code
from app.components.seats import bought_text
from app.components.status import status_badge, status_note, time_left
from contract import tickets
from contract.tickets import Ticket
from qiao import Entry, go, show
from qiao import gettext as _
from qiao.contract import Record
from qiao.dates import format_time
from qiao.elements import a, div, h2, li, p, section, ul
from qiao.pages import Go
from qiao.widgets import entry_form, form_problem, submit_button
from rules.sign_ups import may_enter

path = "/tickets/<code>"
keeps_draft = False


class NothingToFillIn(Record):
    pass


takes = NothingToFillIn


async def load(code: str) -> Ticket:
    return await tickets.get(code=code)


def title(ticket: Ticket) -> str:
    return _("Ticket: {title}", title=ticket.title)


def view(ticket: Ticket, entry: Entry) -> Any:
    return page(
        "tickets",
        _("Your ticket") if may_enter(ticket.status) else _("Your sign-up"),
        div(class_="notice wrong")[p[_("This event was cancelled.")]]
        if ticket.event_state == "cancelled"
        else None,
        section(class_=["ticket", "used" if ticket.checked_in_at else ""])[
            p(class_="lead")[ticket.title],
            facts(ticket),
            stub(ticket) if may_enter(ticket.status) else state(ticket, entry),
        ],
        told(ticket),
        div(class_="more")[
            a(href=f"/events/{ticket.event_id}")[_("About the event")],
            a(href=f"/tickets/{ticket.code}/cancel")[give_up_text(ticket)]
            # What is on offer has its own way to leave it, beside the one to take it.
            if ticket.may_cancel and not ticket.may_accept and ticket.status != "unpaid"
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
        p(class_="seats")[bought_text(ticket)] if ticket.seats > 1 or ticket.kind else None,
        paid_note(ticket),
        p(class_="checked", role="status")[
            _("Checked in: {time}", time=format_time(ticket.checked_in_at))
        ]
        if ticket.checked_in_at
        else p(class_="note")[_("Show this code at the door.")],
    ]


def state(ticket: Ticket, entry: Entry) -> Any:
    """Return why there is nothing to show at the door, and what there is to do about it."""
    return div(class_="stub")[
        p(class_="holder")[ticket.name],
        p(class_="seats")[bought_text(ticket)] if ticket.seats > 1 or ticket.kind else None,
        p(role="status")[status_badge(ticket.status)],
        p(class_="note")[status_note(ticket)],
        paid_note(ticket),
        payment(ticket)
        if ticket.status == "unpaid"
        else offer(ticket, entry)
        if ticket.may_accept
        else problem(entry),
    ]


def offer(ticket: Ticket, entry: Entry) -> Any:
    """Return the place that is free, to be taken or left."""
    return div(class_="offer")[
        p[time_left(ticket.offer_minutes or 0)],
        entry_form(entry)[submit_button(entry, _("Take the place"))],
        a(class_="button", href=f"/tickets/{ticket.code}/cancel")[_("Leave it to others")],
    ]


def problem(entry: Entry) -> Any:
    """Return why the place could not be taken, where it was wanted too late."""
    return show(lambda: entry.problem.value, lambda: form_problem(entry))


def give_up_text(ticket: Ticket) -> str:
    """Return what giving up means at this moment."""
    texts = {
        "pending": _("Withdraw my sign-up"),
        "waiting": _("Leave the waiting list"),
    }
    return texts.get(ticket.status) or _("I can't come")


def told(ticket: Ticket) -> Any:
    """Return what the guest was told so far, the latest first."""
    if not ticket.notices:
        return None
    return section(class_="panel told", aria_labelledby="told")[
        h2(id="told")[_("What has happened")],
        ul[
            [
                li[p[notice.text], p(class_="note")[format_time(notice.at)]]
                for notice in ticket.notices
            ]
        ],
    ]


async def submit(form: NothingToFillIn, code: str) -> Go:
    await tickets.accept(code=code)
    return go(f"/tickets/{code}")
