"""Forms as a person sees them: labels, controls, messages, made from the fields of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.contract.fields import Field
from qiao.controls import boxes, control, control_id
from qiao.elements import (
    Element,
    button,
    div,
    fieldset,
    form,
    input_,
    label,
    legend,
    p,
    small,
    span,
)
from qiao.flow import each, show
from qiao.forms import ADD, KEY, REMOVE, Entry
from qiao.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from qiao.browser.events import Event


def entry_form(entry: Entry, **attrs: Any) -> Element:
    """Return the form element of an entry; give it fields and buttons as children.

    It posts to its own page, so that it works without script, too.
    """

    async def send(event: Event) -> None:
        await entry.send()

    # A file is sent by the browser itself, as without script: it does that best.
    sends = (
        {"enctype": "multipart/form-data"}
        if any(field.widget == "file" for field in entry.fields.values())
        else {"on_submit": send}
    )
    # The messages are ours, in the language of the page, so the browser's own are off.
    element = form(
        method="post",
        novalidate=True,
        aria_busy=lambda: entry.pending.value or None,
        **sends,
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


def submit_button(entry: Entry, text: str | Callable[[], str], **attrs: Any) -> Element:
    """Return the button that sends the form; busy while it is on its way."""
    attrs = {"class_": "button primary", **attrs}
    return button(
        type="submit", aria_disabled=lambda: "true" if entry.pending.value else None, **attrs
    )[span[text]]


def fields(entry: Entry, *names: str) -> list[Element]:
    """Return the fields of an entry: those named, or all, with the questions at the end."""
    return [field(entry, name) for name in names or entry.fields]


def field(entry: Entry, name: str, *, needed: bool = False, **attrs: Any) -> Element:
    """Return label, control and message of one field.

    `needed` says that here it can't be left empty, though the record allows that.
    """
    kind = entry.fields[name]
    if kind.widget == "checkboxes":
        return group(entry, name)
    own_id = control_id(entry, name)
    if needed:
        attrs = {"aria_required": "true", **attrs}

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
        label(for_=own_id)[kind.title(), None if needed else optional_mark(kind)],
        p(class_="hint", id=f"{own_id}-hint")[_(kind.help)] if kind.help else None,
        control(entry, name, attrs),
        message(entry, name),
    ]


def group(entry: Entry, name: str) -> Element:
    """Return a group of boxes with its question and message."""
    kind: Any = entry.fields[name]
    return fieldset(class_=lambda: {"field": True, "wrong": bool(entry.errors[name].value)})[
        legend[kind.title(), optional_mark(kind)],
        boxes(entry, name, kind),
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
