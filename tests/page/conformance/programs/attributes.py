"""Where attributes are found: in the object, its class or the bases, and what changes that."""


class Base:
    shared = "base"
    listed = []

    def __init__(self, size):
        self.size = size

    def who(self):
        return f"base {self.size}"

    @property
    def double(self):
        return self.size * 2

    @double.setter
    def double(self, value):
        self.size = value // 2

    @property
    def fixed(self):
        return "fixed"

    @staticmethod
    def free(a, b=2):
        return a + b

    @classmethod
    def named(cls):
        return cls.__name__


class Derived(Base):
    def who(self):
        return "derived of " + super().who()


class Slots:
    __slots__ = ("a",)


class Asked:
    def __getattr__(self, name):
        return f"asked for {name}"


class Descriptor:
    def __get__(self, one, owner=None):
        return "from the class" if one is None else f"got for {one.size}"

    def __set__(self, one, value):
        one.size = f"set {value}"


def told(fn):
    try:
        return fn()
    except (AttributeError, TypeError, ZeroDivisionError) as error:
        return type(error).__name__, str(error)


one, other = Base(1), Derived(2)
for _ in range(2):
    print(one.shared, other.shared, one.who(), other.who(), one.double, other.double)
    print(one.free(1), Derived.free(1, b=3), other.named(), Base.named())
bound = other.who
other.size = 7
print(bound(), bound.__self__ is other, bound.__name__, bound == other.who)

# The object goes before the class; the class goes before the base.
one.shared = "own"
print(one.shared, other.shared)
del one.shared
print(one.shared)
one.who = lambda: "own who"
print(one.who(), Base(3).who())
Derived.shared = "derived"
print(one.shared, other.shared)
Base.shared = "changed"
print(one.shared, other.shared)
del Derived.shared
print(other.shared)
Base.who = lambda self: f"another {self.size}"
print(Base(4).who(), other.who())
other.listed.append(1)
print(one.listed, "listed" in vars(one), sorted(vars(other)))

# Descriptors go before the object.
one.double = 10
print(one.size, vars(one).get("double"))
print(told(lambda: setattr(one, "fixed", 1)), told(lambda: one.missing))
vars(one)["double"] = 0
print(one.double)
Base.size2 = Descriptor()
print(one.size2, Base.size2)
one.size2 = 5
print(one.size, one.size2)
Base.broken = property(lambda self: 1 / 0)
print(told(lambda: one.broken), getattr(one, "nothing", "default"), hasattr(one, "size"))
Base.empty = property(lambda self: self.nothing)
print(getattr(one, "empty", "default"), hasattr(one, "empty"))

slots = Slots()
slots.a = 1
print(slots.a)
asked = Asked()
asked.own = 1
print(asked.own, asked.other)
Asked.other = "found"
print(asked.other)
Derived.__getattr__ = lambda self, name: name.upper()
print(other.whatever, other.size)
Base.__setattr__ = lambda self, name, value: object.__setattr__(self, name, [value])
other.size = 1
print(other.size)
Base.__getattribute__ = lambda self, name: "all " + name
print(Base(1).size)


class First:
    def say(self):
        return "first"


class Second:
    def say(self):
        return "second"


class Changing(First):
    pass


changing = Changing()
print(changing.say())
changing.__class__ = Second
print(changing.say())
print([name for name in ("a", "b") if not hasattr(changing, name)])


class Failing:
    def __init__(self, *args, key=1, **rest):
        self.args, self.key, self.rest = args, key, rest


failing = Failing(1, 2, key=3, other=4)
print(failing.args, failing.key, failing.rest, told(lambda: failing.rest.x))


class Mistake(ValueError):
    code = 1

    def text(self):
        return f"{self.code} {self.args}"


try:
    raise Mistake("a", 2)
except Mistake as mistake:
    mistake.code = 5
    print(mistake.text(), Mistake.code)


class Names(dict):
    def first(self):
        return next(iter(self))


names = Names(x=1)
names.note = "n"
print(names.first(), names["x"], names.note, names.get("y"))
