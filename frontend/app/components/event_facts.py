"""When, where, how many places: the facts of an event, on cards and pages."""

from typing import Any

from app.components.icons import CALENDAR, PERSON, PLACE, icon
from app.components.picture import is_shown, thumbnail
from contract.events import ZONE_LABELS, ZONES, Event
from contract.ticket_kinds import TicketKind
from qiao import Element, ngettext
from qiao import gettext as _
from qiao.dates import format_day, format_span, format_time
from qiao.elements import a, article, div, h2, li, p, progress, small, span, ul
from qiao.money import format_money


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
    if event.zone not in ZONES:
        return str(event.zone)
    return _(ZONE_LABELS[ZONES.index(event.zone)])


def places_text(event: Event) -> str:
    """Return in words how many places are left."""
    if event.state == "cancelled":
        return _("Cancelled")
    if event.state == "over":
        return _("This event is over.")
    if event.state == "closed":
        return _("Sign-up has ended")
    if event.state == "early":
        return _("Sign-up has not begun")
    if event.state == "full":
        return _("Fully booked")
    return ngettext("{n} place left", "{n} places left", event.places_left)


def places(event: Event) -> Element:
    """Return the places left, in words and as a bar."""
    return div(class_=["places", event.state])[
        icon(PERSON),
        span[places_text(event)],
        progress(max=event.taken + event.places_left, value=event.taken, aria_hidden="true"),
    ]


def kind_text(kind: TicketKind) -> str:
    """Return in words what a ticket costs, and how many there are left."""
    if kind.state == "early":
        left = _("On sale from {time}", time=format_time(kind.opens_at))
    elif kind.state == "closed":
        left = _("No longer on sale")
    elif kind.state == "full":
        left = _("Sold out")
    else:
        left = ngettext("{n} place left", "{n} places left", kind.places_left)
    # That a place is free goes without saying.
    return f"{format_money(kind.price)} · {left}" if kind.price else left


def conditions(event: Event) -> Element:
    """Return what somebody must know before they sign up: until when, who decides, who waits."""
    return ul(class_="conditions")[
        li[_("Sign up until {time}.", time=format_time(event.closes_at))]
        if event.closes_at and event.state in ("open", "full")
        else None,
        li[_("The organiser decides about each sign-up.")] if event.approval else None,
        li[
            ngettext(
                "{n} sign-up is waiting for a place.",
                "{n} sign-ups are waiting for a place.",
                event.waiting,
            )
        ]
        if event.waiting
        else None,
    ]


def called_off(event: Event) -> Any:
    """Return the notice of an event that was called off, and why."""
    if event.state != "cancelled":
        return None
    return div(class_="notice wrong")[
        p[_("This event was cancelled.")], p[event.cancel_reason] if event.cancel_reason else None
    ]


def takes_sign_ups(event: Event) -> bool:
    """Tell whether one may sign up, be it for the waiting list."""
    return event.state == "open" or (event.state == "full" and event.waiting_list)


def closed_text(event: Event) -> str:
    """Return why nobody can sign up."""
    texts = {
        "cancelled": _("This event was cancelled."),
        "over": _("This event is over."),
        "closed": _("Signing up for this event is no longer possible."),
        "early": _("Signing up for this event has not begun."),
    }
    return texts.get(event.state) or _("All places are taken.")


def sign_up_text(event: Event, state: str) -> str:
    """Return what signing up means here, in a state of the event, or of one of its tickets."""
    if event.approval:
        return _("Ask for a place")
    return _("Join the waiting list") if state == "full" else _("Sign up")


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
            thumbnail(event.picture) if is_shown(event.picture) else None,
        ]
    ]


def month(event: Event) -> str:
    names = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split(" ")
    return names[int(event.starts_at[5:7]) - 1]
