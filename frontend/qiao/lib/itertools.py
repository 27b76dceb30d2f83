"""The standard `itertools` for pages."""

_MISSING = object()


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    kept = []
    for item in iterable:
        yield item
        kept.append(item)
    while kept:
        yield from kept


def repeat(object, times=None):
    while times is None or times > 0:
        yield object
        if times is not None:
            times -= 1


def accumulate(iterable, func=None, *, initial=_MISSING):
    total = initial
    if total is None:
        total = _MISSING
    if total is not _MISSING:
        yield total
    for item in iterable:
        if total is not _MISSING:
            item = total + item if func is None else func(total, item)
        total = item
        yield total


class chain:
    """One iterable after the other."""

    def __init__(self, *iterables):
        self._items = (item for iterable in iterables for item in iterable)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = (item for iterable in iterables for item in iterable)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def compress(data, selectors):
    return (item for item, wanted in zip(data, selectors, strict=False) if wanted)


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            yield from items


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    if predicate is None:
        predicate = bool
    return (item for item in iterable if not predicate(item))


class groupby:
    """Runs of items with one key: pairs of a key and its items, which end when the next begins."""

    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key or (lambda item: item)
        self._wanted = self._current = self._value = _MISSING
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._items)
        self._current = self._key(self._value)

    def __next__(self):
        self._group = group = object()
        while self._current is self._wanted or self._current == self._wanted:
            self._advance()
        self._wanted = self._current
        return self._current, self._items_of(self._current, group)

    def _items_of(self, wanted, group):
        while self._group is group and self._current == wanted:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._group = None
                return


def islice(iterable, *places):
    whole = slice(*places)
    start, stop, step = whole.start or 0, whole.stop, 1 if whole.step is None else whole.step
    if start < 0 or (stop is not None and stop < 0) or step < 1:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x, step 1 or more.")
    return _slice(iterable, start, stop, step)


def _slice(iterable, start, stop, step):
    if stop is not None and stop <= start:
        for _ in zip(range(stop), iterable, strict=False):
            pass
        return
    for at, item in enumerate(iterable):
        if at >= start and (at - start) % step == 0:
            yield item
        if at + 1 == stop:
            return


def pairwise(iterable):
    before = _MISSING
    for item in iterable:
        if before is not _MISSING:
            yield before, item
        before = item


def starmap(function, iterable):
    return (function(*arguments) for arguments in iterable)


def tee(iterable, n=2):
    items, queues = iter(iterable), [[] for _ in range(n)]

    def one(own):
        while True:
            if not own:
                item = next(items, _MISSING)
                if item is _MISSING:
                    return
                for queue in queues:
                    queue.append(item)
            yield own.pop(0)

    return tuple(one(queue) for queue in queues)


def zip_longest(*iterables, fillvalue=None):
    rows = [iter(iterable) for iterable in iterables]
    while True:
        items = [next(row, _MISSING) for row in rows]
        if all(item is _MISSING for item in items):
            return
        yield tuple(fillvalue if item is _MISSING else item for item in items)


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    if not pools:
        yield ()
        return
    for before in _product(pools[:-1]):
        for item in pools[-1]:
            yield (*before, item)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, left):
    if left == 0:
        yield ()
    elif left <= len(pool):
        for at, item in enumerate(pool):
            for rest in _permutations(pool[:at] + pool[at + 1 :], left - 1):
                yield (item, *rest)


def combinations(iterable, r):
    return _combinations(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    return _combinations(tuple(iterable), r, 0)


def _combinations(pool, left, step):
    if left == 0:
        yield ()
        return
    for at, item in enumerate(pool):
        for rest in _combinations(pool[at + step :], left - 1, step):
            yield (item, *rest)
