"""The standard `functools` for pages."""

_MISSING = object()


class partial:
    """A function with some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args)]
        shown += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partial({', '.join(shown)})"


def reduce(function, sequence, initial=_MISSING, /):
    items = iter(sequence)
    if initial is _MISSING:
        initial = next(items, _MISSING)
        if initial is _MISSING:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=("__dict__",)):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=("__dict__",)):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def cmp_to_key(mycmp):
    """Return a key function for one that compares two."""

    class Key:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return Key


def _negated(name):
    def method(self, other):
        found = getattr(type(self), name)(self, other)
        return found if found is NotImplemented else not found

    return method


def _or_equal(name):
    def method(self, other):
        found = getattr(type(self), name)(self, other)
        return found if found is NotImplemented else found or self == other

    return method


def _and_unequal(name):
    def method(self, other):
        found = getattr(type(self), name)(self, other)
        return found if found is NotImplemented else found and self != other

    return method


def _neither(name):
    def method(self, other):
        found = getattr(type(self), name)(self, other)
        return found if found is NotImplemented else not found and self != other

    return method


def _not_or_equal(name):
    def method(self, other):
        found = getattr(type(self), name)(self, other)
        return found if found is NotImplemented else not found or self == other

    return method


def total_ordering(cls):
    """Give a class the comparisons that it lacks, by one that it has."""
    more = {
        "__lt__": {"__gt__": _neither, "__le__": _or_equal, "__ge__": _negated},
        "__le__": {"__ge__": _not_or_equal, "__lt__": _and_unequal, "__gt__": _negated},
        "__gt__": {"__lt__": _neither, "__ge__": _or_equal, "__le__": _negated},
        "__ge__": {"__le__": _not_or_equal, "__gt__": _and_unequal, "__lt__": _negated},
    }
    has = {name for name in more if getattr(cls, name) is not getattr(object, name)}
    if not has:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(has)
    for name, way in more[root].items():
        if name not in has:
            setattr(cls, name, way(root))
    return cls


class cached_property:
    """A property that is computed once for each object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        known = instance.__dict__
        if self.attrname not in known:
            known[self.attrname] = self.func(instance)
        return known[self.attrname]
