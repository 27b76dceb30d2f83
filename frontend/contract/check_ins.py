"""Check-ins: a ticket is shown at the door and lets its guest in, once."""

from contract.events import EventCancelled, EventNotFound, NotYours
from contract.tickets import ForgedTicket, TicketNotFound
from qiao.contract import Problem, Record, answers, endpoint, integer, local_time, text
from qiao.dates import format_time
from qiao.i18n import N_, gettext

UNNAMED = N_("This ticket is for another event.")


class CheckInForm(Record):
    ticket = text(N_("Ticket code"), max=80)


class CheckIn(Record):
    name = text("Name", max=40)
    seats = integer("People that come in")
    answers = answers()
    checked_in_at = local_time("Checked in")  # on the event's clock
    checked_in = integer("Guests checked in")
    taken = integer("Places taken")


class WrongEvent(Problem):
    """The ticket is good, but for another event."""

    status = 409
    message = N_("This ticket is for another event: {title}.")

    def text(self) -> str:
        """Return the message; without the title for whom it is none of their business."""
        return super().text() if self.details["title"] else gettext(UNNAMED)


class NotConfirmed(Problem):
    """The ticket's sign-up was cancelled: it opens no door."""

    status = 409
    message = N_("The sign-up of {name} is not confirmed.")


class AlreadyCheckedIn(Problem):
    """The ticket has let somebody in before."""

    status = 409
    message = N_("{name} was checked in already: {checked_in_at}.")

    def text(self) -> str:
        """Return the message with the time as people read it."""
        shown = {**self.details, "checked_in_at": format_time(str(self.details["checked_in_at"]))}
        return gettext(self.message, **shown)


class Door(Record):
    """How full it is inside: numbers only, a helper is told nothing else about guests."""

    checked_in = integer("Guests checked in")
    taken = integer("Places taken")


count = endpoint(
    "GET /events/<int:id>/check-ins",
    gives=Door,
    fails=[EventNotFound, NotYours],
    who="helper",
)
create = endpoint(
    "POST /events/<int:id>/check-ins",
    takes=CheckInForm,
    gives=CheckIn,
    fails=[
        EventNotFound,
        NotYours,
        EventCancelled,
        ForgedTicket,
        TicketNotFound,
        WrongEvent,
        NotConfirmed,
        AlreadyCheckedIn,
    ],
    who="helper",
)
