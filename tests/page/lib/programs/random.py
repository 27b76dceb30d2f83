"""`random`: a seeded generator gives the same everywhere, the others what they promise."""

import random
from random import Random

for seed in (0, 1, 42, -42, 2**31, 2**32, 2**64 + 7, 10**60):
    one = Random(seed)
    print(seed, [one.random() for _ in range(3)], [one.getrandbits(k) for k in (1, 7, 32, 33, 80)])
    print([one.randrange(*of) for of in [(10,), (5, 9), (10, 0, -3), (2**70,), (-5, 5)]])
    print([one.randint(1, 6) for _ in range(12)], one.uniform(2, 3), one.uniform(3, -3))
    rows = list(range(20))
    print(one.choice(rows), one.choice("a桥c"), one.choices(rows, k=5))
    print(one.choices("abc", [1, 2, 3], k=8), one.choices("abc", cum_weights=[1, 3, 6], k=8))
    print(one.shuffle(rows), rows, one.sample(rows, 6), one.sample("abcdefg", 7))
    print(one.sample(range(10**6), 8), one.sample(["a", "b"], counts=[3, 2], k=4))

many = Random(7)
print(sum(many.getrandbits(32) for _ in range(2000)), many.random())
many.seed(7)
print(many.random(), Random(True).random() == Random(1).random())


def refusal(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


one = Random(3)
print(refusal(lambda: one.choice([])), refusal(lambda: one.randrange(3, 3)))
print(refusal(lambda: one.sample([1, 2], 3)), refusal(lambda: one.sample({1, 2}, 1)))
print(refusal(lambda: one.choices("ab", [1])), refusal(lambda: one.choices("ab", [0, 0])))
print(refusal(lambda: one.choices("ab", [1, 1], cum_weights=[1, 2])), one.choices("ab", k=0))
print(refusal(lambda: one.getrandbits(-1)), one.getrandbits(0))

print(all(0 <= random.random() < 1 for _ in range(500)))
print({random.randint(1, 3) for _ in range(500)} == {1, 2, 3})
print({random.choice("ab") for _ in range(200)} == {"a", "b"}, 2 <= random.uniform(2, 3) <= 3)
print({random.randrange(0, 9, 4) for _ in range(300)} == {0, 4, 8}, random.getrandbits(64) < 2**64)
cards = list(range(52))
random.shuffle(cards)
print(sorted(cards) == list(range(52)), cards != list(range(52)))
print(sorted(random.sample(cards, 52)) == sorted(cards), len(set(random.choices(cards, k=400))) > 9)
print(Random().random() != Random().random(), 0 <= random.SystemRandom(5).random() < 1)
