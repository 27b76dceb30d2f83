"""`bisect`."""

# fmt: off
from bisect import bisect, bisect_left, bisect_right, insort, insort_left

rows = [1, 3, 3, 5]
print([(bisect_left(rows, x), bisect_right(rows, x), bisect(rows, x)) for x in range(7)], bisect_left(rows, 3, 2), bisect_right(rows, 3, 0, 2))
print(bisect_left(["a", "bb", "ccc"], 2, key=len), bisect_right([(1, "a"), (2, "b")], 1, key=lambda row: row[0]))
insort(rows, 4)
insort_left(rows, 3)
insort(rows, 0)
print(rows)
words = ["a", "ccc"]
insort(words, "bb", key=len)
print(words)
try:
    bisect([1], 1, lo=-1)
except ValueError as error:
    print(error)
