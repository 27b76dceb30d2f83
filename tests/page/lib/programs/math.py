"""`math`: what it computes, and what it refuses."""

import math
from math import inf, nan, pi

CASES = [0, 1, -1, 2, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7, 1e-300, 1e300, 10**20, 2**53 + 1, True, -0.0]
CASES += [inf, -inf, nan, "1", None]


def shown(value):
    """Return a result as text; of a float twelve digits: the last ones may differ."""
    return f"{value:.12g}" if isinstance(value, float) else repr(value)


def said(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        return type(error).__name__
    if isinstance(result, tuple):
        return " ".join(map(shown, result))
    return shown(result)


for name in (
    "acos acosh asin asinh atan atanh ceil cos cosh degrees exp expm1 fabs factorial floor "
    "frexp isfinite isinf isnan isqrt log log10 log1p log2 modf "
    "radians sin sinh sqrt tan tanh trunc"
).split():
    # Nobody waits for the factorial of 10**20.
    cases = [case for case in CASES if name != "factorial" or case not in (10**20, 2**53 + 1)]
    # Too far for a browser's reduction of the angle to agree in twelve digits.
    cases = [one for one in cases if name not in ("sin", "cos", "tan") or one != 1e300]
    print(name, [said(getattr(math, name), case) for case in cases])

PAIRS = [(0, 0), (1, nan), (-1, inf), (-1, -inf), (0, -1), (-2, 0.5), (2, 0.5), (10, 400), (nan, 0)]
PAIRS += [
    (0.0, -inf),
    (-0.0, 3),
    (inf, -1),
    (-8, 3),
    (7.5, 2),
    (-7.5, 2),
    (5, inf),
    (inf, 5),
    (1, 0),
]
for name in "atan2 copysign fmod hypot pow dist".split():
    pairs = [((a, b), (b, a)) for a, b in PAIRS] if name == "dist" else PAIRS
    print(name, [said(getattr(math, name), *pair) for pair in pairs])

print(said(math.hypot), said(math.hypot, 3, 4, 12), said(math.hypot, 1e200, 1e200))
print(said(math.dist, [1], [1, 2]), said(math.dist, [1, 2], (4, 6)))
print([said(math.log, x, b) for x, b in [(8, 2), (100, 10), (2, 1), (1, 2), (-1, 2), (0, 5)]])
print(
    said(math.log, 10**400), said(math.log10, 10**400), said(math.log2, 2**5000), said(math.log2, 0)
)
print(math.gcd(), math.gcd(12, -18), math.gcd(0, 5), math.gcd(2**70, 6**40), said(math.gcd, 1.5))
print(math.lcm(), math.lcm(4, -6), math.lcm(0, 5), math.lcm(2**40, 3**30), math.lcm(7))
print(math.comb(5, 2), math.comb(60, 30), math.comb(2, 3), said(math.comb, -1, 2), math.comb(5, 0))
print(math.perm(5, 2), math.perm(5), math.perm(30, 25), math.perm(2, 3), said(math.perm, 2, -1))
print(math.factorial(0), math.factorial(25), said(math.factorial, -1), said(math.factorial, 1.0))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 24, 25, 2**52, 10**30, 10**30 - 1, 10**700)])
print(math.prod([]), math.prod([2, 3.5]), math.prod([1, 2], start=10), math.prod((10**10, 10**10)))
print(
    math.fsum([0.1] * 10),
    math.fsum([1e100, 1.0, -1e100]),
    math.fsum([]),
    said(math.fsum, [inf, -inf]),
)
print(
    math.fsum([1, 2**-53, 2**-106]),
    math.fsum([1e16, 1.0, 1e-16]),
    math.fsum([-0.0]),
    math.fsum([inf, 1]),
)
print(
    [
        math.isclose(*pair)
        for pair in [(1, 1 + 1e-10), (1, 1.1), (0, 1e-12), (inf, inf), (inf, 1), (nan, nan)]
    ]
)
print(
    math.isclose(1, 1.05, rel_tol=0.1),
    math.isclose(0, 0.1, abs_tol=0.2),
    said(math.isclose, 1, 2, rel_tol=-1),
)
print(
    said(math.ldexp, 0.5, 10),
    said(math.ldexp, 1, 5000),
    said(math.ldexp, 1.5, -1080),
    said(math.ldexp, 1e-300, 1900),
)
print(
    pi,
    math.e,
    math.tau,
    math.inf,
    math.nan,
    repr(math.floor(-0.5)),
    math.ceil(10.1),
    math.trunc(-1e20),
)
print(
    said(math.pow, "a", 1),
    said(math.sqrt),
    said(math.sqrt, 1, 2),
    math.fabs(-3),
    math.copysign(1, -0.0),
)


class Length:
    """A number of one's own."""

    def __float__(self):
        return 2.25

    def __ceil__(self):
        return "up"

    def __floor__(self):
        return "down"


print(math.sqrt(Length()), math.ceil(Length()), math.floor(Length()), said(math.trunc, Length()))
