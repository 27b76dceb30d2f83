"""Signals: values that remember who reads them.

    count = signal(1)
    double = computed(lambda: count.value * 2)
    effect(lambda: print(double.value))   # prints 2
    count.value = 5                       # prints 10

How it works stands in `tracking.py`. In the page `signals.js` takes the place of all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from qiao.effects import Effect as Effect
from qiao.effects import batch as batch
from qiao.effects import effect as effect
from qiao.effects import end_batch
from qiao.effects import untracked as untracked
from qiao.owners import Owner as Owner
from qiao.owners import current_owner as current_owner
from qiao.owners import on_dispose as on_dispose
from qiao.tracking import CycleError as CycleError
from qiao.tracking import Reader, Source, context

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


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


def signal(value: T) -> Signal[T]:
    """Return a signal that holds `value`. Setting an equal value changes nothing."""
    return Signal(value)


def computed(fn: Callable[[], T]) -> Computed[T]:
    """Return a computed: `fn()`, kept until a signal that it read changes."""
    return Computed(fn)
