"""The events to come."""

from typing import Any

from app.components.event_facts import event_card, places_text
from app.components.page import empty, page
from contract import events
from contract.events import Event, EventList
from qiao import each
from qiao import gettext as _
from qiao.elements import div

path = "/"


async def load() -> EventList:
    return await events.find()


def title(found: EventList) -> str:
    return _("Events")


def view(found: EventList) -> Any:
    def card(event: Event) -> Any:
        note = _("You are signed up") if event.ticket else places_text(event)
        return event_card(event, f"/events/{event.id}", note)

    return page(
        "events",
        title(found),
        div(class_="list")[
            each(
                found.items,
                key=lambda event: event.id,
                render=card,
                otherwise=lambda: empty(
                    _("No events are planned at the moment. Look in again soon.")
                ),
            )
        ],
    )
