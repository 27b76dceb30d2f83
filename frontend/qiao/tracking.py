"""Who reads whom: sources, readers, and what is running right now.

Pushing marks, pulling computes. A write marks every computed and effect behind it as possibly
stale, once; at the end of the batch each marked effect asks its sources whether their version
really changed, and only then runs again. So nobody ever sees half of a change (no glitches),
a computed that nobody reads costs nothing, and an effect runs at most once a batch.

Who reads whom is kept on both sides, as dictionaries by id: text keys are the fastest look-up
that both interpreters have, and leaving is O(1) even with a thousand readers of one signal.
"""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from qiao.effects import Effect
    from qiao.owners import Owner

T = TypeVar("T")


class CycleError(RuntimeError):
    """A computed reads itself, or effects trigger each other without end."""


class Context(local):
    """What is running now; each thread (the server renders in several) has its own."""

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self.owner: Owner | None = None
        self.depth = 0
        self.marked: list[Effect] = []
        # Counts all writes: while it stands still no computed can have changed.
        self.clock = 0
        self.last_id = 0


context = Context()


class Source(Generic[T]):
    """What can be read: a signal or a computed."""

    _value: T

    def __init__(self) -> None:
        context.last_id += 1
        self.id = f"s{context.last_id}"
        self.version = 0
        self.targets: dict[str, Reader] = {}

    def __call__(self) -> T:
        return self.value

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()} {self.peek()!r}>"

    @property
    def value(self) -> T:
        """The value; reading it makes the running computed or effect depend on it."""
        raise NotImplementedError

    def peek(self) -> T:
        """Return the value without depending on it."""
        reader = context.reader
        context.reader = None
        try:
            return self.value
        finally:
            context.reader = reader

    def refresh(self) -> None:
        """Bring the value up to date."""

    def add_target(self, reader: Reader) -> None:
        self.targets[reader.id] = reader

    def drop_target(self, reader: Reader) -> None:
        self.targets.pop(reader.id, None)


class Reader:
    """What depends on sources: a computed or an effect."""

    id: str

    def __init__(self) -> None:
        # By id of the source: the sources of the last run, and the versions it saw.
        self.sources: dict[str, Source[Any]] = {}
        self.seen: dict[str, int] = {}
        # The sources of the run that is going on.
        self.found: dict[str, Source[Any]] = {}

    def mark(self) -> None:
        """Take note that a source may have changed."""
        raise NotImplementedError

    def is_stale(self) -> bool:
        """Tell whether a source has really changed since the last run.

        Sources are asked in the order in which they were read: a change of an early one may
        mean that a later one isn't read any more, and must not be computed.
        """
        for key, source in self.sources.items():
            if self.seen[key] != source.version:
                return True
            source.refresh()
            if self.seen[key] != source.version:
                return True
        return False

    def start(self) -> Reader | None:
        """Become the one who reads; return who was it before."""
        before = context.reader
        self.found, self.seen = {}, {}
        context.reader = self
        return before

    def settle(self, connected: bool) -> None:
        """Take what was found as the new sources; leave those not read any more."""
        old, new = self.sources, self.found
        self.sources, self.found = new, {}
        if connected:
            for key, source in new.items():
                if key not in old:
                    source.add_target(self)
            for key, source in old.items():
                if key not in new:
                    source.drop_target(self)
