# ruff: noqa
"""Coroutines: await, async with, async for, errors through them."""

log = []


class Promise_:
    pass


async def one(n):
    return n * 2


async def two():
    a = await one(1)
    b = await one(a)
    try:
        await fails()
    except ValueError as e:
        print("caught", e)
    finally:
        print("fin")
    async with CM() as c:
        print("in", c)
    async for v in AG():
        print("af", v)
    r = [x async for x in agen()]
    print("ag", [v for v in (1, 2)], a, b)
    return [await one(i) for i in ()]


async def fails():
    await one(1)
    raise ValueError("async")


class CM:
    async def __aenter__(self):
        return "cm"

    async def __aexit__(self, t, v, tb):
        print("aexit", t)
        return True


class AG:
    def __init__(self):
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i > 2:
            raise StopAsyncIteration
        return self.i


class Svc:
    def __init__(self):
        self.n = 0

    async def load(self, k, *, x=1):
        self.n += await one(k)
        return self.n + x

    async def twice(self):
        return await self.load(1) + await self.load(2, x=5)


async def bad():
    s = Svc()
    print(await s.twice())

    def inner():
        raise KeyError("deep")

    await one(1)
    inner()


async def early(flag):
    if flag:
        return "early"
    await one(1)
    return "late"


async def with_return():
    try:
        return await one(21)
    finally:
        print("after return")


async def main():
    print(await early(True), await early(False), await with_return())
    s = Svc()
    print(await s.twice())
    try:
        await bad()
    except KeyError as e:
        tb = e.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(names)
    for i in range(2):
        try:
            if i:
                raise ValueError(i)
            print("v", await one(i))
        except ValueError as e:
            print("VE", e)
    gen = (await_free(x) for x in range(3))
    print(list(gen))
    print(sum([await one(2), await one(3)]))


def await_free(x):
    return x + 1


try:
    from browser import aio

    aio.run(main())
except ImportError:
    import asyncio

    asyncio.run(main())
