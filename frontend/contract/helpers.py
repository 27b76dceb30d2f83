"""Helpers: people whom an organiser lets check guests in at one event, and do nothing else."""

from contract.events import EventCancelled, EventNotFound, EventOver, NotYours
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

# More doors than any event has.
MOST = 50


class HelperForm(Record):
    name = text(
        N_("Name of the helper"),
        max=40,
        optional=True,
        help=N_("For your list only, so that you know whom to remove."),
    )


class Helper(Record):
    """Somebody who was invited; times are on the event's clock."""

    id = integer("Helper")
    # The organiser's word for them, else their own name; empty where there is neither.
    name = text("Name", max=80, default="")
    state = choice("State", ("invited", "helping", "expired"))
    joined_at = local_time("Helps since", optional=True)
    expires_at = local_time("The invitation ends")


class HelperList(Record):
    items = records("Helpers", Helper)


class Invitation(Record):
    """What is passed on to a helper. The code is shown this once: only its hash is kept."""

    code = text("Code", max=40)
    address = text("Page that takes it", max=200)
    expires_at = local_time("The invitation ends")


class Helping(Record):
    """What somebody is invited to."""

    event_id = integer("Event id")
    title = text("Title", max=80)
    starts_at = local_time("Starts")
    ends_at = local_time("Ends")
    zone = text("Time zone", max=64)
    place = text("Place", max=120)
    organiser = text("Organiser", max=80, default="")
    joined = flag("The caller may check guests in already")


class HelperNotFound(Problem):
    """The event has no such helper, or not any more."""

    status = 404
    message = N_("This helper was removed already.")


class InvitationEnded(Problem):
    """The code is made up, too old, used by somebody else, or was taken back."""

    status = 404
    message = N_("This invitation is not valid (any more). Ask the organiser for a new one.")


class TooManyHelpers(Problem):
    """No more can be invited before one is removed."""

    status = 409
    message = N_("An event can have {most} helpers at most. Remove one first.")


find = endpoint(
    "GET /events/<int:id>/helpers",
    gives=HelperList,
    fails=[EventNotFound, NotYours],
    who="organiser",
)
create = endpoint(
    "POST /events/<int:id>/helpers",
    takes=HelperForm,
    gives=Invitation,
    fails=[EventNotFound, NotYours, EventCancelled, EventOver, TooManyHelpers],
    who="organiser",
)
end = endpoint(
    "POST /events/<int:id>/helpers/<int:helper>/end",
    gives=HelperList,
    fails=[EventNotFound, NotYours, HelperNotFound],
    who="organiser",
)
get = endpoint("GET /helper-invitations/<code>", gives=Helping, fails=[InvitationEnded], who="user")
# Accepted once more by the same person, it stays accepted.
accept = endpoint(
    "POST /helper-invitations/<code>/acceptance",
    gives=Helping,
    fails=[InvitationEnded],
    who="user",
)
