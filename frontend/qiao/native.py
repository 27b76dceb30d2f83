"""Native calls: what only the host around the page can do, asked the same way on every host."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from qiao.errors import NotSupported

if TYPE_CHECKING:
    from typing import Protocol

    class Bridge(Protocol):
        """What a host does for the page; set by the page's start."""

        async def scan(self) -> str: ...
        async def share(self, title: str, path: str) -> str: ...


bridge: ContextVar[Bridge | None] = ContextVar("bridge", default=None)


class Cancelled(Exception):
    """The person went back without doing it."""


class Denied(Exception):
    """The person, or the host, does not allow it."""


class Failed(Exception):
    """The host tried and could not."""


def host() -> Bridge:
    found = bridge.get()
    if found is None:
        raise NotSupported("native calls need a page: call them from an event handler")
    return found


async def scan() -> str:
    """Return the text of a QR code that the person scans.

    Raises `Cancelled`, `Denied`, `Failed`, or `NotSupported` where the host has no scanner.
    """
    return await host().scan()


async def share(title: str, path: str) -> str:
    """Let the person share a page of this site; return `shared` or `copied` (the link).

    Raises `Cancelled` or `NotSupported`.
    """
    return await host().share(title, path)
