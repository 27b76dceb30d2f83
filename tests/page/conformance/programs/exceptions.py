# ruff: noqa
"""Exceptions: chains, handlers, messages, tracebacks."""


class MyError(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a


try:
    raise MyError(1, 2)
except MyError as e:
    print(e.args, e.a)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("chained") from e
except ValueError as e:
    print(e, type(e.__cause__).__name__)
try:
    try:
        {}["k"]
    except KeyError:
        raise TypeError("ctx")
except TypeError as e:
    print(e, type(e.__context__).__name__, e.__suppress_context__)


def f():
    try:
        raise KeyError("x")
    except (ValueError, KeyError) as e:
        return f"handled {e}"
    finally:
        print("f fin")


print(f())


def g():
    try:
        pass
    except Exception:
        print("no")
    else:
        print("else")
    finally:
        print("fin")


g()


def reraise():
    try:
        raise ValueError("a")
    except ValueError:
        raise


try:
    reraise()
except ValueError as e:
    print("re", e)
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
try:
    assert 1 == 2, "msg"
except AssertionError as e:
    print("assert", e)
try:
    int("x")
except ValueError as e:
    print(e)
try:
    [][3]
except IndexError as e:
    print(e)
try:
    None.foo
except AttributeError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    object().x
except AttributeError as e:
    print(e)
try:
    a, b = [1]
except ValueError as e:
    print(e)
try:
    a, b = 1
except TypeError as e:
    print(e)
try:
    (1)()
except TypeError as e:
    print(e)
try:
    for_ = 3
    for_[0]
except TypeError as e:
    print(e)
try:
    x = [1]
    x[5] = 1
except IndexError as e:
    print(e)
try:
    raise StopIteration(3)
except StopIteration as e:
    print(e.value)
try:
    next(iter([]))
except StopIteration:
    print("stop")
print(next(iter([]), "default"))


def lvl3():
    raise RuntimeError("deep")


def lvl2():
    lvl3()


def lvl1():
    lvl2()


try:
    lvl1()
except RuntimeError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_filename))
        tb = tb.tb_next
    print([(a, b) for a, b, c in lines])
e = ExceptionGroup("eg", [ValueError(1), TypeError(2)])
try:
    raise e
except* ValueError as g:
    print("group", g.exceptions)
except* TypeError as g:
    print("group2", len(g.exceptions))
try:
    try:
        raise ValueError("inner")
    finally:
        print("inner finally")
except ValueError as e:
    print("outer", e)
for i in range(2):
    try:
        if i:
            raise KeyError(i)
        print("ok")
    except KeyError as e:
        print("KeyError", e)
        continue
    print("after")
e = ValueError("note")
e.add_note("n1")
print(e.__notes__)


def gen():
    try:
        yield 1
    except ValueError as e:
        yield f"caught {e}"


it = gen()
next(it)
print(it.throw(ValueError("v")))
print(isinstance(KeyError(), LookupError), KeyError.__mro__[1].__name__)
lvl1()
