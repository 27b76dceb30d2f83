"""The events to come."""

from typing import Any

from app.components.event_facts import event_card, places_text
from app.components.page import empty, page
from app.components.paged import paged
from app.components.status import status_text
from contract import events
from contract.events import Event, EventList
from qiao import gettext as _

path = "/"
query = ("cursor",)


async def load(cursor: str) -> EventList:
    return await events.find(cursor=cursor)


def title(found: EventList) -> str:
    return _("Events")


def own_text(event: Event) -> str:
    """Return what the person's own sign-up for it is."""
    if event.ticket_status in (None, "confirmed"):
        return _("You are signed up")
    return status_text(event.ticket_status)


def view(found: EventList) -> Any:
    def card(event: Event) -> Any:
        note = own_text(event) if event.ticket else places_text(event)
        return event_card(event, f"/events/{event.id}", note)

    return page(
        "events",
        title(found),
        paged(
            found,
            load,
            key=lambda event: event.id,
            render=card,
            otherwise=lambda: empty(_("No events are planned at the moment. Look in again soon.")),
        ),
    )
