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


async def main():
    print(await hand_on())


try:
    from browser import aio

    aio.run(main())
except ImportError:
    import asyncio

    asyncio.run(main())
