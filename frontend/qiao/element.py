"""What an element is: tag, attributes, children. In the page `element.js` takes its place."""

from __future__ import annotations

from typing import Any


class Element:
    """A tag with attributes and children. Calling and indexing return a new one."""

    def __init__(self, tag: str, attrs: dict[str, Any] | None = None, children: Any = ()) -> None:
        self.tag = tag
        self.attrs = attrs
        self.children = children

    def __call__(self, **attrs: Any) -> Element:
        if self.attrs:
            attrs = {**self.attrs, **attrs}
        return Element(self.tag, attrs, self.children)

    def __getitem__(self, children: Any) -> Element:
        return Element(self.tag, self.attrs, children)

    def __repr__(self) -> str:
        return f"<{self.tag}>"
