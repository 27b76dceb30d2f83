"""`functools`."""

import functools
from functools import cached_property, cmp_to_key, partial, reduce, total_ordering, wraps


def shown(*args, **options):
    return args, sorted(options.items())


two = partial(shown, 1, a=2)
print(two(), two(3, b=4), two(a=5), partial(two, 9, a=1)(8), partial(print)("said"))
print(two.func is shown, two.args, two.keywords, partial(two, 5).func is shown)
print(partial(int, base=2)("101"), partial("a-b".split, "-")(), repr(partial(len, [1]))[:33])
print(list(map(partial(pow, 2), [1, 2, 3])), sorted([3, -4, 1], key=partial(abs)))

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2], 5), reduce(min, [], "none"))
print(reduce(lambda a, b: a + b, "abc"), reduce(lambda a, b: [*a, b], (x for x in "ab"), []))
try:
    reduce(max, [])
except TypeError as error:
    print(error)


def told(function):
    @wraps(function)
    def inner(*args, **options):
        print("before", function.__name__)
        return function(*args, **options)

    return inner


@told
def add(a, b=1):
    return a + b


print(add(2), add(2, b=5), add.__name__, add.__qualname__, add.__wrapped__(1, 1))
add.note = "kept"
print(told(add).note, functools.update_wrapper(lambda: 0, add).__name__)

rows = [("b", 1), ("a", 2), ("c", 0)]
print(
    sorted(rows, key=cmp_to_key(lambda a, b: a[1] - b[1])), max([3, 9], key=cmp_to_key(int.__sub__))
)


def ordered(**methods):
    """Return a class of numbers with these comparisons, and the rest by `total_ordering`."""

    class Number:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n

    for name, method in methods.items():
        setattr(Number, name, method)
    return total_ordering(Number)


WAYS = {
    "__lt__": lambda a, b: a.n < b.n,
    "__le__": lambda a, b: a.n <= b.n,
    "__gt__": lambda a, b: a.n > b.n,
    "__ge__": lambda a, b: a.n >= b.n,
}
for name, way in WAYS.items():
    make = ordered(**{name: way})
    pairs = [(make(a), make(b)) for a, b in [(1, 2), (2, 1), (1, 1)]]
    print(name, [(a < b, a <= b, a > b, a >= b) for a, b in pairs])
both = ordered(__lt__=WAYS["__lt__"], __ge__=lambda a, b: "mine")
print(both(1) >= both(2), both(1) > both(2), both(2) <= both(1))
try:
    total_ordering(type("Bare", (), {}))
except ValueError as error:
    print(error)


class Guest:
    def __init__(self, name):
        self.name = name

    @cached_property
    def greeting(self):
        print("computed for", self.name)
        return f"Hello {self.name}"


guest = Guest("Li Na")
print(guest.greeting, guest.greeting, Guest("Wang").greeting, "greeting" in guest.__dict__)
guest.name = "x"
del guest.greeting
print(guest.greeting, type(Guest.greeting).__name__)
