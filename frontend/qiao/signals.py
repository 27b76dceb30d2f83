"""Signals: values that remember who reads them.

    count = signal(1)
    double = computed(lambda: count.value * 2)
    effect(lambda: print(double.value))   # prints 2
    count.value = 5                       # prints 10

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
    from collections.abc import Callable

T = TypeVar("T")

# An effect that goes on triggering itself this many times in one batch never ends.
MOST_ROUNDS = 100


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
        return untracked(lambda: self.value)

    def refresh(self) -> None:
        """Bring the value up to date."""

    def add_target(self, reader: Reader) -> None:
        self.targets[reader.id] = reader

    def drop_target(self, reader: Reader) -> None:
        self.targets.pop(reader.id, None)


class Signal(Source[T]):
    """A value that can be written; see `signal`."""

    def __init__(self, value: T) -> None:
        super().__init__()
        self._value = value

    @property
    def value(self) -> T:
        reader = context.reader
        if reader is not None:
            reader.found[self.id] = self
            reader.seen[self.id] = self.version
        return self._value

    @value.setter
    def value(self, value: T) -> None:
        old = self._value
        if value is old or (type(value) is type(old) and value == old):
            return
        if isinstance(context.reader, Computed):
            raise CycleError(
                "a computed must not write a signal: use an effect, or an event handler"
            )
        self._value = value
        self.version += 1
        context.clock += 1
        context.depth += 1
        try:
            for target in list(self.targets.values()):
                target.mark()
        finally:
            end_batch()

    def peek(self) -> T:
        return self._value


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


class Computed(Source[T], Reader):
    """A value made from others, computed when read and only if one of them changed."""

    def __init__(self, fn: Callable[[], T]) -> None:
        Source.__init__(self)
        Reader.__init__(self)
        self.fn = fn
        self.running = False
        self.stale = True  # may be out of date: somebody said so, or nobody would
        self.clock = -1
        self.error: Exception | None = None

    @property
    def value(self) -> T:
        self.refresh()
        reader = context.reader
        if reader is not None:
            reader.found[self.id] = self
            reader.seen[self.id] = self.version
        if self.error is not None:
            raise self.error
        return self._value

    def refresh(self) -> None:
        if self.running:
            raise CycleError(f"{self.fn.__qualname__} reads itself")
        if self.targets and not self.stale:
            return
        if self.clock != context.clock and (not self.version or self.is_stale()):
            self.compute()
        self.stale, self.clock = False, context.clock

    def compute(self) -> None:
        reader = self.start()
        self.running = True
        try:
            value, error = self.fn(), None
        except Exception as failure:  # kept, and raised for whoever reads the value
            value, error = None, failure
        finally:
            context.reader = reader
            self.running = False
            self.settle(bool(self.targets))
        if (
            self.version == 0
            or error is not None
            or self.error is not None
            or type(value) is not type(self._value)
            or value != self._value
        ):
            self._value = value  # type: ignore[assignment]
            self.error = error
            self.version += 1

    def mark(self) -> None:
        if not self.stale:
            self.stale = True
            for target in list(self.targets.values()):
                target.mark()

    def add_target(self, reader: Reader) -> None:
        first = not self.targets
        super().add_target(reader)
        if first:
            # From now on sources have to say when they change; until now nobody listened.
            for source in self.sources.values():
                source.add_target(self)
            self.stale = True
            self.refresh()

    def drop_target(self, reader: Reader) -> None:
        super().drop_target(reader)
        if not self.targets:
            self.stale = True
            for source in self.sources.values():
                source.drop_target(self)


class Owner:
    """Whatever is made while it is current is disposed with it."""

    def __init__(self) -> None:
        self.owned: list[Callable[[], None]] = []

    def dispose(self) -> None:
        owned, self.owned = self.owned, []
        for dispose in reversed(owned):
            dispose()

    def run(self, fn: Callable[..., T], *args: Any) -> T:
        """Call `fn` with this owner as the current one, untracked."""
        owner, reader = context.owner, context.reader
        context.owner, context.reader = self, None
        try:
            return fn(*args)
        finally:
            context.owner, context.reader = owner, reader


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
        if context.owner is not None:
            context.owner.owned.append(self.stop)
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

    An effect that fails doesn't stop the others; the first error is raised at the end.
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
                    failure = failure or error
    finally:
        context.depth -= 1
    if failure is not None:
        raise failure


def signal(value: T) -> Signal[T]:
    """Return a signal that holds `value`. Setting an equal value changes nothing."""
    return Signal(value)


def computed(fn: Callable[[], T]) -> Computed[T]:
    """Return a computed: `fn()`, kept until a signal that it read changes."""
    return Computed(fn)


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


def on_dispose(fn: Callable[[], None]) -> None:
    """Call `fn` when the current owner (row, branch, page, effect) goes away."""
    if context.owner is None:
        raise RuntimeError("on_dispose outside of a page: nothing would ever call it")
    context.owner.owned.append(fn)
