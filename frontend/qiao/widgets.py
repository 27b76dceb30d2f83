"""Forms as a person sees them: labels, controls, messages, made from the fields of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.contract.fields import Choice, Field
from qiao.elements import (
    Element,
    button,
    div,
    fieldset,
    form,
    input_,
    label,
    legend,
    option,
    p,
    select,
    small,
    span,
    textarea,
)
from qiao.flow import each, show
from qiao.forms import ADD, KEY, REMOVE, Entry
from qiao.i18n import gettext as _
from qiao.timers import sleep

if TYPE_CHECKING:
    from collections.abc import Callable

    from qiao.browser.events import Event


def entry_form(entry: Entry, **attrs: Any) -> Element:
    """Return the form element of an entry; give it fields and buttons as children.

    It posts to its own page, so that it works without script, too.
    """

    async def send(event: Event) -> None:
        await entry.send()

    # The messages are ours, in the language of the page, so the browser's own are off.
    element = form(
        method="post",
        novalidate=True,
        on_submit=send,
        aria_busy=lambda: entry.pending.value or None,
        **attrs,
    )

    def fill(children: Any) -> Element:
        return element[
            input_(type="hidden", name=KEY, value=entry.key),
            form_problem(entry),
            children,
        ]

    return Form(fill)  # type: ignore[return-value]


class Form:
    """An entry's form that waits for its children."""

    def __init__(self, fill: Callable[[Any], Element]) -> None:
        self.fill = fill

    def __getitem__(self, children: Any) -> Element:
        return self.fill(children)


def form_problem(entry: Entry) -> Element:
    # Always there, so that screen readers notice when it gets its text.
    return div(role="alert", class_="form-problem")[
        show(lambda: entry.problem.value, lambda: p[lambda: entry.problem.value])
    ]


def submit_button(entry: Entry, text: str, **attrs: Any) -> Element:
    """Return the button that sends the form; busy while it is on its way."""
    attrs = {"class_": "button primary", **attrs}
    return button(
        type="submit", aria_disabled=lambda: "true" if entry.pending.value else None, **attrs
    )[span[text]]


def control_id(entry: Entry, name: str) -> str:
    return "f-" + (entry.prefix + name).replace(".", "-")


def fields(entry: Entry, *names: str) -> list[Element]:
    """Return the fields of an entry: those named, or all, with the questions at the end."""
    return [field(entry, name) for name in names or entry.fields]


def field(entry: Entry, name: str, **attrs: Any) -> Element:
    """Return label, control and message of one field."""
    kind = entry.fields[name]
    if kind.widget == "checkboxes":
        return boxes(entry, name, kind)
    own_id = control_id(entry, name)

    def classes() -> dict[str, bool]:
        return {
            "field": True,
            "check": kind.widget == "checkbox",
            "wrong": bool(entry.errors[name].value),
        }

    if kind.widget == "checkbox":
        return div(class_=classes)[
            label(for_=own_id)[control(entry, name, attrs), span[kind.title()]],
            message(entry, name),
        ]
    return div(class_=classes)[
        label(for_=own_id)[kind.title(), optional_mark(kind)],
        p(class_="hint", id=f"{own_id}-hint")[_(kind.help)] if kind.help else None,
        control(entry, name, attrs),
        message(entry, name),
    ]


def hidden_field(entry: Entry, name: str) -> Element:
    """Return a field that only travels along."""
    return input_(
        type="hidden",
        name=entry.prefix + name,
        value=lambda: entry.text(name),
        id=control_id(entry, name),
    )


def optional_mark(kind: Field[Any]) -> Any:
    return (
        [" ", small(class_="optional")[_("(optional)")]]
        if kind.optional and not kind.default
        else None
    )


def message(entry: Entry, name: str) -> Any:
    error = entry.errors[name]
    return show(
        lambda: error.value,
        lambda: p(class_="error", id=control_id(entry, name) + "-error")[lambda: error.value],
    )


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
                option(value=one, selected=entry.text(name) == one)[option_text(kind, one)]
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


def option_text(kind: Any, value: str) -> str:
    return kind.option_text(value) if isinstance(kind, Choice) and value in kind.options else value


def boxes(entry: Entry, name: str, kind: Any) -> Element:
    """Return a group of boxes to tick."""

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

    return fieldset(class_=lambda: {"field": True, "wrong": bool(entry.errors[name].value)})[
        legend[kind.title(), optional_mark(kind)],
        [box(at, one) for at, one in enumerate(kind.options)],
        message(entry, name),
    ]


def rows(
    entry: Entry, name: str, *, render: Callable[[Entry], Any], add: str, remove: str
) -> Element:
    """Return the rows of a list of records, with buttons to add and remove; work without script."""
    field = entry.takes.fields[name]

    def row(one: Entry) -> Element:
        def take_out(event: Event) -> None:
            event.prevent()
            entry.remove(name, one)

        return div(class_="row")[
            render(one),
            button(
                type="submit",
                name=REMOVE,
                value=one.prefix,
                class_="button quiet",
                on_click=take_out,
            )[remove],
        ]

    def append(event: Event) -> None:
        event.prevent()
        entry.add(name)

    return fieldset(class_="rows")[
        legend[field.title()],
        each(entry.rows[name], key=lambda one: one.prefix, render=row),
        button(type="submit", name=ADD, value=name, class_="button", on_click=append)[add],
    ]
