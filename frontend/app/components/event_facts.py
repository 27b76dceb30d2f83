"""When, where, how many places: the facts of an event, on cards and pages."""

from typing import Any

from app.components.icons import CALENDAR, PERSON, PLACE, icon
from contract.events import Event, EventForm
from qiao import Element, ngettext
from qiao import gettext as _
from qiao.dates import format_day, format_span
from qiao.elements import a, article, div, h2, li, progress, small, span, ul


def facts(event: Any) -> Element:
    """Return time and place of an event, or of a ticket's event."""
    return ul(class_="facts")[
        li[
            icon(CALENDAR),
            span[
                format_span(event.starts_at, event.ends_at),
                " ",
                small(class_="zone")[zone_text(event)],
            ],
        ],
        li[icon(PLACE), span[event.place]],
    ]


def zone_text(event: Any) -> str:
    """Return whose clock the times of an event are on."""
    return EventForm.fields["zone"].option_text(event.zone)


def places_text(event: Event) -> str:
    """Return in words how many places are left."""
    if event.state == "over":
        return _("This event is over.")
    if event.state == "full":
        return _("Fully booked")
    return ngettext("{n} place left", "{n} places left", event.places_left)


def places(event: Event) -> Element:
    """Return the places left, in words and as a bar."""
    return div(class_=["places", event.state])[
        icon(PERSON),
        span[places_text(event)],
        progress(max=event.capacity, value=event.taken, aria_hidden="true"),
    ]


def event_card(event: Event, address: str, note: str) -> Element:
    """Return an event in a list, all of it one link; `note` is what matters most of it here."""
    return article(class_=["card", event.state])[
        a(href=address)[
            span(class_="date", aria_hidden="true")[
                span(class_="day")[str(int(event.starts_at[8:10]))],
                span(class_="month")[month(event)],
            ],
            div[
                h2[event.title],
                span(class_="when")[f"{format_day(event.starts_at)} {event.starts_at[11:]}"],
                span(class_="where")[event.place],
                span(class_=["badge", event.state])[note],
            ],
        ]
    ]


def month(event: Event) -> str:
    names = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split(" ")
    return names[int(event.starts_at[5:7]) - 1]
