"""The form in which an organiser writes an event."""

from typing import Any

from qiao import Element, Entry, show
from qiao import gettext as _
from qiao.elements import div, p, section
from qiao.widgets import entry_form, field, hidden_field, rows, submit_button


def event_form(entry: Entry, button: str) -> Any:
    """Return the form for a new or an existing event."""
    return entry_form(entry)[
        section(class_="panel")[
            field(entry, "title"),
            field(entry, "starts_at"),
            field(entry, "ends_at"),
            field(entry, "zone"),
            field(entry, "place"),
            field(entry, "capacity"),
            field(entry, "most_seats"),
            field(entry, "description", rows=6),
        ],
        section(class_="panel")[
            field(entry, "closes_at"),
            field(entry, "approval"),
            field(entry, "waiting_list"),
            field(entry, "offer_hours"),
        ],
        section(class_="panel")[
            p(class_="hint")[_("Add tickets if places differ in price, number or time of sale.")],
            rows(
                entry,
                "kinds",
                render=kind,
                add=_("Add a ticket"),
                remove=_("Remove this ticket"),
            ),
            show(lambda: costs(entry), lambda: field(entry, "refunds")),
        ],
        section(class_="panel")[
            rows(
                entry,
                "questions",
                render=question,
                add=_("Add a question"),
                remove=_("Remove this question"),
            )
        ],
        div(class_="actions")[submit_button(entry, button)],
    ]


def costs(entry: Entry) -> bool:
    """Tell whether any ticket has a price."""
    return any(row.text("price") not in ("", "0") for row in entry.rows["kinds"].value)


def kind(row: Entry) -> Element:
    return div[
        # Known tickets keep their number, so that sign-ups stay theirs.
        hidden_field(row, "id"),
        field(row, "name"),
        field(row, "price"),
        field(row, "capacity"),
        field(row, "opens_at"),
        field(row, "closes_at"),
    ]


def question(row: Entry) -> Element:
    def has_choices() -> bool:
        return row.text("kind") in ("choice", "choices")

    return div[
        # Known questions keep their id, so that answers given already stay theirs.
        hidden_field(row, "id"),
        field(row, "label"),
        field(row, "kind"),
        show(has_choices, lambda: field(row, "choices", needed=True)),
        field(row, "required"),
    ]
