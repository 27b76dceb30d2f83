"""`itertools`."""

# fmt: off
import itertools as it

print(list(it.islice(it.count(), 3)), list(it.islice(it.count(5, -2), 3)), [*it.islice(it.count(0.5), 2)], [*it.islice(it.cycle("ab"), 5)], [*it.cycle([])])
print([*it.repeat(7, 2)], [*it.repeat(7, 0)], [*it.islice(it.repeat(1), 2)], [*map(pow, [2, 3], it.repeat(2))], [*it.repeat(object=1, times=1)])
print([*it.accumulate([1, 2, 3])], [*it.accumulate("abc")], [*it.accumulate([3, 1, 4], max)], [*it.accumulate([1, 2], initial=10)], [*it.accumulate([])], [*it.accumulate([], initial=1)], [*it.accumulate([1], initial=None)])
print([*it.chain("ab", [1], ())], [*it.chain()], [*it.chain.from_iterable(["ab", "c"])], next(it.chain("x")), [*it.chain(*["ab", "cd"])])
print([*it.compress("abcd", [1, 0, 1])], [*it.dropwhile(lambda x: x < 3, [1, 3, 2])], [*it.takewhile(lambda x: x < 3, [1, 3, 2])], [*it.filterfalse(lambda x: x % 2, range(5))], [*it.filterfalse(None, [0, 1])])
print([(key, [*items]) for key, items in it.groupby("aabbbca")], [(key, [*items]) for key, items in it.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], [key for key, _ in it.groupby("aab")], [*it.groupby([])])
rows = [*it.groupby("aab")]
print([[*items] for _, items in rows])
print([*it.islice("abcdef", 2)], [*it.islice("abcdef", 2, 4)], [*it.islice("abcdef", 1, None, 2)], [*it.islice("abc", None)], [*it.islice("abc", 0)], [*it.islice("abc", 5)], [*it.islice("abcdef", 3, 1)])
source = iter("abcdef")
print([*it.islice(source, 2)], [*it.islice(source, 1, 2)], [*source])
print([*it.pairwise("abcd")], [*it.pairwise("a")], [*it.starmap(pow, [(2, 3), (3, 2)])], [*it.zip_longest("abc", "x", fillvalue="-")], [*it.zip_longest("a", "bc")], [*it.zip_longest()])
one, two = it.tee(iter("abc"))
print(next(one), next(one), [*two], [*one], [[*x] for x in it.tee("ab", 3)])
print([*it.product("ab", [1, 2])], [*it.product([0, 1], repeat=2)], [*it.product()], [*it.product("ab", [])], len([*it.product("abc", repeat=4)]))
print([*it.permutations("abc", 2)], [*it.permutations(range(3))], [*it.permutations("ab", 3)], [*it.permutations([], 0)])
print([*it.combinations("abcd", 2)], [*it.combinations("ab", 3)], [*it.combinations("ab", 0)], [*it.combinations_with_replacement("ab", 3)], len([*it.combinations(range(10), 5)]))
for wrong in (lambda: it.islice("abc", -1), lambda: it.islice("abc", 0, 1, 0)):
    try:
        print(list(wrong()))
    except ValueError:
        print("ValueError")
