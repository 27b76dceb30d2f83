"""The form with which a guest signs up; works by a plain form post, too."""

from typing import Any

from app.components.event_facts import facts, places
from app.components.page import page
from app.components.seats import offer_seats, seats_choice
from contract import events, sign_ups
from contract.events import Event
from contract.sign_ups import AlreadySignedUp, Full, SignUpForm, TooFewLeft
from qiao import Entry, go, show
from qiao import gettext as _
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, field, submit_button

path = "/events/<int:id>/sign-up"


async def load(id: int) -> Event:
    return await events.get(id=id)


def title(event: Event) -> str:
    return _("Sign up: {title}", title=event.title)


def entry(event: Event) -> Entry:
    return offer_seats(Entry(SignUpForm, questions=event.questions), event.most_seats)


def view(event: Event, entry: Entry) -> Any:
    return page(
        "events",
        _("Sign up"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            facts(event),
            show(lambda: is_true(event, entry), lambda: places(event)),
        ],
        form_or_reason(event, entry),
        back=f"/events/{event.id}",
    )


def is_true(event: Event, entry: Entry) -> bool:
    """Tell whether the number of places left still is: others may have taken some meanwhile."""
    told = entry.problem.value
    return not told or told not in (
        _(Full.message),
        *(_(TooFewLeft.message, places_left=left) for left in range(1, event.most_seats)),
    )


def form_or_reason(event: Event, entry: Entry) -> Any:
    if event.ticket:
        return div(class_="empty")[
            _("You are signed up"),
            a(class_="button primary", href=f"/tickets/{event.ticket}")[_("Show my ticket")],
        ]
    # A full event keeps the form of whoever was told so on sending it: nothing typed is lost.
    if event.state == "open" or entry.problem.peek():
        return entry_form(entry)[
            section(class_="panel")[
                field(entry, "name", autocomplete="name"),
                seats_choice(entry, event.most_seats),
                [field(entry, name) for name in entry.fields if name.startswith("answers.")],
            ],
            div(class_="actions")[submit_button(entry, _("Sign up"))],
            p(class_="note")[_("The organiser sees your name and your answers.")],
        ]
    return div(class_="empty")[
        _("All places are taken.") if event.state == "full" else _("This event is over."),
        a(class_="button", href="/")[_("To the events")],
    ]


async def submit(form: SignUpForm, id: int) -> Go:
    """Runs in the page; without script the server runs it on the posted form."""
    try:
        sign_up = await sign_ups.create(id=id, form=form)
    except AlreadySignedUp as problem:
        # On another phone, or in another tab: what was wanted is there.
        return go(f"/tickets/{problem.details['ticket']}")
    return go(f"/tickets/{sign_up.ticket}")
