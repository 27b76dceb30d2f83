"""One event, and the way to sign up for it."""

from typing import Any

from app.components.event_facts import (
    called_off,
    closed_text,
    conditions,
    facts,
    kind_text,
    places,
    sign_up_text,
    takes_sign_ups,
)
from app.components.page import page
from app.components.picture import picture
from app.components.share import share_button
from app.components.status import status_text
from contract import events
from contract.events import Event
from qiao import gettext as _
from qiao.elements import a, div, li, p, section, small, span, ul

path = "/events/<int:id>"


async def load(id: int) -> Event:
    return await events.get(id=id)


def title(event: Event) -> str:
    return event.title


def view(event: Event) -> Any:
    return page(
        "events",
        event.title,
        called_off(event),
        picture(event),
        section(class_="panel")[
            facts(event),
            places(event),
            kinds(event),
            conditions(event),
            p(class_="organiser")[_("Organised by {name}", name=event.organiser)]
            if event.organiser
            else None,
        ],
        section(class_="text")[[p[part] for part in paragraphs(event.description)]],
        share_button(event.title, f"/events/{event.id}"),
        more(event),
        back="/",
        actions=action(event),
    )


def kinds(event: Event) -> Any:
    """Return the tickets that there are."""
    return ul(class_="kinds")[
        [li[span(class_="name")[kind.name], small[kind_text(kind)]] for kind in event.kinds]
    ]


def more(event: Event) -> Any:
    """Return where else one may want to go from here."""
    if not event.mine:
        return None
    return div(class_="more")[a(href=f"/organise/events/{event.id}")[_("Run this event")]]


def action(event: Event) -> Any:
    """Return the one thing to do next."""
    if event.ticket:
        return a(class_="button primary", href=f"/tickets/{event.ticket}")[ticket_text(event)]
    if not takes_sign_ups(event):
        return p(class_="note")[closed_text(event)]
    return [
        p(class_="note")[_("All places are taken.")] if event.state == "full" else None,
        a(class_="button primary", href=f"/events/{event.id}/sign-up")[
            sign_up_text(event, event.state)
        ],
    ]


def ticket_text(event: Event) -> str:
    """Return what the person's own sign-up is now: a ticket only once it is confirmed."""
    return (
        _("Show my ticket")
        if event.ticket_status == "confirmed"
        else _("My sign-up: {status}", status=status_text(event.ticket_status or "confirmed"))
    )


def paragraphs(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split("\n\n") if part.strip()]
