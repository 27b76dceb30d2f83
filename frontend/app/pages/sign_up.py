"""The form with which a guest signs up; works by a plain form post, too."""

from typing import Any

from app.components.event_facts import facts, places
from app.components.page import page
from contract import events, sign_ups
from contract.events import Event
from contract.sign_ups import Full, SignUpForm
from qiao import Entry, go, show
from qiao import gettext as _
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, fields, submit_button

path = "/events/<int:id>/sign-up"


async def load(id: int) -> Event:
    return await events.get(id=id)


def title(event: Event) -> str:
    return _("Sign up: {title}", title=event.title)


def entry(event: Event) -> Entry:
    return Entry(SignUpForm, questions=event.questions)


def view(event: Event, entry: Entry) -> Any:
    return page(
        "events",
        _("Sign up"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            facts(event),
            # Once the last place has gone to somebody else, this number is an old one.
            show(lambda: entry.problem.value != _(Full.message), lambda: places(event)),
        ],
        signed_up(event) if event.ticket else None,
        form_or_reason(event, entry),
        back=f"/events/{event.id}",
    )


def signed_up(event: Event) -> Any:
    """Return the way to the ticket; the form stays, for somebody who comes along."""
    return section(class_="panel")[
        p[_("You have a ticket already. The form is for somebody who comes with you.")],
        a(class_="button", href=f"/tickets/{event.ticket}")[_("Show my ticket")],
    ]


def form_or_reason(event: Event, entry: Entry) -> Any:
    # A full event keeps the form of whoever was told so on sending it: nothing typed is lost.
    if event.state == "open" or entry.problem.peek():
        return entry_form(entry)[
            section(class_="panel")[fields(entry)],
            div(class_="actions")[submit_button(entry, _("Sign up"))],
            p(class_="note")[_("The organiser sees your name and your answers.")],
        ]
    return div(class_="empty")[
        _("All places are taken.") if event.state == "full" else _("This event is over."),
        a(class_="button", href="/")[_("To the events")],
    ]


async def submit(form: SignUpForm, id: int) -> Go:
    """Runs in the page; without script the server runs it on the posted form."""
    sign_up = await sign_ups.create(id=id, form=form)
    return go(f"/tickets/{sign_up.ticket}")
