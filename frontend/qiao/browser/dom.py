"""The Python face of the kernel: what looks after the parts that may fail or come later."""

from __future__ import annotations

from typing import Any

from qiao import tasks
from qiao.browser import kernel, web
from qiao.browser.events import Event
from qiao.element import Element
from qiao.errors import HydrationError, TreeError
from qiao.flow import Boundary, Each, Pending, Portal, Show
from qiao.signals import Owner, on_dispose, untracked


class Guard:
    """The inside of a `boundary`, or what stands there after it failed."""

    def __init__(self, boundary: Boundary, region: Any) -> None:
        self.owner = Owner()
        self.boundary = boundary
        self.region = region
        on_dispose(self.stop)
        self.again()

    def again(self) -> None:
        self.owner.on_error = self.fail
        try:
            self.owner.run(untracked, lambda: kernel.show_branch(self.region, self.boundary.render))
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
        self.owner.on_error = None
        web.log(error)
        self.owner.run(
            untracked,
            lambda: kernel.show_branch(
                self.region, lambda: self.boundary.fallback(error, self.again)
            ),
        )

    def stop(self) -> None:
        kernel.drop_blocks(self.region)


class Waiting:
    """The place of a `pending`: what is shown until its result is there."""

    def __init__(self, pending: Pending, region: Any) -> None:
        self.owner = Owner()
        self.pending = pending
        self.region = region
        on_dispose(self.stop)
        self.owner.run(kernel.show_branch, region, pending.waiting)
        self.owner.run(tasks.open_scope)
        web.start(self.load(), self.owner)

    async def load(self) -> None:
        try:
            result = await self.pending.load()
            self.owner.run(
                lambda: kernel.show_branch(self.region, lambda: self.pending.render(result))
            )
        except Exception as error:
            handler = self.owner.handler()
            if handler is None:
                raise
            handler(error)

    def stop(self) -> None:
        self.owner.dispose()
        kernel.drop_blocks(self.region)


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
        self.Owner = Owner
        self.Event = Event
        self.guard = Guard
        self.waiting = Waiting
        self.on_dispose = on_dispose
        self.report = web.report
        self.start = web.start


def setup() -> None:
    tasks.runner.set(web)
    kernel.setup(Host())
