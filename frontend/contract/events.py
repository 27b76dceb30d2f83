"""Events: what an organiser writes, what everybody sees."""

from contract import lists, ticket_kinds
from contract.lists import BadCursor
from contract.logins import LoginRequired
from contract.ticket_kinds import TicketKind, TicketKindForm
from qiao.contract import (
    Problem,
    Record,
    choice,
    endpoint,
    flag,
    integer,
    lines,
    local_time,
    record,
    records,
    text,
)
from qiao.contract.questions import KINDS
from qiao.i18n import N_
from rules.paying import REFUNDS
from rules.sign_ups import STATUSES as STATUSES

# With everybody they bring along.
MOST_SEATS = 10

STATES = ("open", "full", "early", "closed", "over", "cancelled")

# Offered in the form; the API takes every zone of the tz database.
ZONES = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "UTC",
)

ZONE_LABELS = (
    N_("Beijing time"),
    N_("Hong Kong time"),
    N_("Taipei time"),
    N_("Singapore time"),
    N_("Tokyo time"),
    N_("London time"),
    N_("Berlin time"),
    N_("New York time"),
    N_("Los Angeles time"),
    N_("Sydney time"),
    N_("UTC"),
)

KIND_LABELS = (
    N_("A few words"),
    N_("A number"),
    N_("A telephone number"),
    N_("One of several choices"),
    N_("Any of several choices"),
)


REFUND_LABELS = (
    N_("until the event begins"),
    N_("until a day before it begins"),
    N_("until a week before it begins"),
    N_("never"),
)


class QuestionForm(Record):
    """A question as the organiser writes it."""

    id = text(N_("Question id"), max=20, optional=True)
    label = text(N_("Question"), max=120)
    kind = choice(N_("Kind of answer"), KINDS, labels=KIND_LABELS, default="text")
    required = flag(N_("Must be answered"), default=False)
    choices = lines(N_("Choices, one a line"), optional=True)


class Question(Record):
    """A question as a guest is asked it."""

    id = text("Question id", max=20)
    label = text("Question", max=120)
    kind = choice("Kind of answer", KINDS)
    required = flag("Must be answered")
    choices = lines("Choices", optional=True)


class EventForm(Record):
    title = text(N_("Title"), max=80)
    starts_at = local_time(N_("Start"))
    ends_at = local_time(N_("End"))
    zone = text(N_("Time zone"), max=64, options=ZONES, labels=ZONE_LABELS, default="Asia/Shanghai")
    place = text(N_("Place"), max=120)
    capacity = integer(N_("Number of places"), min=1, max=100_000)
    most_seats = integer(
        N_("Places one person may take"),
        min=1,
        max=MOST_SEATS,
        default=1,
        help=N_("More than one lets guests bring others along."),
    )
    description = text(N_("About the event"), max=5000, multiline=True, optional=True)
    closes_at = local_time(
        N_("Sign-up until"), optional=True, help=N_("Left empty: until the event ends.")
    )
    approval = flag(N_("I decide about each sign-up"), default=False)
    waiting_list = flag(N_("Waiting list when all places are taken"), default=False)
    offer_hours = integer(
        N_("Hours to take an offered place"),
        min=1,
        max=168,
        default=24,
        help=N_("Then it goes to the next on the waiting list."),
    )
    refunds = choice(
        N_("Who gives up a paid place is paid back"),
        REFUNDS,
        labels=REFUND_LABELS,
        default="start",
        help=N_("Whom you turn down is always paid back, as everybody is if you call it off."),
    )
    kinds = records(N_("Kinds of tickets"), TicketKindForm, most=ticket_kinds.MOST, optional=True)
    questions = records(N_("Questions for guests"), QuestionForm, most=20, optional=True)


class Picture(Record):
    """A picture. While it is not shown, or was refused, only its organiser gets to know."""

    state = choice("State", ("shown", "pending", "refused"))
    address = text("Path of the larger file", max=100)
    small = text("Path of the smaller file", max=100)
    width = integer("Width of the larger file")
    height = integer("Height of the larger file")
    alt = text("What can be seen on it", max=200, default="")


class Event(Record):
    id = integer("Event id")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    zone = text("Time zone", max=64)
    place = text("Place", max=120)
    description = text("About the event", max=5000, multiline=True, optional=True)
    capacity = integer("Places")
    most_seats = integer("Places one person may take")
    taken = integer("Places taken")
    places_left = integer("Places left")
    closes_at = local_time("Sign-up until", optional=True)
    approval = flag("Sign-ups need approval")
    waiting_list = flag("Has a waiting list")
    offer_hours = integer("Hours to take an offered place")
    refunds = choice("Who gives up a paid place is paid back", REFUNDS)
    waiting = integer("Sign-ups on the waiting list")
    cancel_reason = text("Why it is cancelled", max=500, optional=True)
    # None: there is one kind of place, for everybody.
    kinds = records("Ticket kinds", TicketKind)
    questions = records("Questions", Question)
    picture = record("Picture", Picture, optional=True)
    # Empty where the organiser's host tells no names.
    organiser = text("Organiser", max=80, default="")
    state = choice("State", STATES)
    # About the caller: may they run it, and the code of their own ticket.
    mine = flag("Yours")
    ticket = text("Your ticket", max=40, optional=True)
    ticket_status = choice("State of your ticket", STATUSES, optional=True)


class EventList(Record):
    items = records("Events", Event)
    next = text("Cursor of the next page", max=lists.LONGEST, optional=True)


class EventQuery(Record):
    # `yes`: the events the caller organises, `helping`: those they help at, past ones too;
    # the latest first; `no`: those to come, the next one first.
    mine = choice("Whose", ("yes", "helping", "no"), default="no")
    cursor = text("Where the page begins", max=lists.LONGEST, optional=True)


class EventNotFound(Problem):
    """No event has this id."""

    status = 404
    message = N_("This event does not exist. It may have been removed.")


class UnsuitableText(Problem):
    """WeChat holds the text for something that must not be published."""

    status = 422
    message = N_("This text can't be published in WeChat. Please change it.")


class EventOver(Problem):
    """The event has ended: nobody can sign up any more."""

    status = 409
    message = N_("This event is over.")


class SignUpClosed(Problem):
    """The time for signing up is over, though the event is not."""

    status = 409
    message = N_("Signing up for this event is no longer possible.")


class EventCancelled(Problem):
    """The organiser has called the event off."""

    status = 409
    message = N_("This event was cancelled.")


class NotYours(Problem):
    """Only the organiser of the event may do this."""

    status = 403
    message = N_("This belongs to somebody else.")


class CapacityTooSmall(Problem):
    """The capacity can't go below the places already taken."""

    status = 409
    message = N_("{taken} places are taken already: the number of places can't be lower.")


class KindInUse(Problem):
    """A ticket kind that people have signed up for stays."""

    status = 409
    message = N_("“{name}” has sign-ups already, so it can't be removed. End its sale instead.")


class CancelForm(Record):
    reason = text(N_("Reason"), max=500, multiline=True, optional=True)


find = endpoint("GET /events", takes=EventQuery, gives=EventList, fails=[LoginRequired, BadCursor])
get = endpoint("GET /events/<int:id>", gives=Event, fails=[EventNotFound])
create = endpoint("POST /events", takes=EventForm, gives=Event, fails=[UnsuitableText], who="user")
update = endpoint(
    "PUT /events/<int:id>",
    takes=EventForm,
    gives=Event,
    fails=[
        EventNotFound,
        NotYours,
        EventCancelled,
        CapacityTooSmall,
        KindInUse,
        UnsuitableText,
    ],
    who="organiser",
)
# Called off once more, it stays called off for the first reason.
cancel = endpoint(
    "POST /events/<int:id>/cancellation",
    takes=CancelForm,
    gives=Event,
    fails=[EventNotFound, NotYours, EventOver],
    who="organiser",
)
