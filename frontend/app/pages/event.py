"""One event, and the way to sign up for it."""

from typing import Any

from app.components.event_facts import facts, places
from app.components.icons import SHARE, icon
from app.components.page import page
from contract import events
from contract.events import Event
from qiao import gettext as _
from qiao import native, show, signal
from qiao.elements import a, button, div, p, section, span
from qiao.errors import NotSupported

path = "/events/<int:id>"


async def load(id: int) -> Event:
    return await events.get(id=id)


def title(event: Event) -> str:
    return event.title


def view(event: Event) -> Any:
    return page(
        "events",
        event.title,
        section(class_="panel")[
            facts(event),
            places(event),
            p(class_="organiser")[_("Organised by {name}", name=event.organiser)],
        ],
        section(class_="text")[[p[part] for part in paragraphs(event.description)]],
        share_button(event),
        more(event),
        back="/",
        actions=action(event),
    )


def more(event: Event) -> Any:
    """Return where else one may want to go from here."""
    if not event.mine:
        return None
    return div(class_="more")[a(href=f"/organise/events/{event.id}")[_("Run this event")]]


def action(event: Event) -> Any:
    """Return the one thing to do next."""
    if event.ticket:
        return a(class_="button primary", href=f"/tickets/{event.ticket}")[_("Show my ticket")]
    if event.state == "over":
        return p(class_="note")[_("This event is over.")]
    if event.state == "full":
        return p(class_="note")[_("All places are taken.")]
    return a(class_="button primary", href=f"/events/{event.id}/sign-up")[_("Sign up")]


def share_button(event: Event) -> Any:
    told = signal("")

    async def pass_on() -> None:
        try:
            how = await native.share(event.title, f"/events/{event.id}")
            told.value = _("The link is copied.") if how == "copied" else ""
        except native.Cancelled:
            told.value = ""
        except NotSupported as error:
            told.value = str(error)

    return div(class_="share")[
        button(type="button", class_="button quiet", on_click=pass_on)[
            icon(SHARE), span[_("Share")]
        ],
        span(role="status")[show(told, lambda: span[told])],
    ]


def paragraphs(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split("\n\n") if part.strip()]
