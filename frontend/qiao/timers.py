"""Waiting, in handlers: `await sleep(0.3)`. It ends with the page that started it."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# Takes milliseconds; set by the page's start.
timer: ContextVar[Callable[[int], Awaitable[None]] | None] = ContextVar("timer", default=None)


async def sleep(seconds: float) -> None:
    """Wait; what follows is dropped if the person has gone to another page meanwhile.

    On the server, where nobody waits, it returns at once.
    """
    wait = timer.get()
    if wait is not None:
        await wait(int(seconds * 1000))
