"""An event, changed by its organiser."""

from typing import Any

from app.components.event_form import event_form
from app.components.page import page
from contract import events
from contract.events import Event, EventForm, NotYours, QuestionForm
from qiao import Entry, go
from qiao import gettext as _
from qiao.pages import Go

path = "/organise/events/<int:id>/edit"
who = "user"


async def load(id: int) -> Event:
    event = await events.get(id=id)
    if not event.mine:
        raise NotYours()
    return event


def title(event: Event) -> str:
    return _("Change {title}", title=event.title)


def entry(event: Event) -> Entry:
    given = EventForm(
        **{name: getattr(event, name) for name in EventForm.fields if name != "questions"},
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
