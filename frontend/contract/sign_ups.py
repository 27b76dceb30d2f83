"""Sign-ups: what a guest sends, what comes back, what can go wrong."""

from contract.events import (
    MOST_SEATS,
    EventCancelled,
    EventNotFound,
    EventOver,
    NotYours,
    SignUpClosed,
    UnsuitableText,
)
from contract.lists import LONGEST, BadCursor
from qiao.contract import (
    Download,
    Endpoint,
    Problem,
    Record,
    answers,
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
from rules.sign_ups import SHOWN, STATUSES


class SignUpForm(Record):
    name = text(N_("Name"), max=40)
    # Needed where the event has kinds.
    kind = integer(N_("Kind of ticket"), min=1, optional=True)
    seats = integer(N_("How many of you come?"), min=1, max=MOST_SEATS, default=1)
    answers = answers()  # checked against the event's own questions


class SignUp(Record):
    ticket = text("Ticket code", max=40)
    status = choice("State", STATUSES)
    seats = integer("Places")
    position = integer("Place on the waiting list", optional=True)


class Guest(Record):
    """A sign-up as the organiser sees it."""

    # Empty once personal data has been removed.
    name = text("Name", max=40, default="")
    kind = text("Ticket kind", max=40, optional=True)
    seats = integer("Places")
    status = choice("State", STATUSES)
    answers = answers()
    ticket = text("Ticket code", max=40)
    signed_up_at = local_time("Signed up")  # on the event's clock
    checked_in_at = local_time("Checked in", optional=True)
    position = integer("Place on the waiting list", optional=True)
    offer_ends_at = local_time("The offer ends", optional=True)
    reason = text("Why it was turned down", max=500, optional=True)
    # What its places cost, all of them, in fen, and what has become of that.
    amount = integer("Amount in fen", optional=True)
    order_state = choice("State of the payment", ORDER_STATES, optional=True)
    may_approve = flag("May be approved")
    may_reject = flag("May be turned down")
    may_promote = flag("May be let in past the waiting list")


# What an organiser can have listed: `current` is who has not cancelled, `expected` who is
# confirmed, and not checked in yet.
SHOWN_LABELS = (
    N_("Not cancelled"),
    N_("Confirmed"),
    N_("Not here yet"),
    N_("Checked in"),
    N_("Waiting for approval"),
    N_("On the waiting list"),
    N_("Not paid yet"),
    N_("Turned down"),
    N_("Cancelled"),
)


class GuestQuery(Record):
    state = choice("Show", tuple(SHOWN), labels=SHOWN_LABELS, default="current")
    # A part of the name; or how a telephone number that the event asks for begins, or ends.
    search = text("Name or telephone number", max=40, optional=True)
    cursor = text("Where the page begins", max=LONGEST, optional=True)


class GuestList(Record):
    items = records("Guests", Guest)
    checked_in = integer("Guests checked in")
    next = text("Cursor of the next page", max=LONGEST, optional=True)


class RejectForm(Record):
    reason = text(N_("Reason"), max=500, multiline=True, optional=True)


class SignUpNotFound(Problem):
    """The event has no sign-up with this ticket."""

    status = 404
    message = N_("This event has no such sign-up.")


class Decided(Problem):
    """What was to be decided is not open: it was cancelled, or decided already."""

    status = 409
    message = N_("There is nothing to decide about this sign-up.")


class Full(Problem):
    """All places are taken."""

    status = 409
    message = N_("All places are taken.")


class KindFull(Problem):
    """All places of this ticket kind are taken, though the event has some."""

    status = 409
    message = N_("All places for this ticket are taken.")


class PaidElsewhere(Problem):
    """The ticket has a price, and the caller is known to no host that takes money."""

    status = 409
    message = N_("This ticket is paid for in WeChat or Alipay. Open the event there to sign up.")


class TooFewLeft(Problem):
    """There are places, but not for so many."""

    status = 409
    message = N_("There are only {places_left} places left.")


class AlreadySignedUp(Problem):
    """One sign-up a person: `ticket` is the one they have."""

    status = 409
    message = N_("You have signed up for this event already. Your ticket: {ticket}")


create = endpoint(
    "POST /events/<int:id>/sign-ups",
    takes=SignUpForm,
    gives=SignUp,
    fails=[
        EventNotFound,
        EventOver,
        EventCancelled,
        SignUpClosed,
        UnsuitableText,
        AlreadySignedUp,
        PaidElsewhere,
        Full,
        KindFull,
        TooFewLeft,
    ],
    who="guest",
)
find = endpoint(
    "GET /events/<int:id>/sign-ups",
    takes=GuestQuery,
    gives=GuestList,
    fails=[EventNotFound, NotYours, BadCursor],
    who="organiser",
)
# For spreadsheets: who has cancelled, too.
export: Endpoint[None] = endpoint(
    "GET /events/<int:id>/sign-ups.csv",
    gives=Download("text/csv"),
    fails=[EventNotFound, NotYours],
    who="organiser",
)
get = endpoint(
    "GET /events/<int:id>/sign-ups/<code>",
    gives=Guest,
    fails=[EventNotFound, NotYours, SignUpNotFound],
    who="organiser",
)
# Approved is confirmed while there are places, else on the waiting list, if there is one.
approve = endpoint(
    "POST /events/<int:id>/sign-ups/<code>/approval",
    gives=Guest,
    fails=[
        EventNotFound,
        NotYours,
        SignUpNotFound,
        Decided,
        EventCancelled,
        EventOver,
        Full,
        KindFull,
        TooFewLeft,
    ],
    who="organiser",
)
# Confirmed while there are places, else the next in line.
promote = endpoint(
    "POST /events/<int:id>/sign-ups/<code>/promotion",
    gives=Guest,
    fails=[EventNotFound, NotYours, SignUpNotFound, Decided, EventCancelled, EventOver],
    who="organiser",
)
reject = endpoint(
    "POST /events/<int:id>/sign-ups/<code>/rejection",
    takes=RejectForm,
    gives=Guest,
    fails=[EventNotFound, NotYours, SignUpNotFound, Decided, EventCancelled, EventOver],
    who="organiser",
)
