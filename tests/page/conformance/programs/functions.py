# ruff: noqa
"""Functions: arguments, closures, generators, comprehensions, loops."""


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 1}))
for bad in (
    lambda: f(),
    lambda: f(1),
    lambda: f(1, d=1, a=2, b=3),
    lambda: (lambda x: x)(),
    lambda: (lambda x: x)(1, 2),
    lambda: (lambda: 1)(1),
    lambda: f(1, d=2, **{"d": 3}),
):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    return inc


c = counter()
c()
print(c(5), c())
G = 1


def setg():
    global G, H
    G = 2
    H = 3


setg()
print(G, H)


def later():
    return doubled(3) + CONST


def doubled(x):
    return x * 2


CONST = 100
print(later())


def unbound(flag):
    if flag:
        v = 1
    return v


print(unbound(True))
try:
    unbound(False)
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    print(nowhere)
except NameError as e:
    print(type(e).__name__, e)


def usesnowhere():
    return nowhere2


try:
    usesnowhere()
except NameError as e:
    print(type(e).__name__, e)


def gen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
        return "end"
    finally:
        print("cleanup")


g = gen(3)
print(next(g), g.send("hello"), list(g))


def deleg():
    r = yield from gen(1)
    print("r", r)
    yield from [7, 8]


print(list(deleg()))
g = gen(5)
next(g)
g.close()
try:
    g = gen(2)
    next(g)
    g.throw(ValueError("in gen"))
except ValueError as e:
    print("thrown", e)
print(
    [x * y for x in range(3) for y in range(3) if x != y],
    {x: x * x for x in range(4)},
    {x % 3 for x in range(9)},
    sum(i for i in range(10)),
    [[j for j in range(i)] for i in range(3)],
)
fs = [lambda i=i: i for i in range(3)]
print([q() for q in fs])
i = "outer"
z = [i for i in range(2)]
print(i, z)


def scope():
    x = 1
    r = [x + y for y in range(3)]
    t = [(lambda y=y: y + x)() for y in range(2)]
    return r, t


print(scope())


def deco(arg):
    def wrap(fn):
        def inner(*a, **k):
            return arg, fn(*a, **k)

        return inner

    return wrap


@deco("x")
@deco("y")
def decorated(n):
    return n


print(decorated(1))
(lambda *a, **k: print(a, k))(1, 2, z=3)
print(
    (lambda x, y=2: x + y)(1),
    sorted("bca", key=lambda s: -ord(s)),
    list(map(lambda a, b: a + b, [1], [2])),
    list(filter(None, [0, 1])),
)
if (m := 10) > 5:
    print("walrus", m)
print([w for v in range(4) if (w := v * 2) > 2])
a, (b, *rest), *more = 1, (2, 3, 4), 5, 6
print(a, b, rest, more)
first, *_ = "abc"
print(first)
x = y = []
x.append(1)
print(y)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(30))


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print("RecursionError")
for n in range(5):
    if n == 3:
        break
else:
    print("no break")
for n in range(2):
    pass
else:
    print("else", n)
k = 0
while k < 3:
    k += 1
    if k == 2:
        continue
else:
    print("while else", k)
while True:
    break
else:
    print("never")
print(f.__name__, later.__defaults__, f.__kwdefaults__, (lambda: 0).__name__)


def loc(a):
    b = a + 1
    return sorted(locals())


print(loc(1))


def args_only(*args):
    return args


print(args_only(), args_only(1, *[2, 3]))


def kwonly(*, a=1, b):
    return a, b


print(kwonly(b=2))
try:
    kwonly()
except TypeError as e:
    print(e)


def ret_in_try():
    try:
        return "try"
    finally:
        print("finally")


print(ret_in_try())


def loop_try():
    for q in range(3):
        try:
            if q == 1:
                continue
            if q == 2:
                break
            print("body", q)
        except ValueError:
            pass
        finally:
            print("fin", q)


loop_try()


def nested():
    def a():
        return b()

    def b():
        return 42

    return a()


print(nested())
