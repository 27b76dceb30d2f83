"""Sign-ups: what a guest sends, what comes back, what can go wrong."""

from contract.events import (
    MOST_SEATS,
    EventCancelled,
    EventNotFound,
    EventOver,
    NotYours,
    SignUpClosed,
)
from qiao.contract import (
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
from rules.sign_ups import STATUSES


class SignUpForm(Record):
    name = text(N_("Name"), max=40)
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
    seats = integer("Places")
    status = choice("State", STATUSES)
    answers = answers()
    ticket = text("Ticket code", max=40)
    signed_up_at = local_time("Signed up")  # on the event's clock
    checked_in_at = local_time("Checked in", optional=True)
    position = integer("Place on the waiting list", optional=True)
    offer_ends_at = local_time("The offer ends", optional=True)
    reason = text("Why it was turned down", max=500, optional=True)
    may_approve = flag("May be approved")
    may_reject = flag("May be turned down")


class GuestList(Record):
    items = records("Guests", Guest, most=100_000)
    checked_in = integer("Guests checked in")


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
        AlreadySignedUp,
        Full,
        TooFewLeft,
    ],
    who="guest",
)
find = endpoint(
    "GET /events/<int:id>/sign-ups",
    gives=GuestList,
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
    fails=[EventNotFound, NotYours, SignUpNotFound, Decided, Full, TooFewLeft],
    who="organiser",
)
reject = endpoint(
    "POST /events/<int:id>/sign-ups/<code>/rejection",
    takes=RejectForm,
    gives=Guest,
    fails=[EventNotFound, NotYours, SignUpNotFound, Decided],
    who="organiser",
)
