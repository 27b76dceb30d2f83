"""Events: what an organiser writes, what everybody sees."""

from contract.logins import LoginRequired
from qiao.contract import (
    Problem,
    Record,
    choice,
    endpoint,
    flag,
    integer,
    lines,
    local_time,
    records,
    text,
)
from qiao.contract.questions import KINDS
from qiao.i18n import N_

# With everybody they bring along.
MOST_SEATS = 10

STATES = ("open", "full", "over")

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
    questions = records(N_("Questions for guests"), QuestionForm, most=20, optional=True)


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
    questions = records("Questions", Question)
    organiser = text("Organiser", max=80)
    state = choice("State", STATES)
    # About the caller: may they run it, and the code of their own ticket.
    mine = flag("Yours")
    ticket = text("Your ticket", max=40, optional=True)


class EventList(Record):
    items = records("Events", Event)


class EventQuery(Record):
    # `mine`: the events the caller organises, past ones too; else those to come.
    mine = choice("Whose", ("yes", "no"), default="no")


class EventNotFound(Problem):
    """No event has this id."""

    status = 404
    message = N_("This event does not exist. It may have been removed.")


class EventOver(Problem):
    """The event has ended: nobody can sign up any more."""

    status = 409
    message = N_("This event is over.")


class NotYours(Problem):
    """Only the organiser of the event may do this."""

    status = 403
    message = N_("This belongs to somebody else.")


class CapacityTooSmall(Problem):
    """The capacity can't go below the places already taken."""

    status = 409
    message = N_("{taken} places are taken already: the number of places can't be lower.")


find = endpoint("GET /events", takes=EventQuery, gives=EventList, fails=[LoginRequired])
get = endpoint("GET /events/<int:id>", gives=Event, fails=[EventNotFound])
create = endpoint("POST /events", takes=EventForm, gives=Event, who="user")
update = endpoint(
    "PUT /events/<int:id>",
    takes=EventForm,
    gives=Event,
    fails=[EventNotFound, NotYours, CapacityTooSmall],
    who="organiser",
)
