"""The address bar as signals of `query_signal` see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qiao.browser import history
from qiao.signals import batch, on_dispose

if TYPE_CHECKING:
    from collections.abc import Callable


class Address:
    """The address of the page that is shown, and who wants to know of its changes."""

    def __init__(self) -> None:
        self.followers: list[tuple[str, Callable[[str | None], None]]] = []
        # Written when all that runs now is done: two changes at once are one step.
        self.changes: dict[str, str | None] = {}
        self.pushes = False

    def read(self, name: str) -> str | None:
        text: str | None = history.own_value(name)
        return text

    def follow(self, name: str, changed: Callable[[str | None], None]) -> None:
        follower = (name, changed)
        self.followers.append(follower)
        on_dispose(lambda: self.followers.remove(follower))

    def write(self, name: str, text: str | None, push: bool) -> None:
        if text == self.changes.get(name, self.read(name)):
            return
        if not self.changes:
            history.soon(self.flush)
        self.changes[name] = text
        self.pushes = self.pushes or push

    def flush(self) -> None:
        """Write now what has changed."""
        if self.changes:
            changes, pushes = self.changes, self.pushes
            self.changes, self.pushes = {}, False
            history.write_query(changes, pushes)
            # Two signals of one name stay the same.
            self.tell()

    def covers(self, names: list[str]) -> bool:
        """Tell whether the page follows each of these parameters by signals."""
        followed = {name for name, _changed in self.followers}
        return all(name in followed for name in names)

    def tell(self) -> None:
        """Have the signals take what the address has now."""

        def tell() -> None:
            for name, changed in list(self.followers):
                changed(self.read(name))

        batch(tell)
