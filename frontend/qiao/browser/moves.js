// Which rows may stay when a list gets a new order: the longest run that is in order already.

// `before[i]` is where row i stood before, or -1 for a new one; returns the set of the i that
// need not move (longest increasing subsequence, by patience sorting, O(n log n)).
export function movesFor(before) {
  const piles = []; // index of the row on top of each pile
  const below = new Array(before.length);
  for (let at = 0; at < before.length; at++) {
    if (before[at] < 0) continue;
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before[piles[middle]] < before[at]) low = middle + 1;
      else high = middle;
    }
    below[at] = low > 0 ? piles[low - 1] : -1;
    piles[low] = at;
  }
  const stay = new Set();
  let at = piles.length ? piles[piles.length - 1] : -1;
  while (at >= 0) {
    stay.add(at);
    at = below[at];
  }
  return stay;
}
