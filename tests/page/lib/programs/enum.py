"""`enum`."""

# fmt: off
from enum import Enum, IntEnum, StrEnum, auto, unique


def said(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


class State(Enum):
    OPEN = 1
    FULL = "full"
    CLOSED = (3, "x")
    SHUT = (3, "x")

    def shown(self):
        return f"{self.name}:{self.value}"

    @property
    def is_open(self):
        return self is State.OPEN

    @classmethod
    def usual(cls):
        return cls.OPEN


print(State.OPEN, repr(State.FULL), State.CLOSED.name, State.CLOSED.value, State["FULL"], State("full") is State.FULL, State((3, "x")), [*State], len(State), list(reversed(State)))
print(State.OPEN.shown(), State.OPEN.is_open, State.usual(), State.SHUT is State.CLOSED, State.__members__["SHUT"], State.OPEN == State.OPEN, State.OPEN == 1, State.OPEN != State.FULL, State.OPEN in State, isinstance(State.OPEN, State), repr(State), bool(State.OPEN))
print(f"{State.OPEN} {State.OPEN!r} {State.OPEN:>12}", {State.OPEN: 1}[State(1)], {State.OPEN, State(1)} == {State.OPEN}, type(State.OPEN).__name__, sorted(State, key=lambda one: one.name)[0], str(State.FULL))
print([said(wrong) for wrong in (lambda: State(9), lambda: State["NO"], lambda: setattr(State, "OPEN", 2), lambda: State.OPEN < State.FULL, lambda: State.NO)])


class Color(Enum):
    RED = auto()
    GREEN = auto()
    BLUE = 10
    NEXT = auto()


class Size(IntEnum):
    SMALL = 1
    BIG = 5
    BIGGER = auto()


class Kind(StrEnum):
    GUEST = auto()
    HOST = "the host"


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def light(self):
        return self.mass < 1


class Code(Enum):
    def __new__(cls, number, text):
        made = object.__new__(cls)
        made._value_ = number
        made.text = text
        return made

    OK = (200, "fine")
    GONE = (410, "gone")

    @classmethod
    def _missing_(cls, value):
        return cls.GONE if value == 404 else None


print([(one.name, one.value) for one in Color], [one.value for one in Size], [one.value for one in Kind])
print(Size.BIG + 1, Size.BIG > Size.SMALL, Size(5), repr(Size.BIG), f"{Size.BIG:03}", sorted(Size), Size.BIG == 5, [10, 20][Size.SMALL], max(Size), isinstance(Size.BIG, int), int(Size.BIG), sum(Size), "%d" % Size.BIG, {5: "five"}[Size.BIG])
print(Kind.GUEST, repr(Kind.HOST), Kind.GUEST == "guest", Kind("the host") is Kind.HOST, Kind.GUEST.upper(), f"{Kind.HOST:>10}", "-".join(Kind), isinstance(Kind.GUEST, str), {"guest": 1}[Kind.GUEST], Kind.GUEST + "!", len(Kind.GUEST), Kind.GUEST in ("guest",))
print(Planet.EARTH.mass, Planet.MARS.light, Planet((0.6, 3.3)), Code.OK.value, Code.OK.text, Code(410), Code(404), said(lambda: Code(1)), repr(Code.OK))


def twice():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


def again():
    class Again(Enum):
        A = 1
        A = 2


print(said(twice), said(again), unique(Color) is Color)
match Color(1):
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red")
