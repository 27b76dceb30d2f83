"""`heapq`."""

# fmt: off
import heapq

heap = []
for number in [5, 2, 8, 1, 9, 3, 3, 7]:
    heapq.heappush(heap, number)
    print(heap)
while heap:
    print(heapq.heappop(heap), heap)
rows = [9, 4, 7, 1, 8, 2]
heapq.heapify(rows)
print(rows, heapq.heapreplace(rows, 5), rows, heapq.heappushpop(rows, 0), heapq.heappushpop(rows, 6), rows)
print(heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, [3, 1, 2]), heapq.nlargest(2, ["a", "ccc", "bb"], key=len), heapq.nsmallest(0, [1]), heapq.nsmallest(9, [2, 1]))
print([*heapq.merge([1, 4], [2, 3], [0, 9])], [*heapq.merge([3, 1], [2], reverse=True)], [*heapq.merge(["a", "ccc"], ["bb"], key=len)], [*heapq.merge()])
try:
    heapq.heappop([])
except IndexError:
    print("empty")
