"""The only structure that changes.

`each` for lists, `show` for one thing or another, `boundary` for what may fail, `pending` for
what comes later, `portal` for what stands elsewhere in the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Each:
    """A list of rows, see `each`."""

    def __init__(
        self, rows: Any, key: Callable[[Any], Any], render: Callable[[Any], Any], otherwise: Any
    ) -> None:
        self.rows = rows
        self.key = key
        self.render = render
        self.otherwise = otherwise


class Show:
    """One branch or the other, see `show`."""

    def __init__(self, when: Any, render: Callable[[], Any], otherwise: Callable[[], Any]) -> None:
        self.when = when
        self.render = render
        self.otherwise = otherwise


class Boundary:
    """What may fail, see `boundary`."""

    def __init__(
        self, render: Callable[[], Any], fallback: Callable[[Exception, Callable[[], None]], Any]
    ) -> None:
        self.render = render
        self.fallback = fallback


class Pending:
    """What comes later, see `pending`."""

    def __init__(
        self,
        load: Callable[[], Any],
        render: Callable[[Any], Any],
        waiting: Callable[[], Any],
    ) -> None:
        self.load = load
        self.render = render
        self.waiting = waiting


class Portal:
    """What stands at the end of the document, see `portal`."""

    def __init__(self, children: Any) -> None:
        self.children = children


def nothing() -> None:
    """Render nothing."""


def each(
    rows: Any,
    *,
    key: Callable[[Any], Any],
    render: Callable[[Any], Any],
    otherwise: Callable[[], Any] = nothing,
) -> Each:
    """Render one piece for each of `rows` (a list, a signal of one, or a function).

    `key(row)` says which row is which, so that a row that moves keeps its nodes; a row that is
    no longer equal to the one before is rendered anew. `otherwise` is shown for an empty list.
    """
    return Each(rows, key, render, otherwise)


def show(when: Any, render: Callable[[], Any], otherwise: Callable[[], Any] = nothing) -> Show:
    """Render `render()` while `when` (a value, a signal or a function) is true."""
    return Show(when, render, otherwise)


def boundary(
    render: Callable[[], Any], fallback: Callable[[Exception, Callable[[], None]], Any]
) -> Boundary:
    """Render `render()`; if it fails, now or in a live part later, `fallback(error, again)`.

    Calling `again` renders it anew.
    """
    return Boundary(render, fallback)


def pending(
    load: Callable[[], Any],
    render: Callable[[Any], Any],
    waiting: Callable[[], Any] = nothing,
) -> Pending:
    """Render `waiting()` until the async `load()` has its result, then `render(result)`.

    The server sends `waiting()`: what belongs on the first page goes into the page's `load`.
    A failure of `load` goes to the nearest `boundary`.
    """
    return Pending(load, render, waiting)


def portal(*children: Any) -> Portal:
    """Render children at the end of the document: dialogs and notices above everything else.

    The server sends nothing for them.
    """
    return Portal(children)


def read(source: Any) -> Any:
    """Return the value of something that may be live."""
    return source() if callable(source) else source


def keyed(each: Each) -> list[tuple[Any, Any]]:
    """Return the rows of `each` with their keys; raises `ValueError` for a key seen twice."""
    found: dict[Any, Any] = {}
    for row in read(each.rows):
        key = each.key(row)
        if key in found:
            raise ValueError(f"each: two rows have the key {key!r}; a key must name one row")
        found[key] = row
    return list(found.items())
