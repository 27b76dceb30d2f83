"""The standard `contextlib` for pages."""

from functools import wraps


class ContextDecorator:
    """A context manager that may stand before a function, too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)

        return inner


def _is_raised(error, value):
    """Tell whether a generator let an exception through."""
    if error is value:
        return True
    ends = isinstance(value, StopIteration)
    return ends and isinstance(error, RuntimeError) and error.__cause__ is value


class _Generated(ContextDecorator):
    def __init__(self, func, args, keywords):
        self._made_by = func, args, keywords
        self.gen = func(*args, **keywords)

    def _recreate_cm(self):
        return self.__class__(*self._made_by)

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, traceback):
        if kind is None:
            for _one in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except BaseException as error:
            if _is_raised(error, value):
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Make a context manager of a generator that yields once."""

    @wraps(func)
    def helper(*args, **keywords):
        return _Generated(func, args, keywords)

    return helper


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *error):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *error):
        pass


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class ExitStack:
    """Context managers and callbacks that are left in turn, the last first."""

    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        kind = type(cm)
        if not hasattr(kind, "__enter__") or not hasattr(kind, "__exit__"):
            name = f"{kind.__module__}.{kind.__qualname__}"
            raise TypeError(f"{name!r} object does not support the context manager protocol")
        result = kind.__enter__(cm)
        self.push(cm)
        return result

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        self._exits.append(exit if method is None else lambda *error: method(exit, *error))
        return exit

    def callback(self, callback, /, *args, **keywords):
        def leave(*error):
            callback(*args, **keywords)

        self._exits.append(leave)
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        failed, handled = value, False
        while self._exits:
            leave = self._exits.pop()
            told = (None, None, None) if failed is None else (type(failed), failed, traceback)
            try:
                if leave(*told):
                    failed, handled = None, True
            except BaseException as error:
                failed, traceback = error, error.__traceback__
        if failed is not None and failed is not value:
            raise failed
        return handled and failed is None and value is not None
