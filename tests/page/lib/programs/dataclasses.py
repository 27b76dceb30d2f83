"""`dataclasses`."""

import dataclasses
from collections import namedtuple
from dataclasses import (
    KW_ONLY,
    FrozenInstanceError,
    asdict,
    astuple,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from typing import ClassVar


def tried(function, *kinds):
    try:
        print("no error:", function())
    except (TypeError, ValueError, AttributeError, *kinds) as error:
        print(type(error).__name__, error)


@dataclass
class Place:
    """Somewhere."""

    name: str
    seats: int = 0
    tags: list[str] = field(default_factory=list)
    worlds: ClassVar[int] = 1


hall = Place("Hall", 3)
print(hall, Place("Hall", 3) == hall, Place("Hall") == hall, hall == ("Hall", 3, []))
print(Place(seats=1, name="x", tags=["a"]), Place.seats, Place.worlds, hasattr(Place, "tags"))
print(Place("a").tags is Place("b").tags, Place.__match_args__, hall.__dict__)
tried(lambda: Place())
tried(lambda: Place("a", 1, [], 4))
tried(lambda: Place("a", name="b"))
tried(lambda: Place("a", place=1))
try:
    hash(hall)
except TypeError as error:
    print(type(error).__name__)
tried(lambda: hall < hall)
hall.seats += 1
print(hall.seats, replace(hall, name="Garden"), replace(hall).tags is hall.tags)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)

    @property
    def shown(self) -> str:
        return f"{self.major}.{self.minor}"


one, other = Version(1, 2, "x"), Version(1, 2, "y")
print(one, one == other, hash(one) == hash(other), one.shown, {one: 1}[other])
print(
    sorted([Version(2), Version(1, 5), Version(1)]), Version(1) < Version(2), max(one, Version(0))
)
print(one <= other, one > other, one >= Version(1), one.note)


def change():
    one.major = 3


def remove():
    del one.major


tried(change, FrozenInstanceError)
tried(remove, FrozenInstanceError)
tried(lambda: one < (1, 2))


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: int = 9

    def __post_init__(self) -> None:
        self.total = self.a + self.b + self.c


print(Derived(), Derived(1, 1, 1).total, [one.name for one in fields(Derived)], Base(1))


class Loud(Base):
    def __init__(self, a):
        super().__init__(a, b=a * 2)
        self.loud = True


print(Loud(2), Loud(2) == Loud(2), Loud(2).loud)


@dataclass
class Named:
    x: int
    _: KW_ONLY
    y: int = 0
    z: int = field(default=1, kw_only=True)


print(Named(1, y=2), Named.__match_args__)
tried(lambda: Named(1, 2))


@dataclasses.dataclass(kw_only=True)
class Options:
    size: int
    colour: str = "red"


print(Options(size=1), Options(colour="blue", size=2))
tried(lambda: Options())
tried(lambda: Options(1))


@dataclass
class Hidden:
    shown: int
    kept: int = field(init=False, default=5, metadata={"unit": "m"})


print(Hidden(1), fields(Hidden)[1].metadata["unit"], fields(Hidden(1))[0].name)
tried(lambda: Hidden(1, 2))
tried(lambda: replace(Hidden(1), kept=2))

Pair = namedtuple("Pair", "left right")


@dataclass
class Tree:
    value: object
    branches: list = field(default_factory=list)
    by_name: dict = field(default_factory=dict)


tree = Tree(1, [Tree(2), Tree((3, Tree(4)))], {"x": Tree(Pair(5, Tree(6)))})
print(asdict(tree))
print(astuple(tree))
print(asdict(Tree(1), dict_factory=lambda pairs: sorted(pairs)))
copy = asdict(tree)
copy["branches"].append(0)
print(len(tree.branches), is_dataclass(tree), is_dataclass(Tree), is_dataclass(1))
tree.branches.append(tree)
print(tree)
tried(lambda: asdict(Tree))
tried(lambda: fields(1))
tried(lambda: field(default=1, default_factory=list))


@dataclass(repr=False, eq=False)
class Plain:
    x: int = 0


print(Plain(1) == Plain(1), "Plain object" in repr(Plain()))


@dataclass
class Own:
    x: int

    def __repr__(self):
        return "own"

    def __eq__(self, other):
        return True


print(Own(1), Own(1) == 5)


def mutable():
    @dataclass
    class Wrong:
        x: list = []


def behind():
    @dataclass
    class Wrong:
        x: int = 1
        y: int


tried(mutable)
tried(behind)

match Place("Hall", 3):
    case Place("Hall", seats):
        print("matched", seats)


@dataclass
class Empty:
    pass


print(Empty(), Empty() == Empty(), asdict(Empty()))
