"""The standard `collections` for pages."""

from _deque import deque
from _namedtuple import namedtuple

__all__ = ["ChainMap", "Counter", "OrderedDict", "defaultdict", "deque", "namedtuple"]


class defaultdict(dict):
    """A dictionary that makes what is missing."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        return type(self)(self.default_factory, {**self, **other})

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict(self)!r})"


class OrderedDict(dict):
    """A dictionary whose order counts."""

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = dict(self)
            self.clear()
            self[key] = value
            self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        return type(self)({**self, **other})

    def __repr__(self):
        shown = repr(dict(self)) if self else ""
        return f"{type(self).__name__}({shown})"


class Counter(dict):
    """How often each item occurs."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def _add(self, iterable, kwds, sign):
        for counted in (iterable, kwds):
            if counted is None:
                continue
            if isinstance(counted, dict):
                for key, count in counted.items():
                    self[key] = self[key] + sign * count
            else:
                for key in counted:
                    self[key] = self[key] + sign

    def update(self, iterable=None, /, **kwds):
        self._add(iterable, kwds, 1)

    def subtract(self, iterable=None, /, **kwds):
        self._add(iterable, kwds, -1)

    def most_common(self, n=None):
        rows = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return rows if n is None else rows[: max(0, n)]

    def elements(self):
        return (key for key, count in self.items() for _ in range(count))

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({dict(self.most_common())!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for key in {**self, **other})

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for key in {**self, **other})

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self

    __hash__ = None

    def _with(self, other, count):
        if not isinstance(other, Counter):
            return NotImplemented
        found = {key: count(self[key], other[key]) for key in {**self, **other}}
        return Counter({key: number for key, number in found.items() if number > 0})

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._with(other, max)

    def __and__(self, other):
        return self._with(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self


class ChainMap:
    """Dictionaries of which the first that has a key gives its value; the first one is changed."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def _all(self):
        found = {}
        for one in reversed(self.maps):
            found.update(one)
        return found

    def __getitem__(self, key):
        for one in self.maps:
            if key in one:
                return one[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self._all().get(key, default)

    def __contains__(self, key):
        return any(key in one for one in self.maps)

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def __eq__(self, other):
        return self._all() == (other._all() if isinstance(other, ChainMap) else other)

    def new_child(self, m=None, **kwargs):
        return ChainMap({**(m or {}), **kwargs} if kwargs or m is None else m, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])

    def __repr__(self):
        return f"ChainMap({', '.join(map(repr, self.maps))})"
