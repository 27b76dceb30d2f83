"""What is under way, and ends with the page, or the part of it, that started it.

Handlers, `load` and timers are coroutines in the page. Each belongs to a scope: a page, a layout,
a `pending`. When that goes away, whatever they wait for raises `CancelledError`: what follows is
not done, a question under way to the server is given up, and `finally` is carried out. A write
under way is not torn off; its answer reaches nobody.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from qiao.signals import current_owner, on_dispose

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine
    from typing import Protocol

    from qiao.signals import Owner

    class Runner(Protocol):
        """What runs coroutines in the page."""

        def open_scope(self, owner: Owner) -> Any: ...
        def close_scope(self, scope: Any, error: BaseException) -> None: ...
        def start(self, coroutine: Any, owner: Owner | None) -> None: ...
        def sleep(self, milliseconds: int) -> Awaitable[None]: ...
        def settled(self, result: Any) -> Awaitable[Any]: ...
        def gather(self, coroutines: Any) -> Awaitable[list[Any]]: ...
        def record(self, error: Exception) -> None: ...


class CancelledError(BaseException):
    """The page that wanted this has gone. No `Exception`, so that handlers of those let it by."""


# Set by the page's start. The server runs what it renders by itself, and starts nothing.
runner: ContextVar[Runner | None] = ContextVar("runner", default=None)


def open_scope() -> None:
    """Have what is started in the current owner, or within, end with it."""
    here, owner = runner.get(), current_owner()
    if here is not None and owner is not None:
        scope = here.open_scope(owner)
        on_dispose(lambda: here.close_scope(scope, CancelledError()))


def start(coroutine: Coroutine[Any, Any, object]) -> None:
    """Run a coroutine beside what goes on; it ends with the page. In `view`, or in a handler.

    On the server, which renders once, it is not run.
    """
    here = runner.get()
    if here is None:
        coroutine.close()
    else:
        here.start(coroutine, current_owner())


async def gather(*coroutines: Coroutine[Any, Any, Any]) -> list[Any]:
    """Return the results of coroutines that run side by side; the first failure is raised.

    On the server one runs after the other.
    """
    here = runner.get()
    if here is not None:
        return await here.gather(coroutines)
    left = list(coroutines)
    try:
        return [await left.pop(0) for _ in coroutines]
    finally:
        for one in left:
            one.close()
