# ruff: noqa
"""Names of the function around: read, changed, deleted, looked up all at once."""


def outer(a, b=2):
    c = a + b

    def read():
        return a, b, c

    def change():
        nonlocal c
        c += 1
        return c

    def names():
        c
        return sorted(locals())

    def later():
        return late

    def gone():
        return removed

    removed = 1
    del removed
    try:
        print(later())
    except NameError as error:
        print(type(error).__name__)
    late = "late"
    try:
        print(gone())
    except NameError as error:
        print(type(error).__name__)
    print(read(), change(), read(), names(), later())
    return [lambda n=n: (n, c) for n in range(3)], lambda: [x + c for x in (a, b)]


many, sums = outer(1)
print([one() for one in many], sums())


def counter():
    count = 0

    class Counter:
        start = count

        def up(self):
            nonlocal count
            count += 1
            return super().__repr__() != "", __class__.__name__, count

    def generate():
        for _ in range(2):
            yield count

    return Counter(), generate


one, generate = counter()
print(one.up(), one.up(), one.start, list(generate()))


def deep(a):
    def middle(b):
        def inner(c):
            return a + b + c, sorted(vars()), {k: a for k in (b, c)}

        return inner

    return middle


print(deep(1)(2)(3))


def recursive(n):
    def down(k):
        return 0 if k == 0 else n + down(k - 1)

    return down(n)


print(recursive(5))
