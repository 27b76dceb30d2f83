# ruff: noqa
"""Values: formats, text, numbers, containers, match."""

print(
    f"{3.14159:.2f} {1234567:,} {'x':>5}|{'é':<3}|{5:03d} {0.1 + 0.2} {True} {None!r} {'q'!r:>6} {255:#x} {255:b} {1e10:g} {0.5:%} {12:>{6}} {1234.5:10.1f}|{-3:+d}|{'c':^7}|{'c':*^7}"
)
print(
    "%s %d %5.2f %r %x" % ("a", 3, 2.5, "q", 255),
    "{} {1} {a}".replace("{} ", "").format(1, 2, a=3),
    "{:>4}|{!r}".format(1, "z"),
)
print(
    "abc".upper(),
    " x ".strip(),
    "a,b,c".split(","),
    "-".join(["a", "b"]),
    "hello".find("l"),
    "hello".replace("l", "L", 1),
    "abc"[::-1],
    "abc"[1:],
    "a" * 3,
    "x" in "xyz",
    "Hello World".title(),
    "abc".startswith(("a", "z")),
    "3".zfill(3),
    "a b  c".split(),
    "line\nline2".splitlines(),
    "ß".casefold(),
    "abc".partition("b"),
    "1.5".isdigit(),
    "12".isdigit(),
    "aXb".swapcase(),
    "tEST".capitalize(),
    "abc".rjust(5, "."),
    "abc".index("c"),
    "%".join("ab"),
    "a\tb".expandtabs(4),
    "äöü".encode().decode(),
)
print(
    ord("€"),
    chr(8364),
    "名额已满".encode("utf-8"),
    len("😀"),
    "😀a"[0] == "😀",
    repr("😀\n\t'"),
    ascii("é"),
    "a" < "b",
    max("abc"),
    "bc",
)
print(
    1 / 3,
    7 // 2,
    -7 // 2,
    -7 % 3,
    2**100,
    2**-1,
    10 / 2,
    1e300 * 1e10,
    round(2.5),
    round(3.14159, 2),
    abs(-3),
    divmod(7, 3),
    int("ff", 16),
    int(3.9),
    float("1.5"),
    hex(255),
    bin(5),
    0b11,
    1_000,
    3 & 5,
    3 | 5,
    3 ^ 5,
    ~3,
    1 << 70,
    pow(3, 4, 5),
    10**20 + 1,
    9007199254740993,
    5 == 5.0,
    True + 1,
    int(True),
    complex(1, 2),
    sum([0.1] * 3),
    min(3, 1, 2),
    max([1, 5], default=0),
    float("inf"),
    float("nan") != float("nan"),
    0.1 + 0.7,
    1e16,
    1e-7,
    123456789.123,
    1.0,
    -0.0,
)
l = [3, 1, 2]
l.sort(reverse=True)
print(
    l,
    sorted(l),
    l.index(1),
    l + [4],
    l * 2,
    l[-1],
    l[::2],
    l.pop(),
    l,
    list(reversed(l)),
    list(enumerate("ab", 1)),
    list(zip([1, 2], "ab")),
    [*l, *"xy"],
    any([0, 1]),
    all([1, 0]),
    [1, 2] == [1, 2],
    [1] < [2],
    l.copy(),
    l.count(3),
)
l.insert(0, 9)
l.extend([7])
l.remove(9)
del l[0]
print(l)
l[0:1] = [5, 6]
print(l, 5 in l)
d = {"a": 1, "b": 2, **{"c": 3}}
d["z"] = 4
d.update(y=5)
print(
    d,
    d.get("q"),
    d.get("q", 0),
    list(d),
    list(d.items()),
    "a" in d,
    d.pop("a"),
    d.setdefault("n", []),
    len(d),
    {k: v for k, v in d.items() if v},
    d == {"b": 2},
    dict([("k", 1)]),
    dict(a=1) | {"b": 2},
    {1: "i", "1": "s", (1, 2): "t", None: "n", True: "b", 1.5: "f"},
)
del d["b"]
print(d.keys() & {"c"}, next(iter(d)))
try:
    d["missing"]
except KeyError as e:
    print(repr(e), e)
s = {1, 2, 3}
s.add(4)
s.discard(9)
print(
    s,
    s & {1, 9},
    s | {7},
    s - {1},
    s ^ {1, 100},
    1 in s,
    len(s),
    frozenset([1]) == {1},
    s >= {1},
    sorted(s),
    set("aab") == {"a", "b"},
)
t = (1, "a", 2.5, None, True)
print(t, t[1], t + (1,), t.index("a"), (1,), (), hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 3))


def m(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case str() as s if len(s) > 3:
            return f"long {s}"
        case "abc":
            return "abc!"
        case [a]:
            return f"one {a}"
        case [a, b, *rest]:
            return f"many {a} {b} {rest}"
        case {"type": "x", "v": v, **kw}:
            return f"map {v} {kw}"
        case Point(x=0, y=yy):
            return f"pt {yy}"
        case Point(q, 5):
            return f"pos {q}"
        case int(n):
            return f"int {n}"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


for v in (
    0,
    2,
    "abc",
    "abcd",
    [1],
    (1, 2, 3, 4),
    {"type": "x", "v": 1, "k": 2},
    Point(0, 3),
    Point(7, 5),
    99,
    None,
    1.5,
    "zz",
):
    print(m(v))
x = 5
print(
    1 < x < 10,
    1 < x > 9,
    not x,
    x is None,
    x is not None,
    x in (1, 5),
    x not in [5],
    (x and 0) or "alt",
    x if x > 3 else -x,
    None or [] or "last",
    0 and 1,
)
x += 1
x -= 2
x *= 3
x //= 2
x **= 2
x %= 7
print(x)


class O:
    pass


o = O()
o.v = 1
o.v += 5
o.l = [1]
o.l[0] += 2
o.d = {}
o.d["k"] = 1
o.d["k"] += 1
print(o.v, o.l, o.d)
print(
    type(1),
    type("") is str,
    isinstance(True, int),
    str(3) + str(None),
    repr([1, "a"]),
    bool([]),
    list("abc"),
    tuple([1]),
    list(range(5, 0, -2)),
    range(3),
    range(10)[2:5],
    bytes([65]),
    bytearray(b"ab"),
    b"abc"[0],
    list({"a": 1}.values()),
    id(o) == id(o),
    print.__name__,
)
print("a", "b", sep="-", end="!\n")
print()
print(*[1, 2])
print(f"{x=} {'nested ' + f'{1 + 1}'}")
print(getattr(o, "v"), getattr(o, "nope", "dflt"), hasattr(o, "v"))
setattr(o, "w", 3)
delattr(o, "w")
print(sorted(vars(o)))
a = [1, 2, 3]
b = a
b += [4]
print(a is b, a)
print([1, [2, [3]]], {"a": {"b": []}})
