// Random words of 32 bits, and what Python makes of them: CPython's own generator for a seed, so
// that a seeded one gives the same on both ends, and else what the browser has for keys.

import { $B, big, float, integer, raise } from "./_values.js";

/** The Mersenne Twister, seeded by an array of words as CPython does. */
function twister(key) {
  const state = new Uint32Array(624);
  const start = (seed) => {
    state[0] = seed;
    for (let i = 1; i < 624; i++) {
      state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  };
  start(19650218);
  let [i, j] = [1, 0];
  const step = (factor, added) => {
    const before = state[i - 1];
    state[i] = (state[i] ^ Math.imul(before ^ (before >>> 30), factor)) + added;
    if (++i === 624) [state[0], i] = [state[623], 1];
  };
  for (let k = Math.max(624, key.length); k; k--) {
    step(1664525, key[j] + j);
    if (++j === key.length) j = 0;
  }
  for (let k = 623; k; k--) step(1566083941, -i);
  state[0] = 0x80000000;

  let at = 624;
  const refill = () => {
    for (let k = 0; k < 624; k++) {
      const y = (state[k] & 0x80000000) | (state[(k + 1) % 624] & 0x7fffffff);
      state[k] = state[(k + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };
  return () => {
    if (at === 624) refill();
    let y = state[at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
}

function wordsOf(seed) {
  if (!$B.is_int(seed)) raise("TypeError", "In the page, a seed is an integer");
  let rest = big(seed);
  if (rest < 0n) rest = -rest;
  const words = [];
  do words.push(Number(rest & 0xffffffffn));
  while ((rest >>= 32n));
  return words;
}

/** Returns what `bits` and `unit` take: a source of words, seeded or not. */
export function source(seed) {
  if (seed !== $B.builtins.None) return { word: twister(wordsOf(seed)) };
  return { word: () => crypto.getRandomValues(new Uint32Array(1))[0] };
}

/** Returns a float from 0 up to 1. */
export function unit({ word }) {
  const [high, low] = [word() >>> 5, word() >>> 6];
  return float((high * 67108864 + low) / 9007199254740992);
}

/** Returns an integer of so many random bits. */
export function bits({ word }, count) {
  let left = Number(big(count));
  if (left < 0) raise("ValueError", "number of bits must be non-negative");
  if (left === 0) return 0;
  if (left <= 32) return word() >>> (32 - left);
  let found = 0n;
  for (let shift = 0n; left > 0; left -= 32, shift += 32n) {
    found |= BigInt(left < 32 ? word() >>> (32 - left) : word()) << shift;
  }
  return integer(found);
}
