"""Tickets: what a guest shows at the door."""

from contract.events import STATES, EventCancelled, EventOver, NotYours
from contract.lists import LONGEST, BadCursor, ListQuery
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
from rules.paying import ORDER_STATES
from rules.sign_ups import STATUSES


class Notice(Record):
    """Something that the guest was told about this sign-up."""

    text = text("Text", max=1000)
    at = local_time("Told")  # on the event's clock


class Ticket(Record):
    code = text("Ticket code", max=40)
    # Empty once personal data has been removed.
    name = text("Name", max=40, default="")
    status = choice("State", STATUSES)
    kind = text("Ticket kind", max=40, optional=True)
    seats = integer("Places")
    event_id = integer("Event id")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    zone = text("Time zone", max=64)
    place = text("Place", max=120)
    # On the event's clock, once the guest has come in.
    checked_in_at = local_time("Checked in", optional=True)
    event_state = choice("State of the event", STATES)
    # On the waiting list: 1 is next. Once offered: until when, on the event's clock.
    position = integer("Place on the waiting list", optional=True)
    offer_ends_at = local_time("The offer ends", optional=True)
    # The same, counted from this answer: the reader's clock may be wrong, or in another zone.
    offer_minutes = integer("Minutes left to take the offer", optional=True)
    reason = text("Why it was turned down", max=500, optional=True)
    # What its places cost, all of them, in fen, and what has become of that.
    amount = integer("Amount in fen", optional=True)
    order_state = choice("State of the payment", ORDER_STATES, optional=True)
    # What the caller may pay now.
    order = text("Order id", max=32, optional=True)
    pays_back = flag("Giving it up now, the guest is paid back")
    notices = records("Notices", Notice)
    # What the caller may do with it now.
    may_accept = flag("May be accepted")
    may_cancel = flag("May be cancelled")
    # The QR code of `code`: `d` of an SVG path and the length of its side in modules,
    # quiet zone included.
    qr_path = text("QR code", max=20_000)
    qr_size = integer("Side of the QR code")


class TicketSummary(Record):
    """A ticket in the list of its owner."""

    code = text("Ticket code", max=40)
    status = choice("State", STATUSES)
    kind = text("Ticket kind", max=40, optional=True)
    seats = integer("Places")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    place = text("Place", max=120)
    event_state = choice("State of the event", STATES)
    checked_in_at = local_time("Checked in", optional=True)


class TicketList(Record):
    items = records("Tickets", TicketSummary)
    next = text("Cursor of the next page", max=LONGEST, optional=True)


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


class NothingOffered(Problem):
    """The ticket has no offer that could be taken."""

    status = 409
    message = N_("There is no place on offer for this ticket.")


class OfferEnded(Problem):
    """The offer was taken too late: the place goes to the next in line."""

    status = 409
    message = N_("The offer has run out. The place goes to the next on the waiting list.")


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
# Taken once more, it stays taken.
accept = endpoint(
    "POST /tickets/<code>/acceptance",
    gives=Ticket,
    fails=[
        ForgedTicket,
        TicketNotFound,
        NotYours,
        EventOver,
        EventCancelled,
        NothingOffered,
        OfferEnded,
    ],
    who="holder",
)
# Newest event first; empty for whoever has no account yet.
find = endpoint("GET /tickets", takes=ListQuery, gives=TicketList, fails=[BadCursor])
