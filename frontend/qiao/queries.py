"""The query of the address as signals: `tab = query_signal("tab", "all")`.

Whoever writes such a signal changes the address, and back, forward or a link that changes the
address changes the signal. The page stays: only what read the signal changes.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from qiao.paths import LONGEST_INT
from qiao.signals import Signal, effect, signal

if TYPE_CHECKING:
    from typing import Protocol

    class Place(Protocol):
        """The address that a page is shown at."""

        def read(self, name: str) -> str | None:
            """Return a parameter's text, `None` when it is absent."""

        def follow(self, name: str, changed: object) -> None:
            """Call `changed(text)` when the address has another, as long as the owner lives."""

        def write(self, name: str, text: str | None, push: bool) -> None:
            """Put a parameter into the address."""


T = TypeVar("T", str, int, bool)

# Where the page that is being made stands; set by the server for each request, by the page once.
place: ContextVar[Place | None] = ContextVar("place", default=None)


class Given:
    """The address of a page that is rendered once."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values

    def read(self, name: str) -> str | None:
        return self.values.get(name)

    def follow(self, name: str, changed: object) -> None:
        """Never: this address stays."""

    def write(self, name: str, text: str | None, push: bool) -> None:
        """Nothing: this address stays."""


def query_signal(name: str, default: T, *, push: bool = False) -> Signal[T]:
    """Return a parameter of the address as a signal of the type of `default`: str, int or bool.

    It is the default where the address has none, or one that can't be read; the default itself is
    left out of the address. With `push` each change is a step that the back button takes back;
    without, which suits a search that is being typed, the address of this step changes.
    Call it in `view`.
    """
    here = place.get()
    text = None if here is None else here.read(name)
    value: Signal[T] = signal(parsed(text, default))
    if here is not None:

        def write() -> None:
            here.write(name, None if value.value == default else written(value.value), push)

        def changed(text: str | None) -> None:
            value.value = parsed(text, default)

        here.follow(name, changed)
        effect(write)
    return value


def parsed(text: str | None, default: T) -> T:
    """Return the value that `text` stands for, `default` if it stands for none of its type."""
    if text is None:
        return default
    if isinstance(default, bool):
        return text == "1" if text in ("0", "1") else default
    if isinstance(default, int):
        digits = text[1:] if text.startswith("-") else text
        plain = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_INT
        return int(text) if plain else default
    return text


def written(value: str | int | bool) -> str:
    """Return a value as it stands in the address."""
    return str(int(value)) if isinstance(value, bool) else str(value)
