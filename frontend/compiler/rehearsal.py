# ruff: noqa
# mypy: ignore-errors
"""What every page does in its first moments, for the build to see which functions that takes.

The build runs this in Node, compiled, and marks the runtime's functions that it calls (see
`hint` in javascript/worker.js). It is not part of any page, nor does a page's code change the
runtime's file.
"""

import rehearsal_module
from rehearsal_module import same as renamed


class Base:
    kind = "base"
    fields = {}

    def __init_subclass__(cls, **options):
        cls.fields = {**cls.fields, **{k: v for k, v in cls.__dict__.items() if k[0] != "_"}}

    def __init__(self, name, *rest, size=1, **others):
        self.name = name
        self.rest = list(rest)
        self.size = size
        self.others = others

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.size:>3})"

    def __eq__(self, other):
        return type(other) is type(self) and other.name == self.name

    def __getitem__(self, children):
        return self, children

    def __call__(self, **attributes):
        return attributes

    @property
    def label(self):
        return self.name.upper()

    @label.setter
    def label(self, text):
        self.name = text

    @classmethod
    def make(cls, name):
        return cls(name, 1, 2, size=3, other=None)

    @staticmethod
    def check(value):
        if not isinstance(value, (str, int)) or value is None:
            raise ValueError(f"{value!r} is not it")
        return value


class Derived(Base, status=409):
    field = Base("field")

    def __init__(self, *values, **named):
        super().__init__(*values, **named)
        self.listeners = {}

    def listen(self, key, function):
        self.listeners[key] = function
        return lambda: self.listeners.pop(key, None)


def generator(rows):
    for at, row in enumerate(rows):
        if at % 2 == 0:
            yield row, at


def walk(tree, found):
    if isinstance(tree, (str, int)):
        found.append(str(tree))
    elif isinstance(tree, list):
        first, *rest = tree
        walk(first, found)
        walk(*rest, found)
    elif tree is not None:
        found.append(tree["kind"])
    return found


async def answer(value):
    return value


async def main():
    total = 0
    for value in (1, 2):
        total += await answer(value)
    try:
        await answer(Derived.check(2.5))
    except ValueError as error:
        print(error)
    finally:
        total -= 1
    return total


one, two = Derived.make("one"), Derived("two", size=2)
one.label = "first"
stop = one.listen("click", lambda event, name="x": f"{name} {event}")
print(one, two.label, one == two, one[[two]], one(class_="a", **{"b": 1}))
print([handler("e") for handler in one.listeners.values()], stop, len(one.listeners))
print(dict(generator(["a", "b", "c"])), walk(["a", [1, {"kind": "k"}]], []))
print(sorted({"b": 2, "a": 1}.items()), "a-b".split("-"), " x ".strip(), ", ".join(["a", "b"]))
print({"a": 1}.get("b", 0), "a" in {"a": 1}, [1, 2, 3][-1:], max(1, 2), min([3, 4]), sum(range(3)))
print(any(x > 1 for x in [1, 2]), all([]), list(zip("ab", [1, 2])), list(map(str, [1])), 7 // 2)
print("x".startswith("x"), "abc".replace("b", "c"), "{n} left".replace("{n}", str(3)), 5 % 3, 1.5)
print(
    getattr(one, "nothing", None), hasattr(two, "name"), setattr(two, "size", 9), vars(two)["size"]
)
print(list(reversed([1, 2])), [*"ab"], tuple([1]), set([1]) | {2}, not [], 1 < 2 <= 2, 2**3, -1)
rows = [{"id": number, "done": False} for number in range(4)]
rows[1]["done"] = True
rows.sort(key=lambda row: (row["done"], -row["id"]))
del rows[0], one.listeners["click"]
print(rows, rehearsal_module.VALUE, renamed("text"))
rehearsal_module.run(main())
