"""Signals as only CPython can test them: who holds whom, and random graphs against a model."""

import gc
import weakref

from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.signals import batch, computed, effect, signal


def test_a_computed_without_readers_is_held_by_nobody():
    a = signal(0)

    def read_once():
        value = computed(lambda: a.value)
        effect(lambda: value.value)()
        return weakref.ref(value)

    gone = read_once()
    gc.collect()
    assert gone() is None
    assert a.targets == {}


# Random graphs against a model that computes everything anew.

NODES = 6


@st.composite
def graphs(draw):
    """Give for each node its kind and which earlier nodes it adds up, under a condition."""
    return [
        (draw(st.integers(0, 2 * (at + 2))), draw(st.lists(st.integers(0, at + 1), max_size=3)))
        for at in range(NODES)
    ]


def model(values, graph):
    """Return the value of every node."""
    known = list(values)
    for condition, sources in graph:
        known.append(add(condition, sources, known.__getitem__))
    return known


def add(condition, sources, value):
    # Reading depends on what was read before, so that dependencies change.
    total = 0
    for source in sources:
        total += value(source)
        if total % 5 == condition % 5:
            break
    return total % 7


WRITES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4)), max_size=3)


class Graph:
    """A random graph of computeds, and effects that watch some of its nodes."""

    def __init__(self, graph, watched):
        self.roots = [signal(1), signal(2)]
        self.nodes = list(self.roots)
        self.computed = 0
        self.seen = [[] for _ in watched]
        for condition, sources in graph:
            self.nodes.append(computed(lambda c=condition, s=sources: self.compute(c, s)))
        self.stops = [
            effect(lambda at=at: self.watch(at, watched[at])) for at in range(len(watched))
        ]

    def compute(self, condition, sources):
        self.computed += 1
        return add(condition, sources, lambda at: self.nodes[at].value)

    def watch(self, at, node):
        self.seen[at].append(self.nodes[node].value)

    def write(self, writes):
        for which, value in writes:
            self.roots[which].value = value


@settings(max_examples=300, deadline=None)
@given(
    graphs(),
    st.lists(st.tuples(WRITES, st.integers(0, 9)), max_size=6),
    st.lists(st.integers(2, NODES + 1), min_size=1, max_size=4),
)
def test_random_graphs_are_never_wrong(graph, batches, watched):
    tried = Graph(graph, watched)
    expected = [[model([1, 2], graph)[node]] for node in watched]
    stopped = set()
    for writes, stop in batches:
        if stop < len(watched):
            tried.stops[stop]()
            stopped.add(stop)
        tried.computed = 0
        batch(lambda writes=writes: tried.write(writes))
        now = model([one.peek() for one in tried.roots], graph)
        for at, node in enumerate(watched):
            # An effect runs exactly where its value has changed.
            if at not in stopped and now[node] != expected[at][-1]:
                expected[at].append(now[node])
        assert tried.seen == expected
        assert tried.computed <= NODES
        assert [one.peek() for one in tried.nodes] == now
    for stop in tried.stops:
        stop()
    assert [root.targets for root in tried.roots] == [{}, {}]
