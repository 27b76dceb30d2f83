"""Layouts: modules around pages, which stay, with their signals, while the pages in them change.

    # app/layouts/organise.py
    async def load(id): ...        # optional; takes those of the page's parameters that it names
    def view(inner): ...           # with load: view(data, inner); puts `inner` where the page goes

    # a page in it
    from app.layouts import organise as layout

A layout may have a layout, too. It stays as long as the next page has the same one, with the same
values of the parameters that its `load` takes.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from qiao.errors import PageError
from qiao.flow import each
from qiao.signals import signal
from qiao.tasks import open_scope

if TYPE_CHECKING:
    from collections.abc import Callable


class Layout:
    """One layout module, the same for both ends."""

    def __init__(self, module: ModuleType) -> None:
        if not hasattr(module, "view"):
            raise PageError(f"layout {module.__name__!r} lacks 'view': view(inner) gives its tree")
        self.module = module

    def params(self, params: dict[str, Any]) -> dict[str, Any]:
        """Return those of a page's parameters that its `load` takes."""
        if not hasattr(self.module, "load"):
            return {}
        code = self.module.load.__code__
        names = code.co_varnames[: code.co_argcount]
        return {name: value for name, value in params.items() if name in names}

    async def load(self, params: dict[str, Any]) -> Frame:
        """Return the layout for a page's parameters; raises a `Problem`."""
        mine = self.params(params)
        data = await self.module.load(**mine) if hasattr(self.module, "load") else None
        return Frame(self, mine, data)


class Frame:
    """A layout as it is shown, with what it loaded."""

    def __init__(self, layout: Layout, params: dict[str, Any], data: Any) -> None:
        self.layout = layout
        self.params = params
        self.data = data
        self.inner = signal([Inner(lambda: None)])

    def fits(self, layout: Layout, params: dict[str, Any]) -> bool:
        """Tell whether it may stay for a page in `layout`."""
        return self.layout.module is layout.module and self.params == layout.params(params)

    def view(self) -> Any:
        """Return the tree, with a place whose content changes alone."""
        module = self.layout.module
        inner = each(self.inner, key=id, render=lambda one: one.render())
        return module.view(self.data, inner) if hasattr(module, "load") else module.view(inner)


class Inner:
    """What is shown in a frame."""

    def __init__(self, render: Callable[[], Any]) -> None:
        self.render = render


def layouts_of(module: ModuleType) -> list[Layout]:
    """Return the layouts around a page, or a layout, the outermost first."""
    found: list[Layout] = []
    while hasattr(module, "layout"):
        module = module.layout
        found.insert(0, Layout(module))
    return found


def nest(frames: list[Frame], render: Callable[[], Any]) -> Callable[[], Any]:
    """Return what renders `render` within frames, the outermost first."""
    render = scoped(render)
    for frame in reversed(frames):
        frame.inner.value = [Inner(render)]
        render = scoped(frame.view)
    return render


def scoped(render: Callable[[], Any]) -> Callable[[], Any]:
    """Return what renders the same, and ends what it has started when it goes away."""

    def rendered() -> Any:
        open_scope()
        return render()

    return rendered
