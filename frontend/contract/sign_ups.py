"""Sign-ups: what a guest sends, what comes back, what can go wrong."""

from contract.events import MOST_SEATS, EventNotFound, EventOver, NotYours
from qiao.contract import (
    Problem,
    Record,
    answers,
    choice,
    endpoint,
    integer,
    local_time,
    records,
    text,
)
from qiao.i18n import N_

# What becomes of a sign-up; see `rules.sign_ups` for what each means.
STATUSES = ("confirmed", "cancelled")


class SignUpForm(Record):
    name = text(N_("Name"), max=40)
    seats = integer(N_("How many of you come?"), min=1, max=MOST_SEATS, default=1)
    answers = answers()  # checked against the event's own questions


class SignUp(Record):
    ticket = text("Ticket code", max=40)
    status = choice("State", STATUSES)
    seats = integer("Places")


class Guest(Record):
    """A sign-up as the organiser sees it."""

    name = text("Name", max=40)
    seats = integer("Places")
    status = choice("State", STATUSES)
    answers = answers()
    ticket = text("Ticket code", max=40)
    signed_up_at = local_time("Signed up")  # on the event's clock
    checked_in_at = local_time("Checked in", optional=True)


class GuestList(Record):
    items = records("Guests", Guest, most=100_000)
    checked_in = integer("Guests checked in")


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
    fails=[EventNotFound, EventOver, AlreadySignedUp, Full, TooFewLeft],
    who="guest",
)
find = endpoint(
    "GET /events/<int:id>/sign-ups",
    gives=GuestList,
    fails=[EventNotFound, NotYours],
    who="organiser",
)
