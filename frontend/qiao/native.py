"""Native calls: what only the host around the page can do, asked the same way on every host.

docs/native.md says how each host does each of them. All of them raise `Cancelled`, `Denied`,
`Failed`, or `NotSupported` where the host can't do it; each takes five minutes at most.

A double tap's second call raises `Cancelled` at once; any other one waits for its turn.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from qiao.errors import NotSupported

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Protocol

    class Bridge(Protocol):
        """What a host does for the page; set by the page's start."""

        async def call(self, kind: str, arguments: dict[str, Any]) -> Any: ...
        def resume(self, kind: str, handler: Callable[[], Awaitable[None]]) -> None: ...
        async def sign_in(self, address: str) -> bool: ...


bridge: ContextVar[Bridge | None] = ContextVar("bridge", default=None)


class Cancelled(Exception):
    """The person went back without doing it."""


class Denied(Exception):
    """The person, or the host, does not allow it."""


class Failed(Exception):
    """The host tried and could not; the text says why, as far as somebody knows."""


class Location:
    """Where the person is: degrees, and metres that it may be wrong by.

    `system` is "wgs84", or "gcj02" from hosts that only tell a place on Chinese maps.
    """

    def __init__(self, latitude: float, longitude: float, accuracy: float, system: str) -> None:
        self.latitude = latitude
        self.longitude = longitude
        self.accuracy = accuracy
        self.system = system


async def call(kind: str, arguments: dict[str, Any]) -> Any:
    found = bridge.get()
    if found is None:
        raise NotSupported("native calls need a page: call them from an event handler")
    return await found.call(kind, arguments)


async def scan() -> str:
    """Return the text of a QR code or bar code that the person scans."""
    text: str = await call("scan", {})
    return text


async def pay(order: str) -> None:
    """Open the host's cashier for an order; return when the person is through with it.

    Whether it is paid only the server knows: ask it for the order.
    """
    await call("pay", {"order": order})


async def subscribe(*templates: str) -> list[str]:
    """Ask whether the person wants messages of these names; return those that they want."""
    answers = await call("subscribe", {"templates": list(templates)})
    return [name for name in templates if answers.get(name) == "accepted"]


async def phone_number() -> str:
    """Return the telephone number of the person's account with the host."""
    number: str = await call("phone_number", {})
    return number


async def choose_image() -> str:
    """Return a picture that the person takes or chooses, as a `data:` address of 3 MB at most."""
    picture: str = await call("choose_image", {})
    return picture


async def location() -> Location:
    """Return where the person is."""
    place = await call("location", {})
    return Location(place["latitude"], place["longitude"], place["accuracy"], place["system"])


async def save_image(picture: str) -> None:
    """Save a picture, a `data:` address of 200,000 characters at most, to the person's album."""
    await call("save_image", {"picture": picture})


async def share(title: str, path: str) -> str:
    """Let the person share a page of this site; return `shared` or `copied` (the link)."""
    return await call("share", {"title": title, "link": path}) or "shared"


def resume(kind: str, handler: Callable[[], Awaitable[None]]) -> None:
    """Run a handler again that waited for a native call when the page was killed.

    Called by a view: `native.resume("scan", scan)`. The call in the handler that is run again ends
    with the answer that the person gave meanwhile.
    """
    found = bridge.get()
    if found is not None:
        found.resume(kind, handler)
