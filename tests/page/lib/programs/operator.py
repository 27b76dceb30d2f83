"""`operator`."""

# fmt: off
import operator as op

for name in "lt le eq ne ge gt add sub mul truediv floordiv mod pow and_ or_ xor is_ is_not".split():
    print(name, [getattr(op, name)(a, b) for a, b in [(1, 2), (7, 3), (5, 5)]])
print(op.not_(0), op.truth([]), op.neg(3), op.pos(-3), op.abs(-2.5), op.invert(5), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.getitem({"a": 1}, "a"))
rows = [1, 2, 3]
op.setitem(rows, 0, 9)
op.delitem(rows, 1)
print(rows, op.call(max, 1, 2), op.call(sorted, [2, 1], reverse=True))
print(sorted([("b", 1), ("a", 2)], key=op.itemgetter(1)), op.itemgetter(0, 2)("abc"), op.itemgetter("a")({"a": 5}), op.itemgetter(slice(1, 3))("abcd"), repr(op.itemgetter(1, "a")))


class Guest:
    def __init__(self, name, friend=None):
        self.name, self.friend = name, friend

    def greet(self, word, mark="!"):
        return f"{word} {self.name}{mark}"


guest = Guest("Li", Guest("Wu"))
print(op.attrgetter("name")(guest), op.attrgetter("friend.name", "name")(guest), op.methodcaller("greet", "Hi", mark="?")(guest), repr(op.attrgetter("a.b")))
for wrong in (lambda: op.attrgetter("x")(guest), lambda: op.itemgetter(5)("ab"), lambda: op.indexOf("a", "b"), lambda: op.add(1, "a")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__)
