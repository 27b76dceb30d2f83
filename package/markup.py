"""Markup: read the neutral kind (and what was made of it), write a platform's.

The neutral kind is XML: `if`, `elif`, `else` and `on:tap` as attributes, `{{…}}` for data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from package.platforms import Platform

# XML has no attribute without a value; the platforms do.
_BARE_ELSE = re.compile(r"(\s(?:\w+:|s-)else)(?=[\s/>])")

ELEMENTS = {"view", "text", "button", "web-view"}
ATTRIBUTES = {"class", "src"}
CONDITIONS = ("if", "elif", "else")
AFTER_IF = ("elif", "else")
WIDTH = 100


class MarkupError(Exception):
    """Markup that no platform could be given; says where."""


@dataclass
class Element:
    """An element, with the line that it begins on."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: "list[Element | str]" = field(default_factory=list)

    def walk(self) -> "Iterator[Element]":
        """Yield this element and all within it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


def read_markup(text: str, name: Path | str) -> Element:
    """Read markup, neutral or a platform's; its elements are children of the one returned."""
    root = Element("root", {}, 0)
    stack = [root]
    # Without namespaces, as `wx:if` and `on:tap` are no more than names here.
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_tag: str) -> None:
        stack.pop()

    def characters(words: str) -> None:
        if words.strip():
            stack[-1].children.append(words.strip())

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.buffer_text = True
    try:
        # One root for all of them; on the first line, so that lines keep their numbers.
        parser.Parse("<root>" + _BARE_ELSE.sub(r'\1=""', text) + "</root>", True)
    except expat.ExpatError as error:
        raise MarkupError(f"{name}:{error.lineno}: {expat.ErrorString(error.code)}") from None
    whole = root.children[0]
    assert isinstance(whole, Element)
    return whole


def write_markup(root: Element, platform: Platform, name: Path | str) -> str:
    """Write neutral markup as the platform wants it."""
    lines: list[str] = []
    _write_all(root.children, platform, name, "", lines)
    return "\n".join(lines) + "\n"


def _write_all(
    nodes: list[Element | str], platform: Platform, name: Path | str, indent: str, lines: list[str]
) -> None:
    before = ""
    for node in nodes:
        attributes = node.attributes if isinstance(node, Element) else {}
        if attributes.get("offers", "") not in ("", *platform.buttons):
            # This host has no such button; it doesn't ask, either.
            continue
        condition = next((one for one in CONDITIONS if one in attributes), "")
        if isinstance(node, Element) and condition in AFTER_IF and before not in ("if", "elif"):
            raise MarkupError(
                f"{name}:{node.line}: {condition} without an if before it"
                f" among what {platform.title} is given"
            )
        _write(node, platform, name, indent, lines)
        before = condition


def _write(
    node: Element | str, platform: Platform, name: Path | str, indent: str, lines: list[str]
) -> None:
    if isinstance(node, str):
        lines.append(indent + _escape(node))
        return
    if node.tag not in ELEMENTS:
        raise MarkupError(f"{name}:{node.line}: <{node.tag}> is not one of {sorted(ELEMENTS)}")
    attributes = [
        written
        for key, value in node.attributes.items()
        for written in _attributes(key, value, platform, f"{name}:{node.line}")
    ]
    opening = f"{indent}<{' '.join([node.tag, *attributes])}"
    if len(opening) > WIDTH - 2:
        opening = f"\n{indent}  ".join([f"{indent}<{node.tag}", *attributes]) + f"\n{indent}"
    # Text stays on the line of its element: hosts show the white space around it.
    inline = len(node.children) == 1 and isinstance(node.children[0], str)
    if not node.children:
        lines.append(opening + (" />" if not opening.endswith(indent) or not indent else "/>"))
    elif inline:
        lines.append(f"{opening}>{_escape(str(node.children[0]))}</{node.tag}>")
    else:
        lines.append(f"{opening}>")
        _write_all(node.children, platform, name, indent + "  ", lines)
        lines.append(f"{indent}</{node.tag}>")


def _attributes(key: str, value: str, platform: Platform, where: str) -> list[str]:
    if key == "offers":
        return [f'{name}="{text}"' for name, text in platform.buttons[value].items()]
    return [_attribute(key, value, platform, where)]


def _attribute(key: str, value: str, platform: Platform, where: str) -> str:
    if key.startswith("on:"):
        event = key[3:]
        named = platform.event.format(name=event, Name=event.capitalize())
        return f'{named}="{value}"'
    if key == "else":
        return f"{platform.directive}else"
    if key in CONDITIONS:
        return f'{platform.directive}{key}="{{{{{_escape(value)}}}}}"'
    if key in ATTRIBUTES:
        return f'{key}="{_escape(value)}"'
    raise MarkupError(f"{where}: {key} is not one of {sorted(ATTRIBUTES)}, a condition or on:…")


def _escape(text: str) -> str:
    return text.replace("<", "&lt;").replace('"', "&quot;")
