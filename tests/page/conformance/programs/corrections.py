# ruff: noqa
"""What stock Brython gets wrong and our patches put right: compared with CPython only."""


def fails(x):
    raise ValueError(f"in {x}")


try:
    print(all(fails(x) for x in [1]))
except ValueError as error:
    print("let through:", error)


class Two(Exception):
    pass


print(str(Two(1, 2)), repr(Two(1, "b")), str(Two()), str(Two("one")), repr(Two("one")))
try:
    None.missing
except AttributeError as error:
    print(error.args)

functions = [lambda: i for i in range(3)]
print([function() for function in functions])

for i in range(3):
    try:
        if i == 1:
            continue
    except ValueError:
        print("never")
    else:
        print("whole body", i)


def leaves():
    try:
        return "returned"
    except ValueError:
        print("never")
    else:
        print("not after return")


print(leaves())
odd = {"hasOwnProperty": 1, "constructor": 2}
print(odd["hasOwnProperty"], odd.get("toString"), "valueOf" in odd, len(odd))


async def one():
    return 1


hand_on = lambda: one()  # noqa: E731


print(b"a" + b"b", bytes([1]) + bytes(2), bytearray(b"a") + b"b")
print(
    round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(7, 3), round(True, 0)
)
print(round(123456789012345678901234567890, -5), round(7, -5), round(0, -1), round(12, -40))
print("a b".isidentifier(), "a1".isidentifier(), "1a".isidentifier())


async def counted(last):
    for number in range(last):
        yield number


def names_kept(x):
    first = [x.upper() for x in x]
    return first, x, [[x for x in range(2)] for x in x], [(lambda: x)() for x in x], x


for i in range(3):
    pass
print([i for i in "ab"], {i for i in "a"}, {i: i for i in "a"}, i, names_kept("yz"))
print([f() for f in [lambda k=i: (k, i) for i in "ab"]], i)


print([bool(one) for one in (range(3, 3), range(0), range(1, 0), range(0, 9, -1), range(2))])


class Told:
    def __lt__(self, other):
        return "less"

    def __gt__(self, other):
        return "greater"


class Below(Told):
    def __gt__(self, other):
        return "greater, below"


print(Told() < Told(), Told() > Told(), Told() < Below(), Below() < Told())


class Word(str):
    pass


rows = {"b": 1, "7": 2, "a": 3, "0": 4}
rows["__proto__"] = 5
rows["3"] = rows.setdefault("1", 6)
print(rows, list(rows), rows["__proto__"], rows == {**rows}, dict.fromkeys(["b", "1", "0"]))
rows["7"], rows[Word("a")] = 8, 9
del rows["b"]
print(rows.popitem(), rows["a"], rows.get("b"), {"x": 1} | {"2": 3, "1": 4}, rows.pop("0"), rows)
mixed = {1: 1, "a": 2, "b": 3, "c": 4}
del mixed["a"]
print(mixed.pop("b"), mixed.popitem(), [mixed.get(key) for key in "abc"], "a" in mixed, mixed)


async def main():
    print(await hand_on())
    print([await one() for _ in range(2)], {n: await one() for n in [2]}, [await one() for n in []])
    print([n async for n in counted(3) if n], [(m, n) for m in "ab" async for n in counted(2)])
    async for n in counted(5):
        if n < 2:
            continue
        print("reached", n)
        if n == 3:
            break
    for _ in range(9):
        async for n in counted(200):
            async for n in counted(1):
                pass
    other = counted(3)
    print(n, await other.__anext__(), await other.aclose(), n)


try:
    from browser import aio

    aio.run(main())
except ImportError:
    import asyncio

    asyncio.run(main())
