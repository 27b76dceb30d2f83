"""The events that the person organises."""

from typing import Any

from app.components.event_facts import event_card
from app.components.icons import PLUS, icon
from app.components.page import empty, page
from contract import events
from contract.events import Event, EventList, EventQuery
from qiao import each
from qiao import gettext as _
from qiao.elements import a, div, span

path = "/organise"
who = "user"


async def load() -> EventList:
    return await events.find(form=EventQuery(mine="yes"))


def title(found: EventList) -> str:
    return _("My events")


def view(found: EventList) -> Any:
    def card(event: Event) -> Any:
        note = _("{taken} of {n} places taken", taken=event.taken, n=event.capacity)
        return event_card(event, f"/organise/events/{event.id}", note)

    return page(
        "organise",
        title(found),
        div(class_="list")[
            each(
                found.items,
                key=lambda event: event.id,
                render=card,
                otherwise=lambda: empty(_("You have no events yet.")),
            )
        ],
        actions=a(class_="button primary", href="/organise/events/new")[
            icon(PLUS), span[_("New event")]
        ],
    )
