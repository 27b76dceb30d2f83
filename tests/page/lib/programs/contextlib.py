"""`contextlib`."""

import contextlib
from contextlib import (
    ExitStack,
    closing,
    contextmanager,
    nullcontext,
    suppress,
)


@contextmanager
def around(name, swallow=False):
    """Say when."""
    print("in", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("got", error)
        if not swallow:
            raise
    finally:
        print("out", name)


with around("a") as value:
    print(value)
with around("b", swallow=True):
    raise ValueError("kept in")
try:
    with around("c"):
        raise ValueError("let out")
except ValueError as error:
    print("outside", error)
try:
    with around("d"):
        raise KeyError("not asked for")
except KeyError as error:
    print("outside", error)


@around("decorated")
def work(a, b=1):
    return a + b


print(work(1), work(1, b=5), work.__name__, around.__name__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def other():
    try:
        yield
    except ValueError:
        raise KeyError("instead") from None


@contextmanager
def again():
    try:
        yield
    except ValueError:
        yield


def fails(make, error=None):
    try:
        with make():
            if error:
                raise error
    except Exception as failure:
        print(type(failure).__name__, failure, failure is error)


fails(never)
fails(twice)
fails(other, ValueError("x"))
fails(again, ValueError("x"))
fails(contextmanager(lambda: (x for x in [1])), StopIteration("stop"))
fails(contextmanager(lambda: (x for x in [1])), RuntimeError("run"))

with suppress(KeyError, ValueError):
    {}["x"]
with suppress(LookupError):
    [][0]
with suppress():
    print("nothing to suppress")
fails(lambda: suppress(KeyError), TypeError("not that"))


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
fails(lambda: closing(Thing()), ValueError("still closed"))
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)

with ExitStack() as stack:
    print(stack.enter_context(around("e")), stack.enter_context(around("f")))
    stack.callback(print, "called", sep="-")
    stack.push(lambda kind, error, traceback: print("pushed", kind))
    stack.push(suppress(ValueError))
with ExitStack() as stack:
    stack.callback(print, "after")
    stack.push(lambda kind, error, traceback: kind is ValueError)
    raise ValueError("handled")
fails(ExitStack, ValueError("through"))
with ExitStack() as stack:
    stack.callback(print, "later")
    kept = stack.pop_all()
print("left")
kept.close()
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)


class Counted(contextlib.ContextDecorator):
    count = 0

    def __enter__(self):
        Counted.count += 1

    def __exit__(self, *error):
        print("counted", Counted.count)


@Counted()
def counted():
    return "done"


print(counted(), counted())
