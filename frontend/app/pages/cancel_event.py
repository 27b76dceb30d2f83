"""The question before an organiser calls an event off."""

from typing import Any

from app.components.event_facts import called_off, facts
from app.components.page import page
from app.own_event import own_event
from contract import events
from contract.events import CancelForm, Event
from qiao import Entry, go, ngettext
from qiao import gettext as _
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, field, submit_button

path = "/organise/events/<int:id>/cancel"
who = "user"
takes = CancelForm


async def load(id: int) -> Event:
    return await own_event(id)


def title(event: Event) -> str:
    return _("Call off: {title}", title=event.title)


def view(event: Event, entry: Entry) -> Any:
    back = f"/organise/events/{event.id}"
    return page(
        "organise",
        _("Call the event off?"),
        called_off(event),
        section(class_="panel")[p(class_="lead")[event.title], facts(event)],
        question(event, entry) if event.state not in ("cancelled", "over") else None,
        div(class_="actions")[a(class_="button", href=back)[_("Back to the guests")]],
        back=back,
    )


def question(event: Event, entry: Entry) -> Any:
    return entry_form(entry)[
        p[
            ngettext(
                "{n} place is taken. Everybody who has signed up or waits is told.",
                "{n} places are taken. Everybody who has signed up or waits is told.",
                event.taken,
            ),
            " ",
            _("You can't take that back."),
        ],
        section(class_="panel")[field(entry, "reason")],
        submit_button(entry, _("Call the event off"), class_="button wrong"),
    ]


async def submit(form: CancelForm, id: int) -> Go:
    await events.cancel(id=id, form=form)
    return go(f"/organise/events/{id}")
