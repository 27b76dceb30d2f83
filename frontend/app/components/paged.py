"""A long list: its first rows, and the way to more of them."""

from collections.abc import Awaitable, Callable
from typing import Any

from qiao import batch, each, show, signal
from qiao import gettext as _
from qiao.contract import Problem
from qiao.elements import button, div, form, input_, p, span


def paged(
    first: Any,
    fetch: Callable[[str], Awaitable[Any]],
    *,
    key: Callable[[Any], Any],
    render: Callable[[Any], Any],
    otherwise: Callable[[], Any],
    query: dict[str, str | None] | None = None,
) -> Any:
    """Return the rows of `first`, a list with `items` and `next`, and a button for the next page.

    `fetch(cursor)` gives the next page, and the rows stay. Without script the button leads to a
    page with the next rows only: at this address, with `query` and the cursor.
    """
    rows = signal(first.items)
    next = signal(first.next)
    busy = signal(False)
    told = signal("")

    async def more() -> None:
        if busy.peek():
            return
        busy.value = True
        told.value = ""
        try:
            found = await fetch(next.peek() or "")
        except Problem as problem:
            told.value = problem.text()
        else:
            batch(lambda: add(found))
        finally:
            busy.value = False

    def add(found: Any) -> None:
        # A row that was put elsewhere meanwhile may come once more.
        known = {key(row) for row in rows.peek()}
        rows.value = [*rows.peek(), *(row for row in found.items if key(row) not in known)]
        next.value = found.next

    def next_page() -> Any:
        return form(method="get", class_="next-page", on_submit=more)[
            [
                input_(type="hidden", name=name, value=value)
                for name, value in (query or {}).items()
                if value
            ],
            input_(type="hidden", name="cursor", value=lambda: next.value or ""),
            button(
                type="submit",
                class_="button",
                aria_disabled=lambda: "true" if busy.value else None,
            )[span[lambda: _("Loading …") if busy.value else _("Show more")]],
        ]

    return [
        div(class_="list")[each(rows, key=key, render=render, otherwise=otherwise)],
        show(lambda: next.value, next_page),
        div(role="status")[show(lambda: told.value, lambda: p(class_="note")[told])],
    ]
