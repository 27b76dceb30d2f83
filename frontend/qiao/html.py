"""The HTML writer: the tree as text, in CPython. Live parts are read once.

Its twin is `browser/kernel.js`: what one writes, the other must find when it hydrates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from qiao.elements import Element, class_text
from qiao.errors import TreeError
from qiao.flow import Boundary, Each, Pending, Portal, Show, keyed, nothing, read
from qiao.signals import Owner

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)

# A textarea's text is its `value`.
CHILDLESS = VOID | {"textarea"}

# Addresses a browser would follow or load; anything with a scheme not listed is refused.
ADDRESSES = frozenset(("href", "src", "action", "formaction", "poster", "cite", "data"))
SCHEMES = ("http:", "https:", "mailto:", "tel:", "data:image/")

# To these "false" says something, and nothing at all something else.
ENUMERATED = frozenset(("contenteditable", "draggable", "spellcheck"))


def to_html(tree: Any) -> str:
    """Return the HTML of a tree; raises `TreeError` for what can't be rendered."""
    # Branches and rows make things of their own, which go when all is written.
    owner = Owner()
    try:
        return owner.run(lambda: "".join(write(tree)))
    finally:
        owner.dispose()


def escape(text: str) -> str:
    """Return `text` safe inside an element or a quoted attribute.

    A parser would make a line feed of a carriage return; NUL can't be sent in any way.
    """
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\r", "&#13;")
        .replace("\0", "\ufffd")
    )


def write(node: Any) -> Iterator[str]:
    if node is None or node is False:
        return
    if isinstance(node, str):
        yield escape(node)
    elif isinstance(node, Element):
        yield from write_element(node)
    elif isinstance(node, Each):
        rows = keyed(node)
        for _key, row in rows:
            yield from write(node.render(row))
        if not rows:
            yield from write(node.otherwise())
    elif isinstance(node, Show):
        yield from write(node.render() if read(node.when) else node.otherwise())
    elif isinstance(node, Boundary):
        yield write_boundary(node)
    elif isinstance(node, Pending):
        yield from write(node.waiting())
    elif isinstance(node, Portal):
        return
    elif isinstance(node, (int, float)) and node is not True:
        yield str(node)
    elif callable(node):
        yield escape(hole_text(node()))
    elif node is True or isinstance(node, (dict, bytes)):
        raise TreeError(f"{node!r} can't be a child: give text, a number, an element or a list")
    else:
        try:
            children = iter(node)
        except TypeError:
            raise TreeError(
                f"{node!r} can't be a child: give text, a number, an element or a list"
            ) from None
        for child in children:
            yield from write(child)


def write_boundary(boundary: Boundary) -> str:
    try:
        # All of it, so that nothing of what fails has been sent already.
        return to_html(boundary.render())
    except Exception as error:  # whatever it is, the fallback is there to say it
        return to_html(boundary.fallback(error, nothing))


def hole_text(value: Any) -> str:
    """Return the text of a live part; raises `TreeError` for structure."""
    if value is None or value is False:
        return ""
    if isinstance(value, (str, int, float)) and value is not True:
        return str(value)
    raise TreeError(f"a live part gave {value!r}: it can only be text; use show() or each()")


def write_element(element: Element) -> Iterator[str]:
    tag = element.tag
    attrs = element.attrs or {}
    yield "<" + tag
    for name, value in attrs.items():
        if name.startswith("on_") or (name == "value" and tag == "textarea"):
            continue
        # The policy forbids styles in the document; the page sets them, and the `ref`.
        if name == "style":
            check_style(tag, read(value))
        if name in ("ref", "style"):
            continue
        yield attribute(tag, attribute_name(name), read(value))
    yield ">"
    if tag in CHILDLESS and element.children != ():
        raise TreeError(f"<{tag}> can't have children")
    if tag in VOID:
        return
    if tag == "textarea":
        yield keep_line_feed(escape(hole_text(read(attrs.get("value")))))
    elif tag == "pre":
        yield keep_line_feed(to_html(element.children))
    else:
        yield from write(element.children)
    yield f"</{tag}>"


def keep_line_feed(inside: str) -> str:
    """Return the inside of a `pre` or `textarea`, of which a parser drops the first line feed."""
    return "\n" + inside if inside.startswith("\n") else inside


def attribute(tag: str, name: str, value: Any) -> str:
    """Return ` name="value"`, or nothing."""
    if name == "class":
        value = class_text(value)
    if isinstance(value, bool) and (name in ENUMERATED or name.startswith("aria-")):
        value = "true" if value else "false"
    if value is None or value is False:
        return ""
    if value is True:
        return f' {name}=""'
    if not isinstance(value, (str, int, float)):
        raise TreeError(f"{name}={value!r} on <{tag}>: an attribute is text, a number or a bool")
    text = str(value)
    if name in ADDRESSES:
        text = safe_address(text)
    return f' {name}="{escape(text)}"'


def check_style(tag: str, value: Any) -> None:
    if value is not None and value is not False and not isinstance(value, dict):
        raise TreeError(f"style={value!r} on <{tag}>: a style is a dict of names and values")


@lru_cache(maxsize=1000)
def attribute_name(name: str) -> str:
    """Return the HTML name of a Python name: `class_` is `class`, `aria_label` `aria-label`."""
    html = name.removesuffix("_").replace("_", "-")
    if not html.replace("-", "").isalnum() or not html.isascii():
        raise TreeError(f"{name!r} can't be the name of an attribute")
    return html


def safe_address(address: str) -> str:
    """Return `address`, or `about:blank#refused` where its scheme could run a script.

    Browsers skip white space and control characters in a scheme, so this does, too.
    """
    plain = "".join(letter for letter in address if ord(letter) > 32).lower()
    colon = plain.find(":")
    before = plain[:colon]
    if colon < 0 or any(mark in before for mark in "/?#"):
        return address
    return address if plain.startswith(SCHEMES) else "about:blank#refused"
