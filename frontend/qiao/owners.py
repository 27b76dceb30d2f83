"""Owners: a page, a row, a branch, an effect. What is made in one goes away with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from qiao.tracking import context

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Owner:
    """Whatever is made while it is current is disposed with it.

    `on_error`, if set, takes the failures of effects inside that have no nearer one.
    """

    def __init__(self) -> None:
        self.owned: list[Callable[[], None]] = []
        self.parent = context.owner
        self.on_error: Callable[[Exception], None] | None = None

    def dispose(self) -> None:
        """Let go of everything made inside, the last first; one that fails stops no other."""
        if not self.owned:
            return
        owned, self.owned = self.owned, []
        reader, context.reader = context.reader, None
        failure: Exception | None = None
        for dispose in reversed(owned):
            try:
                dispose()
            except Exception as error:
                failure = failure or error
        context.reader = reader
        if failure is not None:
            raise failure

    def run(self, fn: Callable[..., T], *args: Any) -> T:
        """Call `fn` with this owner as the current one, untracked."""
        owner, reader = context.owner, context.reader
        context.owner, context.reader = self, None
        try:
            return fn(*args)
        finally:
            context.owner, context.reader = owner, reader

    def handler(self) -> Callable[[Exception], None] | None:
        """Return what takes a failure in here: the nearest `on_error`."""
        owner: Owner | None = self
        while owner is not None:
            if owner.on_error is not None:
                return owner.on_error
            owner = owner.parent
        return None


def on_dispose(fn: Callable[[], None]) -> None:
    """Call `fn` when the current owner (row, branch, page, effect) goes away."""
    if context.owner is None:
        raise RuntimeError("on_dispose outside of a page: nothing would ever call it")
    context.owner.owned.append(fn)


def current_owner() -> Owner | None:
    """Return the owner of what is made now."""
    return context.owner
