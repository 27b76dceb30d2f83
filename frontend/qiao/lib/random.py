"""The standard `random` for pages. A seeded generator gives what CPython's gives."""

from _random import bits, source, unit


class Random:
    """A generator of random numbers; without a seed, the browser's."""

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None):
        self._source = source(a)

    def random(self):
        return unit(self._source)

    def getrandbits(self, k):
        return bits(self._source, k)

    def _below(self, n):
        count = n.bit_length()
        found = self.getrandbits(count)
        while found >= n:
            found = self.getrandbits(count)
        return found

    def randrange(self, start, stop=None, step=1):
        places = range(start) if stop is None else range(start, stop, step)
        if not places:
            raise ValueError(f"empty range for randrange() ({places.start}, {places.stop})")
        return places[self._below(len(places))]

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        count = len(population)
        if cum_weights is None and weights is None:
            return [population[int(self.random() * count)] for _ in range(k)]
        if cum_weights is None:
            total, cum_weights = 0, []
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != count:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if not 0.0 < total < float("inf"):
            raise ValueError("Total of weights must be greater than zero, and finite")
        return [population[_place(cum_weights, self.random() * total)] for _ in range(k)]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, "__getitem__"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            repeated = []
            for one, count in zip(population, counts, strict=True):
                repeated += [one] * count
            population = repeated
        count = len(population)
        if not 0 <= k <= count:
            raise ValueError("Sample larger than population or is negative")
        few = 21
        if k > 5:
            size = 4
            while size < k * 3:
                size *= 4
            few += size
        if count <= few:
            pool, found = list(population), []
            for i in range(k):
                j = self._below(count - i)
                found.append(pool[j])
                pool[j] = pool[count - i - 1]
            return found
        places = {}
        while len(places) < k:
            places[self._below(count)] = True
        return [population[at] for at in places]


class SystemRandom(Random):
    """The browser's generator, whatever the seed."""

    def seed(self, a=None):
        super().seed()


def _place(cumulated, value):
    """Return the first place whose sum is above `value`, the last place if none is."""
    low, high = 0, len(cumulated) - 1
    while low < high:
        middle = (low + high) // 2
        if value < cumulated[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_shared = Random()
random = _shared.random
getrandbits = _shared.getrandbits
randrange = _shared.randrange
randint = _shared.randint
uniform = _shared.uniform
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
