"""The events that the person organises."""

from typing import Any

from app.components.event_facts import event_card
from app.components.icons import PLUS, icon
from app.components.page import empty, page
from app.components.paged import paged
from contract import events
from contract.events import Event, EventList
from qiao import each
from qiao import gettext as _
from qiao.elements import a, div, h2, section, span

path = "/organise"
who = "user"
query = ("cursor",)


class Mine:
    """The events that somebody runs, and those at whose door they help."""

    def __init__(self, own: EventList, helping: EventList) -> None:
        self.own = own
        self.helping = helping


async def load(cursor: str) -> Mine:
    # Nobody helps at so many doors that the latest would not be on the first page.
    return Mine(await some(cursor), await events.find(mine="helping"))


async def some(cursor: str) -> EventList:
    return await events.find(mine="yes", cursor=cursor)


def title(mine: Mine) -> str:
    return _("My events")


def view(mine: Mine) -> Any:
    def card(event: Event) -> Any:
        note = _("{taken} of {n} places taken", taken=event.taken, n=event.capacity)
        return event_card(event, f"/organise/events/{event.id}", note)

    return page(
        "organise",
        title(mine),
        paged(
            mine.own,
            some,
            key=lambda event: event.id,
            render=card,
            otherwise=lambda: empty(_("You have no events yet.")),
        ),
        doors(mine.helping.items),
        div(class_="more")[
            a(href="/help")[_("I was invited to help")],
            a(href="/organise/computer")[_("Use a computer")],
            a(href="/organise/access-tokens")[_("Access tokens")],
            a(href="/organise/sessions")[_("Where you are signed in")],
        ],
        actions=a(class_="button primary", href="/organise/events/new")[
            icon(PLUS), span[_("New event")]
        ],
    )


def doors(helping: list[Event]) -> Any:
    """Return the events at whose door somebody helps."""

    def card(event: Event) -> Any:
        return event_card(event, f"/organise/events/{event.id}/check-in", _("Check guests in"))

    if not helping:
        return None
    return section(class_="list", aria_labelledby="doors")[
        h2(id="doors")[_("You help at the door")],
        each(helping, key=lambda event: event.id, render=card),
    ]
