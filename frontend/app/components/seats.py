"""How many places: in words, and the control to choose."""

from typing import Any

from qiao import Entry, ngettext
from qiao.contract import integer
from qiao.widgets import field


def seats_text(seats: int) -> str:
    """Return in words for how many people a sign-up is."""
    return ngettext("{n} person", "{n} people", seats)


def bought_text(sign_up: Any) -> str:
    """Return in words what a sign-up is for: which ticket, and for how many; or either."""
    if not sign_up.kind:
        return seats_text(sign_up.seats)
    return f"{sign_up.kind} × {sign_up.seats}" if sign_up.seats > 1 else str(sign_up.kind)


class SeatsField(integer):
    """One of the numbers that an event allows, to choose rather than to type."""

    widget = "select"

    def __init__(self, label: str, most: int) -> None:
        super().__init__(label, min=1, max=most, default=1)
        self.options = tuple(str(seats) for seats in range(1, most + 1))

    def option_text(self, value: str) -> str:
        return seats_text(int(value)) if value.isdigit() else value


def offer_seats(entry: Entry, most: int) -> Entry:
    """Have the entry of a sign-up form offer up to `most` places; return it."""
    kind = SeatsField(entry.fields["seats"].label, most)
    kind.name = "seats"
    entry.declare("seats", kind, 1)
    return entry


def seats_choice(entry: Entry, most: int) -> Any:
    """Return the control, where there is something to choose."""
    return field(entry, "seats") if most > 1 else None
