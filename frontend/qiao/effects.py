"""Effects: what runs again when a signal that it read has changed; batches of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from qiao.owners import Owner
from qiao.tracking import CycleError, Reader, context

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# An effect that runs this many times in one batch goes on triggering itself, and never ends.
MOST_RUNS = 100


class Effect(Reader, Owner):
    """A function that runs again when what it read has changed; see `effect`."""

    def __init__(self, fn: Callable[[], object]) -> None:
        Reader.__init__(self)
        Owner.__init__(self)
        context.last_id += 1
        self.number = context.last_id
        self.id = f"e{self.number}"
        self.fn = fn
        self.marked = False
        self.disposed = False
        if self.parent is not None:
            self.parent.owned.append(self.stop)
        try:
            self.rerun()
        except Exception:
            # Whoever wanted it has nothing to stop it with.
            self.stop()
            raise

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
    """Run the marked effects when the outermost batch ends, in the order they were made.

    So an effect inside of another (a row, a branch) runs after it, or not at all if the outer
    one takes it away. An effect that fails doesn't stop the others. Its failure goes to the
    nearest boundary; the first one without a boundary is raised at the end.
    """
    if context.depth > 1:
        context.depth -= 1
        return
    failure: Exception | None = None
    runs: dict[str, int] = {}
    try:
        while context.marked:
            marked, context.marked = context.marked, []
            marked.sort(key=age)
            for at, one in enumerate(marked):
                if context.marked:  # the last one has marked others, which may have to run first
                    context.marked += marked[at:]
                    break
                one.marked = False
                try:
                    if not one.disposed and one.is_stale():
                        runs[one.id] = runs.get(one.id, 0) + 1
                        if runs[one.id] > MOST_RUNS:
                            raise CycleError("effects trigger each other without end")
                        one.rerun()
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


def age(one: Effect) -> int:
    """Return a number that grows with each effect made."""
    return one.number


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
