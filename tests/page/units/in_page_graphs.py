"""Random graphs in the page, whose signals are other code than the server's."""

from graphs import NODES, check


class Random:
    """The same numbers each time."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state // 65536 % limit


def test_random_graphs_are_never_wrong():
    for seed in range(150):
        random = Random(seed)
        graph = [
            (
                random.below(2 * at + 5),
                [random.below(at + 2) for _ in range(random.below(4))],
            )
            for at in range(NODES)
        ]
        batches = [
            (
                [(random.below(2), random.below(5)) for _ in range(random.below(4))],
                random.below(10),
            )
            for _ in range(random.below(7))
        ]
        watched = [2 + random.below(NODES) for _ in range(1 + random.below(4))]
        check(graph, batches, watched)
