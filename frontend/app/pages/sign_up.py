"""The form with which a guest signs up; works by a plain form post, too."""

from typing import Any

from app.components.event_facts import (
    closed_text,
    conditions,
    facts,
    places,
    sign_up_text,
    takes_sign_ups,
)
from app.components.page import page
from app.components.seats import offer_seats, seats_choice
from app.components.ticket_kinds import chosen, kinds_choice, offer_kinds
from contract import events, sign_ups
from contract.events import Event
from contract.sign_ups import AlreadySignedUp, Full, KindFull, SignUpForm, TooFewLeft
from qiao import Entry, go, ngettext, show
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
    entry = Entry(SignUpForm, questions=event.questions)
    return offer_kinds(offer_seats(entry, event.most_seats), event)


def view(event: Event, entry: Entry) -> Any:
    return page(
        "events",
        _("Sign up"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            facts(event),
            show(lambda: is_true(event, entry), lambda: places(event)),
            conditions(event),
        ],
        form_or_reason(event, entry),
        back=f"/events/{event.id}",
    )


def is_true(event: Event, entry: Entry) -> bool:
    """Tell whether the number of places left still is: others may have taken some meanwhile."""
    told = entry.problem.value
    return not told or told not in (
        _(Full.message),
        _(KindFull.message),
        *(_(TooFewLeft.message, places_left=left) for left in range(1, event.most_seats)),
    )


def form_or_reason(event: Event, entry: Entry) -> Any:
    if event.ticket:
        return div(class_="empty")[
            _("You have signed up for this event."),
            a(class_="button primary", href=f"/tickets/{event.ticket}")[_("Show my sign-up")],
        ]
    # A full event keeps the form of whoever was told so on sending it: nothing typed is lost.
    if takes_sign_ups(event) or entry.problem.peek():
        return entry_form(entry)[
            section(class_="panel")[
                kinds_choice(entry, event),
                field(entry, "name", autocomplete="name"),
                seats_choice(entry, event.most_seats),
                [field(entry, name) for name in entry.fields if name.startswith("answers.")],
            ],
            show(lambda: state(event, entry) == "full", lambda: waiting_note(event)),
            div(class_="actions")[
                submit_button(entry, lambda: sign_up_text(event, state(event, entry)))
            ],
            p(class_="note")[_("The organiser sees your name and your answers.")],
        ]
    return div(class_="empty")[
        closed_text(event),
        a(class_="button", href="/")[_("To the events")],
    ]


def state(event: Event, entry: Entry) -> str:
    """Return the state of what is chosen: of the ticket, where there are several."""
    kind = chosen(entry, event)
    return event.state if kind is None else kind.state


def waiting_note(event: Event) -> Any:
    """Return what happens to who joins the waiting list."""
    return p(class_="note")[
        ngettext(
            "All places are taken. Once one is free, it is offered to you for {n} hour.",
            "All places are taken. Once one is free, it is offered to you for {n} hours.",
            event.offer_hours,
        )
    ]


async def submit(form: SignUpForm, id: int) -> Go:
    """Runs in the page; without script the server runs it on the posted form."""
    try:
        sign_up = await sign_ups.create(id=id, form=form)
    except AlreadySignedUp as problem:
        # On another phone, or in another tab: what was wanted is there.
        return go(f"/tickets/{problem.details['ticket']}")
    return go(f"/tickets/{sign_up.ticket}")
