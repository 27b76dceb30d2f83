"""Random descriptions of trees, see trees.py."""

import random

# What an HTML parser keeps exactly as written: no table parts, no <p> in <p>, no <a> in <a>.
TAGS = ("div", "section", "span", "b", "ul", "pre", "label")
TEXTS = (
    "", "a", " b ", "<b>", "&amp;", '"\'', "a\nb", "桥", "😀", "</textarea><script>", "\u00a0", "1",
    "\n", "\n\na", "\r", "a\r\n", "\0", "a\0", "<!--", "\u2028", "\ufeff", "é", "&#13;",
)  # fmt: skip
ADDRESSES = ("/a?b=1&c=2", "javascript:alert(1)", " JaVa\tscript:x", "https://a.example/", "#x")


class Maker:
    """Makes descriptions from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def tree(self, depth: int = 4) -> list:
        inner = ("element", "element", "element", "several", "each", "show", "boundary")
        leaf = ("text", "text", "live", "live", "number", "nothing", "control", "drawing")
        kind = self.random.choice(leaf if depth == 0 else inner + leaf)
        return getattr(self, kind)(depth - 1)

    def trees(self, depth: int) -> list:
        return [self.tree(max(depth, 0)) for _ in range(self.random.randrange(4))]

    def one(self) -> str:
        return self.random.choice(TEXTS)

    def flag(self) -> bool:
        return self.random.random() < 0.5

    def text(self, depth: int) -> list:
        return ["text", self.one()]

    def live(self, depth: int) -> list:
        values = (*TEXTS, 0, 7, 1e21, None, False)
        return ["live", self.random.choice(values), self.random.choice(values)]

    def number(self, depth: int) -> list:
        return ["number", self.random.choice((0, -3, 12, 2.5, 1e16, 1e-7, 0.1 + 0.2))]

    def nothing(self, depth: int) -> list:
        return ["nothing", self.random.randrange(4)]

    def several(self, depth: int) -> list:
        return ["several", self.trees(depth)]

    def show(self, depth: int) -> list:
        return ["show", self.flag(), self.flag(), self.tree(max(depth, 0)), self.tree(0)]

    def boundary(self, depth: int) -> list:
        return ["boundary", self.random.random() < 0.2, self.tree(max(depth, 0))]

    def each(self, depth: int) -> list:
        return ["each", self.keys(), self.keys(), self.tree(max(depth, 0)), self.tree(0)]

    def keys(self) -> list[int]:
        return self.random.sample(range(8), self.random.randrange(7))

    def element(self, depth: int) -> list:
        return ["element", self.random.choice(TAGS), self.attributes(), self.trees(depth)]

    def drawing(self, depth: int) -> list:
        # Inside of svg a parser knows only svg's own.
        shapes = [
            ["element", self.random.choice(("g", "path")), self.attributes(), []] for _ in "ab"
        ]
        changing = ["show", self.flag(), self.flag(), shapes[0], ["nothing", 0]]
        box = ["viewBox", "static", "0 0 9 9", ""]
        return ["element", "svg", [box], [changing, ["element", "g", [], [shapes[1]]]]]

    def attributes(self) -> list:
        possible = (
            ("class_", lambda: self.random.choice(("a", ["a", "", "b"], {"a": True, "b": False}))),
            ("title", self.one),
            ("data_x", lambda: self.random.choice((0, 5, "x", None))),
            ("hidden", lambda: self.random.choice((True, False, None))),
            ("aria_expanded", lambda: self.random.choice((True, False, None, "true"))),
            ("href", lambda: self.random.choice(ADDRESSES)),
        )
        chosen = self.random.sample(possible, self.random.randrange(3))
        return [[name, self.how(), make(), make()] for name, make in chosen]

    def how(self) -> str:
        return self.random.choice(("static", "live"))

    def control(self, depth: int) -> list:
        how = self.how()
        # What a text input can't hold is not to be compared.
        one, two = (self.one().replace("\n", " ").replace("\r", " ") for _ in range(2))
        kind = self.random.choice(("text", "checkbox", "radio", "textarea", "select"))
        if kind in ("checkbox", "radio"):
            checked = [["checked", how, self.flag(), self.flag()]]
            return ["element", "input", [["type", "static", kind, ""], *checked], None]
        if kind == "textarea":
            return ["element", "textarea", [["value", how, self.one(), self.one()]], None]
        if kind == "select":
            options = [
                ["element", "option", [["value", "static", text, ""]], [["text", text]]]
                for text in ("a", "b & c")
            ]
            options[1][2].append(["selected", how, self.flag(), self.flag()])
            return ["element", "select", [], options]
        return [
            "element",
            "input",
            [["type", "static", "text", ""], ["value", how, one, two]],
            None,
        ]
