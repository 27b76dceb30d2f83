"""The standard `heapq` for pages."""


def heappush(heap, item):
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    return heapreplace(heap, last) if heap else last


def heapreplace(heap, item):
    found = heap[0]
    heap[0] = item
    _down(heap, 0)
    return found


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(x):
    for at in reversed(range(len(x) // 2)):
        _down(x, at)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(0, n)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(0, n)]


def merge(*iterables, key=None, reverse=False):
    rows = [iter(iterable) for iterable in iterables]
    heads = [(next(row, _END), row) for row in rows]
    heads = [head for head in heads if head[0] is not _END]
    while heads:
        values = [head[0] if key is None else key(head[0]) for head in heads]
        at = values.index(max(values) if reverse else min(values))
        item, row = heads[at]
        yield item
        item = next(row, _END)
        if item is _END:
            del heads[at]
        else:
            heads[at] = item, row


_END = object()


def _up(heap, at):
    item = heap[at]
    while at > 0 and item < heap[(at - 1) // 2]:
        heap[at] = heap[(at - 1) // 2]
        at = (at - 1) // 2
    heap[at] = item


def _down(heap, at):
    # As the standard one: first the smaller child all the way, then up again.
    item, start = heap[at], at
    while (child := 2 * at + 1) < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
    heap[at] = item
    while at > start and item < heap[(at - 1) // 2]:
        heap[at] = heap[(at - 1) // 2]
        at = (at - 1) // 2
    heap[at] = item
