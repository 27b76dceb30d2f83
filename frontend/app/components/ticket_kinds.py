"""The tickets of an event: in a list, and the control to choose one."""

from typing import Any

from app.components.event_facts import kind_text, takes_sign_ups
from contract.events import Event
from contract.ticket_kinds import TicketKind
from qiao import Element, Entry, show
from qiao import gettext as _
from qiao.contract import integer
from qiao.controls import control_id, described
from qiao.elements import fieldset, input_, label, legend, p, small, span
from qiao.widgets import message


class KindField(integer):
    """One of the tickets of an event, by its number."""

    widget = "radios"


def offer_kinds(entry: Entry, event: Event) -> Entry:
    """Have the entry of a sign-up form offer the tickets of an event; return it."""
    open_ones = [kind.id for kind in event.kinds if takes(event, kind)]
    field = KindField(entry.fields["kind"].label, optional=not event.kinds)
    field.name = "kind"
    entry.declare("kind", field, open_ones[0] if len(open_ones) == 1 else None)
    return entry


def takes(event: Event, kind: TicketKind) -> bool:
    """Tell whether one may sign up for a ticket, be it for its waiting list."""
    return takes_sign_ups(event) and (
        kind.state == "open" or (kind.state == "full" and event.waiting_list)
    )


def chosen(entry: Entry, event: Event) -> TicketKind | None:
    """Return the ticket that is chosen now."""
    id = entry.text("kind")
    return next((kind for kind in event.kinds if str(kind.id) == id), None)


def kinds_choice(entry: Entry, event: Event) -> Any:
    """Return the control, where there is something to choose."""
    if not event.kinds:
        return None
    return fieldset(
        class_=lambda: {"field": True, "kinds": True, "wrong": bool(entry.errors["kind"].value)}
    )[
        legend[entry.fields["kind"].title()],
        [kind_choice(entry, event, kind) for kind in event.kinds],
        message(entry, "kind"),
        show(lambda: costs(entry, event), lambda: p(class_="note")[refund_text(event)]),
    ]


def costs(entry: Entry, event: Event) -> bool:
    """Tell whether what is chosen has a price."""
    kind = chosen(entry, event)
    return kind is not None and kind.price > 0


def refund_text(event: Event) -> str:
    """Return how one pays, and until when one is paid back."""
    texts = {
        "start": _("If you can't come, you are paid back until the event begins."),
        "day": _("If you can't come, you are paid back until a day before the event."),
        "week": _("If you can't come, you are paid back until a week before the event."),
        "never": _("If you can't come, you are not paid back."),
    }
    return _("You pay in WeChat or Alipay.") + " " + texts[event.refunds]


def kind_choice(entry: Entry, event: Event, kind: TicketKind) -> Element:
    value = str(kind.id)

    def pick() -> None:
        entry.type("kind", [value])

    own_id = f"{control_id(entry, 'kind')}-{value}"
    offered = takes(event, kind)
    return label(class_=["check", "kind", "" if offered else "off"], for_=own_id)[
        input_(
            id=own_id,
            type="radio",
            name="kind",
            value=value,
            disabled=not offered,
            checked=lambda: entry.text("kind") == value,
            on_change=pick,
            **described(entry, "kind"),
        ),
        span(class_="name")[kind.name],
        small[
            kind_text(kind),
            [" · ", _("Join the waiting list")] if offered and kind.state == "full" else None,
        ],
    ]
