"""Random graphs of signals against a model that computes everything anew; here and in the page."""

from qiao.signals import batch, computed, effect, signal

NODES = 6


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


def check(graph, batches, watched):
    """Build a graph, write to it in batches, and assert that all is as the model says.

    `graph` says for each node under which condition it stops, and which earlier nodes it adds up;
    `batches` are writes (which root, value) and an effect to stop before; `watched` are the nodes
    that effects watch.
    """
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
