"""An event, changed by its organiser."""

from typing import Any

from app.components.event_form import event_form
from app.components.page import page
from app.own_event import own_event
from contract import events
from contract.events import Event, EventForm, QuestionForm
from contract.ticket_kinds import TicketKindForm
from qiao import Entry, go
from qiao import gettext as _
from qiao.pages import Go

path = "/organise/events/<int:id>/edit"
who = "user"

LISTS = ("kinds", "questions")


async def load(id: int) -> Event:
    return await own_event(id)


def title(event: Event) -> str:
    return _("Change {title}", title=event.title)


def entry(event: Event) -> Entry:
    given = EventForm(
        **{name: getattr(event, name) for name in EventForm.fields if name not in LISTS},
        kinds=[
            TicketKindForm(**{name: getattr(kind, name) for name in TicketKindForm.fields})
            for kind in event.kinds
        ],
        questions=[QuestionForm(**question.write()) for question in event.questions],
    )
    return Entry(EventForm, given)


def view(event: Event, entry: Entry) -> Any:
    return page(
        "organise",
        _("Change the event"),
        event_form(entry, _("Save")),
        back=f"/organise/events/{event.id}",
    )


async def submit(form: EventForm, id: int) -> Go:
    event = await events.update(id=id, form=form)
    return go(f"/organise/events/{event.id}")
