"""A screen without a browser: renders a component and reads its tree as a person would.

Its twin for the page is tests/page/units/screen.py. `Rendering` keeps the HTML of each look at
the screen: the page compares its own at the same points of the same test.
"""

import re
from html import unescape
from inspect import Parameter, signature

from qiao.elements import Element
from qiao.flow import Boundary, Each, Pending, Portal, Show, keyed, nothing, read
from qiao.html import attribute, attribute_name, escape, hole_text, to_html
from qiao.signals import Owner, batch

PART = re.compile(r"\*|[.#]?[\w-]+|\[[\w-]+(?:=\"[^\"]*\")?\]")


class Rendering:
    """The `render` of tests: calls a component, and returns the screen that shows its tree."""

    def __init__(self):
        self.looks = []
        self.called = False
        self.owner = Owner()

    def __call__(self, component, *args, **kwargs):
        self.called = True
        tree = self.owner.run(lambda: component(*args, **kwargs))
        return Screen(tree, self.looks)

    async def settled(self):
        """Wait until what was started is done; here it always is."""


class Screen:
    def __init__(self, tree, looks):
        self.tree = tree
        self.looks = looks
        self.look()

    def look(self):
        self.looks.append(to_html(self.tree))
        # What branches and rows make stays: handlers that are called later may need it.
        return Node("", {}, {}, Owner().run(lambda: list(nodes(self.tree))))

    @property
    def html(self):
        return self.look() and self.looks[-1]

    @property
    def text(self):
        return self.look().text

    def find(self, selector):
        """Return the first node that matches `selector`: `.card a[href]`."""
        found = self.all(selector)
        if not found:
            raise LookupError(f"no {selector} in {self.looks[-1]}")
        return found[0]

    def all(self, selector):
        return self.look().all(selector)


def matching(node, steps, path):
    for child in node.children:
        if isinstance(child, str):
            continue
        here = [*path, child]
        if child.matches(steps[-1]) and within(here[:-1], steps[:-1]):
            yield child
        yield from matching(child, steps, here)


def within(path, steps):
    """Tell whether nodes of `path` match all `steps`, in their order."""
    rest = list(steps)
    for node in path:
        if rest and node.matches(rest[0]):
            rest.pop(0)
    return not rest


class Node:
    """An element as a person meets it."""

    def __init__(self, tag, attrs, handlers, children):
        self.tag = tag
        self.attrs = attrs
        self.handlers = handlers
        self.children = children

    @property
    def text(self):
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def attr(self, name):
        """Return the text of an attribute, None where there is none."""
        return self.attrs.get(name)

    def matches(self, parts):
        return all(self.matches_one(part) for part in parts)

    def matches_one(self, part):
        if part.startswith("."):
            return part[1:] in (self.attr("class") or "").split()
        if part.startswith("#"):
            return part[1:] == self.attr("id")
        if part.startswith("["):
            name, equal, value = part[1:-1].partition("=")
            return self.attr(name) == value.strip('"') if equal else name in self.attrs
        return part in ("*", self.tag)

    def click(self):
        self.fire("click")

    def type(self, text):
        """Type into a control."""
        self.fire("input", value=text)

    def tick(self, checked=True):
        """Tick a box, or take the tick away."""
        self.fire("change", value=self.attr("value") or "on", checked=checked)

    def choose(self, value):
        """Choose one of the options of a select."""
        self.fire("change", value=value)

    def leave(self):
        """Go on to another control."""
        self.fire("blur")

    def all(self, selector):
        """Return the nodes inside that match."""
        return list(matching(self, [PART.findall(step) for step in selector.split()], []))

    def submit(self):
        """Send a form."""
        self.fire("submit")

    def fire(self, type, value="", checked=False):
        handler = self.handlers.get(type)
        if handler is not None:
            event = Event(type, value, checked)
            needed = [
                one
                for one in signature(handler).parameters.values()
                if one.default is Parameter.empty
            ]
            finish(batch(lambda: handler(event) if needed else handler()))


class Event:
    """An event as handlers get them."""

    def __init__(self, type, value, checked):
        self.type = type
        self.value = value
        self.checked = checked
        self.key = ""

    def prevent(self):
        """There is nothing that would happen by itself."""


def finish(result):
    """Run what may be a coroutine to its end; nothing in a test of CPython waits."""
    if hasattr(result, "send"):
        try:
            result.send(None)
        except StopIteration:
            return
        raise AssertionError("waits for something that only the page has")


def nodes(tree):
    """Give the texts and nodes of a tree."""
    if tree is None or tree is False:
        return
    if isinstance(tree, Element):
        yield node(tree)
    elif isinstance(tree, Each):
        rows = keyed(tree)
        yield from nodes([tree.render(row) for _, row in rows] if rows else tree.otherwise())
    elif isinstance(tree, Show):
        yield from nodes(tree.render() if read(tree.when) else tree.otherwise())
    elif isinstance(tree, Boundary):
        try:
            yield from list(nodes(tree.render()))
        except Exception as error:
            yield from nodes(tree.fallback(error, nothing))
    elif isinstance(tree, Pending):
        yield from nodes(tree.waiting())
    elif isinstance(tree, Portal):
        return
    elif isinstance(tree, (str, int, float)):
        yield sent(str(tree))
    elif callable(tree):
        yield sent(hole_text(tree()))
    else:
        for child in tree:
            yield from nodes(child)


def sent(text):
    """Return a text as it arrives: what no HTML can hold is replaced."""
    return unescape(escape(text))


def node(element):
    attrs, handlers = {}, {}
    for name, value in (element.attrs or {}).items():
        if name.startswith("on_"):
            handlers[name[3:].replace("_", "")] = value
        elif name not in ("ref", "style"):
            html = attribute_name(name)
            written = attribute(element.tag, html, read(value))
            if written:
                attrs[html] = unescape(written.partition("=")[2][1:-1])
    return Node(element.tag, attrs, handlers, list(nodes(element.children)))
