"""Who has signed up for an event, and how many places are left."""

from typing import Any

from app.components.event_facts import called_off, conditions, facts, places
from app.components.guest_card import guest_card
from app.components.guest_filter import guest_filter, guests_address
from app.components.icons import SCAN, icon
from app.components.page import empty, page
from app.components.paged import paged
from contract import events, sign_ups
from contract.events import Event
from contract.sign_ups import Guest, GuestList
from qiao import Element, ngettext
from qiao import gettext as _
from qiao.elements import a, div, p, section, span
from qiao.paths import query_string

path = "/organise/events/<int:id>"
who = "user"
query = ("state", "search", "cursor")


class Guests:
    """An event with some of its guests, and which those are."""

    def __init__(
        self, event: Event, guests: GuestList, state: str, search: str, cursor: str
    ) -> None:
        self.event = event
        self.guests = guests
        self.state = state
        self.search = search
        self.cursor = cursor


async def load(id: int, state: str, search: str, cursor: str) -> Guests:
    event = await events.get(id=id)
    return Guests(event, await some(id, state, search, cursor), state, search, cursor)


async def some(id: int, state: str, search: str, cursor: str) -> GuestList:
    return await sign_ups.find(id=id, state=state, search=search, cursor=cursor)


def title(data: Guests) -> str:
    return data.event.title


def view(data: Guests) -> Any:
    event, guests = data.event, data.guests
    wanted = {"state": data.state or None, "search": data.search or None}
    whole = guests_address(event.id, "", "")

    def guest_row(guest: Guest) -> Element:
        return guest_card(
            guest,
            event,
            a(
                class_="decide",
                href=f"/organise/events/{event.id}/guests/{guest.ticket}{query_string(wanted)}",
            )[
                _("More about {name}", name=guest.name)
                if guest.status == "confirmed"
                else _("Decide about {name}", name=guest.name)
            ],
        )

    return page(
        "organise",
        event.title,
        called_off(event),
        section(class_="panel")[
            facts(event),
            places(event),
            conditions(event),
            p(class_="counts")[
                # Who waits, or was turned down, is no guest yet.
                ngettext("{n} guest", "{n} guests", event.taken),
                " · ",
                _("{n} checked in", n=guests.checked_in),
            ],
        ],
        div(class_="more")[
            a(href=f"/events/{event.id}")[_("Page of the event")],
            [
                a(href=f"/organise/events/{event.id}/edit")[_("Change the event")],
                a(href=f"/organise/events/{event.id}/helpers")[_("Helpers")],
                a(href=f"/organise/events/{event.id}/picture")[_("Picture")],
                a(href=f"/organise/events/{event.id}/cancel")[_("Call the event off")],
            ]
            if event.state != "cancelled"
            else None,
            a(href=f"/organise/events/{event.id}/guest-file")[_("Guests as a file")],
        ],
        guest_filter(data.state, data.search) if guests.items or asks(data) else None,
        # Without script each page of the list is one of its own.
        p(class_="note")[
            a(href=guests_address(event.id, data.state, data.search))[
                _("To the beginning of the list")
            ]
        ]
        if data.cursor
        else None,
        paged(
            guests,
            lambda cursor: some(event.id, data.state, data.search, cursor),
            key=lambda guest: guest.ticket,
            render=guest_row,
            otherwise=lambda: nobody(data, whole),
            query=wanted,
        ),
        back="/organise",
        actions=a(class_="button primary", href=f"/organise/events/{event.id}/check-in")[
            icon(SCAN), span[_("Check guests in")]
        ]
        if event.state != "cancelled"
        else None,
    )


def asks(data: Guests) -> bool:
    """Tell whether certain guests are asked for."""
    return data.state not in ("", "current") or bool(data.search)


def nobody(data: Guests, whole: str) -> Any:
    """Return what stands there instead of guests."""
    if not asks(data):
        return empty(_("Nobody has signed up yet. Share the page of the event."))
    return empty(_("No guest is like that."), a(class_="button", href=whole)[_("Show all guests")])
