"""Tickets: what a guest shows at the door."""

from contract.events import EventOver, NotYours
from contract.sign_ups import STATUSES
from qiao.contract import (
    Problem,
    Record,
    choice,
    endpoint,
    flag,
    integer,
    local_time,
    records,
    text,
)
from qiao.i18n import N_


class Ticket(Record):
    code = text("Ticket code", max=40)
    name = text("Name", max=40)
    status = choice("State", STATUSES)
    seats = integer("Places")
    event_id = integer("Event id")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    zone = text("Time zone", max=64)
    place = text("Place", max=120)
    # On the event's clock, once the guest has come in.
    checked_in_at = local_time("Checked in", optional=True)
    # What the caller may do with it now.
    may_cancel = flag("May be cancelled")
    # The QR code of `code`: `d` of an SVG path and the length of its side in modules,
    # quiet zone included.
    qr_path = text("QR code", max=20_000)
    qr_size = integer("Side of the QR code")


class TicketSummary(Record):
    """A ticket in the list of its owner."""

    code = text("Ticket code", max=40)
    status = choice("State", STATUSES)
    seats = integer("Places")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    place = text("Place", max=120)
    checked_in_at = local_time("Checked in", optional=True)


class TicketList(Record):
    items = records("Tickets", TicketSummary)


class ForgedTicket(Problem):
    """The code's check part doesn't fit: mistyped, or never issued here."""

    status = 404
    message = N_("This is not a valid ticket. Check the code for typing mistakes.")


class TicketNotFound(Problem):
    """A well-formed code without a sign-up behind it (any more)."""

    status = 404
    message = N_("There is no such ticket (any more).")


class AlreadyUsed(Problem):
    """Who has come in can't cancel any more."""

    status = 409
    message = N_("This ticket has been used already.")


get = endpoint(
    "GET /tickets/<code>",
    gives=Ticket,
    fails=[ForgedTicket, TicketNotFound, NotYours],
    who="holder",
)
# Cancelled once more, a ticket stays cancelled.
cancel = endpoint(
    "POST /tickets/<code>/cancellation",
    gives=Ticket,
    fails=[ForgedTicket, TicketNotFound, NotYours, EventOver, AlreadyUsed],
    who="holder",
)
# Newest event first; empty for whoever has no account yet.
find = endpoint("GET /tickets", gives=TicketList)
