"""Timers: `await sleep(0.3)` in handlers, `every(5, look)` in a view. They end with their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.signals import Owner, on_dispose
from qiao.tasks import open_scope, runner, start

if TYPE_CHECKING:
    from collections.abc import Callable


async def sleep(seconds: float) -> None:
    """Wait; raises `CancelledError` if the person has gone to another page meanwhile.

    On the server, where nobody waits, it returns at once.
    """
    here = runner.get()
    if here is not None:
        await here.sleep(int(seconds * 1000))


def every(seconds: float, fn: Callable[[], Any]) -> Callable[[], None]:
    """Call `fn`, which may be asynchronous, again and again; return what stops it.

    The first time after `seconds`, then so long after each call is done. It also ends with the page
    or the part of it (a row, a branch) in which it was begun. A call that fails is reported, and
    the next one comes all the same. On the server nothing is called.
    """
    here = runner.get()
    if here is None:
        return lambda: None
    owner = Owner()
    on_dispose(owner.dispose)

    async def go_on() -> None:
        while True:
            await sleep(seconds)
            try:
                await here.settled(fn())
            except Exception as error:
                here.record(error)

    def begin() -> None:
        open_scope()
        start(go_on())

    owner.run(begin)
    return owner.dispose
