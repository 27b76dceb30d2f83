"""Sign-ups: what a guest sends, what comes back, what can go wrong."""

from contract.events import EventNotFound, EventOver, NotYours
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


class SignUpForm(Record):
    name = text(N_("Name"), max=40)
    answers = answers()  # checked against the event's own questions


class SignUp(Record):
    ticket = text("Ticket code", max=40)
    status = choice("State", ("confirmed",))


class Guest(Record):
    """A sign-up as the organiser sees it."""

    name = text("Name", max=40)
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


create = endpoint(
    "POST /events/<int:id>/sign-ups",
    takes=SignUpForm,
    gives=SignUp,
    fails=[EventNotFound, EventOver, Full],
    who="guest",
)
find = endpoint(
    "GET /events/<int:id>/sign-ups",
    gives=GuestList,
    fails=[EventNotFound, NotYours],
    who="organiser",
)
