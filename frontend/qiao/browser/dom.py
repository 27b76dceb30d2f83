"""The Python face of the kernel: effects behind live parts, owners behind rows and branches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.browser import kernel, web
from qiao.browser.events import Event
from qiao.elements import Element, class_text
from qiao.errors import HydrationError, TreeError
from qiao.flow import Boundary, Each, Pending, Portal, Show, keyed, read
from qiao.signals import Effect, Owner, batch, on_dispose, untracked

if TYPE_CHECKING:
    from collections.abc import Callable


class Live(Effect):
    """One live text or attribute."""

    def __init__(self, source: Callable[[], Any], sink: Any) -> None:
        self.source = source
        self.sink = sink
        super().__init__(self.update)

    def update(self) -> None:
        kernel.apply(self.sink, self.source())


class Rows(Effect):
    """The rows of an `each`."""

    def __init__(self, each: Each, region: Any) -> None:
        self.each = each
        self.region = region
        super().__init__(self.update)

    def update(self) -> None:
        pairs = keyed(self.each)
        untracked(
            lambda: kernel.show_rows(self.region, pairs, self.each.render, self.each.otherwise)
        )

    def stop(self) -> None:
        super().stop()
        kernel.drop_blocks(self.region)


class Branches(Effect):
    """The branches of a `show`."""

    def __init__(self, show: Show, region: Any) -> None:
        self.show = show
        self.region = region
        self.shown: bool | None = None
        super().__init__(self.update)

    def update(self) -> None:
        wanted = bool(read(self.show.when))
        if wanted is not self.shown:
            self.shown = wanted
            render = self.show.render if wanted else self.show.otherwise
            untracked(lambda: kernel.show_branch(self.region, render))

    def stop(self) -> None:
        super().stop()
        kernel.drop_blocks(self.region)


class Guard(Owner):
    """The inside of a `boundary`, or what stands there after it failed."""

    def __init__(self, boundary: Boundary, region: Any) -> None:
        super().__init__()
        self.boundary = boundary
        self.region = region
        on_dispose(self.stop)
        self.again()

    def again(self) -> None:
        self.on_error = self.fail
        try:
            self.run(untracked, lambda: kernel.show_branch(self.region, self.boundary.render))
        except HydrationError:
            # The server may have sent the fallback: if this fails by itself, it has.
            try:
                kernel.rehearse(self.boundary.render)
            except Exception as error:
                self.fail(error)
            else:
                raise
        except Exception as error:  # the fallback is there to say whatever it is
            self.fail(error)

    def fail(self, error: Exception) -> None:
        # A fallback that fails, too, is for the next boundary outside.
        self.on_error = None
        web.log(error)
        self.run(
            untracked,
            lambda: kernel.show_branch(
                self.region, lambda: self.boundary.fallback(error, self.again)
            ),
        )

    def stop(self) -> None:
        kernel.drop_blocks(self.region)


class Waiting(Owner):
    """The place of a `pending`: what is shown until its result is there."""

    def __init__(self, pending: Pending, region: Any) -> None:
        super().__init__()
        self.pending = pending
        self.region = region
        self.stopped = False
        on_dispose(self.stop)
        self.run(kernel.show_branch, region, pending.waiting)
        web.start(self.load())

    async def load(self) -> None:
        try:
            result = await self.pending.load()
            if not self.stopped:
                self.run(
                    lambda: kernel.show_branch(self.region, lambda: self.pending.render(result))
                )
        except Exception as error:
            handler = self.handler()
            if handler is None:
                raise
            if not self.stopped:
                handler(error)

    def stop(self) -> None:
        self.stopped = True
        kernel.drop_blocks(self.region)


def block(render: Callable[..., Any], *args: Any) -> Owner:
    """Render and build a row or branch; return the owner of what is live in it."""
    owner = Owner()
    try:
        owner.run(lambda: kernel.build(render(*args)))
    except Exception:
        owner.dispose()
        raise
    return owner


def dispose(owner: Owner | None) -> None:
    if owner is not None:
        owner.dispose()


def dispatch(
    handler: Callable[..., Any], type: str, value: str, checked: bool, key: str, raw: Any
) -> None:
    """Call the handler of an event, with the event if it takes one."""
    event = Event(type, value, checked, key, raw)
    try:
        result = batch(lambda: handler(event) if takes_argument(handler) else handler())
    except Exception as error:
        web.report(error)
    else:
        web.start(result)


def takes_argument(fn: Any) -> bool:
    """Tell whether a handler has a parameter without a default: `lambda row=row: …` has none."""
    bound = getattr(fn, "__func__", None)
    function = bound or fn
    needed = function.__code__.co_argcount - len(function.__defaults__ or ())
    return bool(needed > (1 if bound else 0))


class Host:
    """What the kernel needs of Python."""

    def __init__(self) -> None:
        self.Element = Element
        self.Each = Each
        self.Show = Show
        self.Boundary = Boundary
        self.Pending = Pending
        self.Portal = Portal
        self.TreeError = TreeError
        self.HydrationError = HydrationError
        self.live = Live
        self.rows = Rows
        self.branches = Branches
        self.guard = Guard
        self.waiting = Waiting
        self.on_dispose = on_dispose
        self.block = block
        self.dispose = dispose
        self.dispatch = dispatch
        self.class_text = class_text


def setup() -> None:
    kernel.setup(Host())
