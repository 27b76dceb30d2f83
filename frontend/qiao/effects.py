"""Effects: what runs again when a signal that it read has changed; batches of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from qiao.owners import Owner
from qiao.tracking import CycleError, Reader, context

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# An effect that goes on triggering itself this many times in one batch never ends.
MOST_ROUNDS = 100


class Effect(Reader, Owner):
    """A function that runs again when what it read has changed; see `effect`."""

    def __init__(self, fn: Callable[[], object]) -> None:
        Reader.__init__(self)
        Owner.__init__(self)
        context.last_id += 1
        self.id = f"e{context.last_id}"
        self.fn = fn
        self.marked = False
        self.disposed = False
        if self.parent is not None:
            self.parent.owned.append(self.stop)
        self.rerun()

    def rerun(self) -> None:
        self.dispose()
        owner, clock = context.owner, context.clock
        reader = self.start()
        context.owner = self
        context.depth += 1
        try:
            self.fn()
        finally:
            context.reader, context.owner = reader, owner
            if self.disposed:  # it stopped itself while running
                self.found = {}
            self.settle(True)
            # A write during the run reached only who was listening already.
            if context.clock != clock and not self.disposed and self.is_stale():
                self.mark()
            end_batch()

    def mark(self) -> None:
        if not self.marked:
            self.marked = True
            context.marked.append(self)

    def stop(self) -> None:
        """Never run again, and let go of everything made inside."""
        self.disposed = True
        for source in self.sources.values():
            source.drop_target(self)
        self.sources = {}
        self.dispose()


def end_batch() -> None:
    """Run the marked effects when the outermost batch ends.

    An effect that fails doesn't stop the others. Its failure goes to the nearest boundary; the
    first one without a boundary is raised at the end.
    """
    if context.depth > 1:
        context.depth -= 1
        return
    failure: Exception | None = None
    rounds = 0
    try:
        while context.marked:
            rounds += 1
            if rounds > MOST_ROUNDS:
                context.marked = []
                raise CycleError("effects trigger each other without end")
            marked, context.marked = context.marked, []
            for one in marked:
                one.marked = False
                try:
                    if not one.disposed and one.is_stale():
                        one.rerun()
                except CycleError:
                    raise
                except Exception as error:
                    handler = one.handler()
                    if handler is not None:
                        handler(error)
                    else:
                        failure = failure or error
    finally:
        context.depth -= 1
    if failure is not None:
        raise failure


def effect(fn: Callable[[], object]) -> Callable[[], None]:
    """Run `fn` now and whenever a signal that it read changes; return what stops it."""
    return Effect(fn).stop


def batch(fn: Callable[[], T]) -> T:
    """Call `fn`; effects wait until it is done, so that many writes are one change."""
    context.depth += 1
    try:
        return fn()
    finally:
        end_batch()


def untracked(fn: Callable[[], T]) -> T:
    """Call `fn` without depending on what it reads."""
    reader = context.reader
    context.reader = None
    try:
        return fn()
    finally:
        context.reader = reader
