"""Signals as only CPython can test them: who holds whom, and random graphs (see graphs.py)."""

import gc
import weakref

from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.signals import computed, effect, signal
from tests.unit.graphs import NODES, check


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


@st.composite
def graphs(draw):
    """Give for each node its kind and which earlier nodes it adds up, under a condition."""
    return [
        (draw(st.integers(0, 2 * (at + 2))), draw(st.lists(st.integers(0, at + 1), max_size=3)))
        for at in range(NODES)
    ]


WRITES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 4)), max_size=3)


@settings(max_examples=300, deadline=None)
@given(
    graphs(),
    st.lists(st.tuples(WRITES, st.integers(0, 9)), max_size=6),
    st.lists(st.integers(2, NODES + 1), min_size=1, max_size=4),
)
def test_random_graphs_are_never_wrong(graph, batches, watched):
    check(graph, batches, watched)
