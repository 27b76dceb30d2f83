"""`collections.deque` for pages, over a list."""


class deque:
    """A queue with two ends; a longest one drops items at the other end."""

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, x):
        self._items.append(x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[0]

    def appendleft(self, x):
        self._items.insert(0, x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop()

    def extend(self, iterable):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def _pop(self, at):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(at)

    def pop(self):
        return self._pop(-1)

    def popleft(self):
        return self._pop(0)

    def rotate(self, n=1):
        if self._items:
            at = -n % len(self._items)
            self._items = self._items[at:] + self._items[:at]

    def clear(self):
        self._items = []

    def copy(self):
        return type(self)(self._items, self._maxlen)

    __copy__ = copy

    def count(self, x):
        return self._items.count(x)

    def index(self, x, *places):
        return self._items.index(x, *places)

    def insert(self, i, x):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(i, x)

    def remove(self, value):
        self._items.remove(value)

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        count = len(self._items)
        for item in self._items:
            yield item
            if len(self._items) != count:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, x):
        return x in self._items

    def _place(self, at):
        if not -len(self._items) <= at < len(self._items):
            raise IndexError("deque index out of range")
        return at

    def __getitem__(self, at):
        return self._items[self._place(at)]

    def __setitem__(self, at, x):
        self._items[self._place(at)] = x

    def __delitem__(self, at):
        del self._items[self._place(at)]

    def __add__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return type(self)(self._items + other._items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._items * n, self._maxlen)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        end = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"deque({self._items!r}{end})"
