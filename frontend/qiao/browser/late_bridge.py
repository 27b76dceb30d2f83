"""The bridge to the host, of which the script comes when somebody touches the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao import tasks
from qiao.browser import history, table, web
from qiao.browser.scripts import bring
from qiao.contract.problems import Unreachable
from qiao.native import Failed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from qiao.browser.bridge import Bridge


class LateBridge:
    """Calls of `Bridge`, once its script is there."""

    def __init__(self) -> None:
        self.bridge: Bridge | None = None

    async def call(self, kind: str, arguments: dict[str, Any]) -> Any:
        bridge = await self.fetch()
        return await bridge.call(kind, arguments)

    def resume(self, kind: str, handler: Callable[[], Awaitable[None]]) -> None:
        # Left by the bridge of a page that was killed here.
        if web.kept("native") == f"{kind} {history.address()}":
            tasks.start(self.resume_soon(kind, handler))

    async def resume_soon(self, kind: str, handler: Callable[[], Awaitable[None]]) -> None:
        bridge = await self.fetch()
        await bridge.resume(kind, handler)

    async def begin(self) -> None:
        """Turn to the shell, where the page is in one or has to find out."""
        bridge = None
        if web.kept("shell") or history.pathname() == "/login":
            bridge = await self.reach()
        if bridge is not None:
            await bridge.begin()

    async def sign_in(self, address: str) -> bool:
        """Have the shell sign a person in, and open `address`; tell whether there is one to."""
        bridge = await self.reach()
        return bridge is not None and await bridge.sign_in(address)

    async def reach(self) -> Bridge | None:
        """Return the bridge, `None` without a connection."""
        try:
            return await self.fetch()
        except Failed:
            return None

    async def fetch(self) -> Bridge:
        """Return the bridge; raises `Failed` without a connection."""
        if self.bridge is None:
            try:
                await bring([table.EXTRA["native"]], history.address())
            except Unreachable as problem:
                raise Failed(problem.text()) from None
        # One for all who waited for its script: it knows what the page before it waited for.
        if self.bridge is None:
            module = __import__("qiao.browser.bridge", None, None, ["Bridge"])
            self.bridge = module.Bridge()
        return self.bridge
