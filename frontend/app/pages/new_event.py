"""A new event."""

from typing import Any

from app.components.event_form import event_form
from app.components.page import page
from contract import events
from contract.events import EventForm
from qiao import Entry, go
from qiao import gettext as _
from qiao.pages import Go

path = "/organise/events/new"
who = "user"
takes = EventForm


def title(data: None) -> str:
    return _("New event")


def view(data: None, entry: Entry) -> Any:
    return page(
        "organise", _("New event"), event_form(entry, _("Publish the event")), back="/organise"
    )


async def submit(form: EventForm) -> Go:
    event = await events.create(form=form)
    return go(f"/organise/events/{event.id}")
