"""A screen in the page: what tests/unit/screen.py is without a browser."""

from qiao.browser import kernel, probe
from qiao.signals import Owner


class Rendering:
    """The `render` of tests: creates a component's nodes, or hydrates those of its HTML.

    `looks` is the HTML that CPython made at the same points of the same test; None for a test
    that only runs here.
    """

    def __init__(self, hydrating, looks):
        self.hydrating = hydrating
        self.looks = looks
        self.owner = Owner()

    def __call__(self, component, *args, **kwargs):
        if self.looks and self.hydrating:
            return self.over(self.looks[0], component, *args, **kwargs)
        return self.show(probe.add_root(""), kernel.mount, component, *args, **kwargs)

    def over(self, sent, component, *args, **kwargs):
        """Take over what the server had sent."""
        root = probe.add_root(sent)
        screen = self.take_over(root, component, *args, **kwargs)
        assert probe.made(root) == 0, "hydration made elements anew"
        assert probe.lost(root) == 0, "hydration took away what the server had sent"
        return screen

    def take_over(self, root, component, *args, **kwargs):
        return self.show(root, kernel.hydrate, component, *args, **kwargs)

    def show(self, root, how, component, *args, **kwargs):
        tree = self.owner.run(lambda: component(*args, **kwargs))
        self.owner.run(how, root, tree)
        screen = Screen(root, self.looks)
        screen.look()
        return screen

    async def settled(self):
        await probe.later()


class Screen:
    def __init__(self, root, looks):
        self.root = root
        self.looks = looks

    def look(self):
        if self.looks is None:
            return
        wanted = probe.canonical(self.looks.pop(0))
        here = probe.html(self.root)
        assert here == wanted, f"the page shows {here}, the server {wanted}"

    @property
    def html(self):
        self.look()
        return probe.html(self.root)

    @property
    def text(self):
        self.look()
        return probe.text(self.root)

    def find(self, selector):
        found = self.all(selector)
        if not found:
            raise LookupError(f"no {selector} in {probe.html(self.root)}")
        return found[0]

    def all(self, selector):
        self.look()
        return [Node(node) for node in probe.select(self.root, selector)]


class Node:
    def __init__(self, node):
        self.node = node

    @property
    def tag(self):
        return probe.tag(self.node)

    @property
    def text(self):
        return probe.text(self.node)

    def attr(self, name):
        return probe.attribute(self.node, name)

    def click(self):
        probe.fire(self.node, "click")

    def type(self, text):
        probe.type(self.node, text)

    def tick(self, checked=True):
        probe.tick(self.node, checked)

    def choose(self, value):
        probe.set_value(self.node, value)
        probe.fire(self.node, "change")

    def submit(self):
        probe.fire(self.node, "submit")

    def leave(self):
        probe.fire(self.node, "blur")

    def all(self, selector):
        return [Node(node) for node in probe.select(self.node, selector)]
