"""Handles on elements: what a component may ask of a node without ever holding one.

    name = ref()
    input_(ref=name)
    button(on_click=lambda: name.focus())

On the server, and before the element is there, nothing happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def ignore(method: str) -> None:
    """Stand in for an element that isn't there."""


class Ref:
    """A handle, see `ref`."""

    def __init__(self) -> None:
        # Set by the kernel: calls a method of the element.
        self.call: Callable[[str], object] = ignore

    def focus(self) -> None:
        """Give the element the focus."""
        self.call("focus")

    def select(self) -> None:
        """Select the text of a control."""
        self.call("select")

    def scroll_into_view(self) -> None:
        """Scroll until the element is in sight."""
        self.call("scrollIntoView")

    def show_modal(self) -> None:
        """Open a `dialog` above everything else."""
        self.call("showModal")

    def close(self) -> None:
        """Close a `dialog`."""
        self.call("close")


def ref() -> Ref:
    """Return a handle for one element; give it as its `ref`."""
    return Ref()
