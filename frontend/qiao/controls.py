"""Controls: what a person types into or taps, made from one field of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.elements import Element, input_, label, option, select, span, textarea
from qiao.forms import Entry
from qiao.i18n import gettext as _
from qiao.timers import sleep

if TYPE_CHECKING:
    from qiao.browser.events import Event


def control_id(entry: Entry, name: str) -> str:
    return "f-" + (entry.prefix + name).replace(".", "-")


def described(entry: Entry, name: str) -> dict[str, Any]:
    """Return the attributes that tie a control to its messages."""
    own_id = control_id(entry, name)
    hint = f"{own_id}-hint " if entry.fields[name].help else ""
    error = entry.errors[name]
    return {
        "aria_invalid": lambda: "true" if error.value else None,
        "aria_describedby": lambda: (
            (hint + (f"{own_id}-error" if error.value else "")).strip() or None
        ),
    }


def control(entry: Entry, name: str, attrs: dict[str, Any]) -> Element:
    """Return the control of one field."""
    kind: Any = entry.fields[name]

    def typed(event: Event) -> None:
        entry.type(name, [event.value])

    async def left() -> None:
        # Later, or the message would move the button from under a finger on its way down.
        await sleep(0.2)
        entry.leave(name)

    common: dict[str, Any] = {
        "id": control_id(entry, name),
        "on_blur": left,
        "name": entry.prefix + name,
        "aria_required": None if kind.optional or kind.widget == "checkbox" else "true",
        **described(entry, name),
        **attrs,
    }
    if kind.widget == "file":
        return input_(type="file", accept=kind.accept or None, **common)
    if kind.widget == "textarea":
        return textarea(value=lambda: entry.text(name), on_input=typed, **{"rows": 4, **common})
    if kind.widget == "select":
        # The entry may hold a value that isn't offered (a rarer time zone): it must not get lost.
        offered = list(kind.options)
        first = entry.text(name)
        if first and first not in offered:
            offered = [first, *offered]
        return select(on_change=typed, **common)[
            None if kind.default else option(value="")[_("Choose…")],
            [
                option(value=one, selected=lambda one=one: entry.text(name) == one)[
                    kind.option_text(one)
                ]
                for one in offered
            ],
        ]
    if kind.widget == "checkbox":

        def ticked(event: Event) -> None:
            entry.type(name, ["on"] if event.checked else [])

        return input_(
            type="checkbox",
            value="on",
            checked=lambda: bool(entry.text(name)),
            on_change=ticked,
            **common,
        )
    widget = kind.widget if kind.widget in ("tel", "datetime-local") else "text"
    return input_(
        # Numbers are typed as text: a number input hides from us what it can't read.
        type=widget,
        inputmode=kind.keyboard if kind.keyboard != "text" else None,
        value=lambda: entry.text(name),
        on_input=typed,
        **common,
    )


def boxes(entry: Entry, name: str, kind: Any) -> list[Element]:
    """Return a group of boxes to tick, one for each option."""

    def box(at: int, one: str) -> Element:
        def ticked(event: Event) -> None:
            chosen = [other for other in entry.values[name].peek() if other != one]
            entry.type(name, [*chosen, one] if event.checked else chosen)

        own_id = f"{control_id(entry, name)}-{at}"
        return label(class_="check", for_=own_id)[
            input_(
                id=own_id,
                type="checkbox",
                name=entry.prefix + name,
                value=one,
                checked=lambda: one in entry.values[name].value,
                on_change=ticked,
                **described(entry, name),
            ),
            span[one],
        ]

    return [box(at, one) for at, one in enumerate(kind.options)]
