// The standard `math` for pages. Sines and logarithms are the browser's: their last digit may be
// another one than the server's.

import { $B, _b_, big, float, integer, raise, real, split, unnamed } from "./_values.js";

export const pi = float(Math.PI);
export const e = float(Math.E);
export const tau = float(2 * Math.PI);
export const inf = float(Infinity);
export const nan = float(NaN);

const domain = () => raise("ValueError", "math domain error");
const range = () => raise("OverflowError", "math range error");

/** Returns a function of Python that takes floats. What is not a number by itself is an error. */
function ofFloats(compute) {
  return unnamed((...args) => {
    if (args.length !== compute.length) {
      raise("TypeError", `expected ${compute.length} arguments, got ${args.length}`);
    }
    const numbers = args.map(real);
    const result = compute(...numbers);
    if (Number.isNaN(result) && !numbers.some(Number.isNaN)) domain();
    if (!Number.isFinite(result) && numbers.every(Number.isFinite)) range();
    return float(result);
  });
}

export const sqrt = /* @__PURE__ */ ofFloats((x) => Math.sqrt(x));
export const cbrt = /* @__PURE__ */ ofFloats((x) => Math.cbrt(x));
export const exp = /* @__PURE__ */ ofFloats((x) => Math.exp(x));
export const exp2 = /* @__PURE__ */ ofFloats((x) => 2 ** x);
export const expm1 = /* @__PURE__ */ ofFloats((x) => Math.expm1(x));
export const fabs = /* @__PURE__ */ ofFloats((x) => Math.abs(x));
export const sin = /* @__PURE__ */ ofFloats((x) => Math.sin(x));
export const cos = /* @__PURE__ */ ofFloats((x) => Math.cos(x));
export const tan = /* @__PURE__ */ ofFloats((x) => Math.tan(x));
export const asin = /* @__PURE__ */ ofFloats((x) => Math.asin(x));
export const acos = /* @__PURE__ */ ofFloats((x) => Math.acos(x));
export const atan = /* @__PURE__ */ ofFloats((x) => Math.atan(x));
export const atan2 = /* @__PURE__ */ ofFloats((y, x) => Math.atan2(y, x));
export const sinh = /* @__PURE__ */ ofFloats((x) => Math.sinh(x));
export const cosh = /* @__PURE__ */ ofFloats((x) => Math.cosh(x));
export const tanh = /* @__PURE__ */ ofFloats((x) => Math.tanh(x));
export const asinh = /* @__PURE__ */ ofFloats((x) => Math.asinh(x));
export const acosh = /* @__PURE__ */ ofFloats((x) => Math.acosh(x));
export const atanh = /* @__PURE__ */ ofFloats((x) => (Math.abs(x) === 1 ? NaN : Math.atanh(x)));
export const degrees = /* @__PURE__ */ ofFloats((x) => x * (180 / Math.PI));
export const radians = /* @__PURE__ */ ofFloats((x) => x * (Math.PI / 180));
export const log1p = /* @__PURE__ */ ofFloats((x) => (x > -1 ? Math.log1p(x) : NaN));
export const fmod = /* @__PURE__ */ ofFloats((x, y) => (Number.isFinite(x) && Math.abs(y) === Infinity ? x : x % y));
export const copysign = /* @__PURE__ */ ofFloats((x, y) => sign(y) * Math.abs(x));

const sign = (x) => (x < 0 || Object.is(x, -0) ? -1 : 1);

export const pow = /* @__PURE__ */ unnamed((x, y) => {
  const [base, power] = [real(x), real(y)];
  // Python follows C here, JavaScript does not.
  if (base === 1 || power === 0 || (base === -1 && Math.abs(power) === Infinity)) return float(1);
  if (base === 0 && power < 0 && power !== -Infinity) domain();
  const result = base ** power;
  if (Number.isNaN(result) && !Number.isNaN(base) && !Number.isNaN(power)) domain();
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(power)) range();
  return float(result);
});

export const hypot = /* @__PURE__ */ unnamed((...args) => {
  return float(Math.hypot(...args.map(real)));
});

export const dist = /* @__PURE__ */ unnamed((p, q) => {
  const [from, to] = [p, q].map((point) => [...$B.make_js_iterator(point)].map(real));
  if (from.length !== to.length) {
    raise("ValueError", "both points must have the same number of dimensions");
  }
  return float(Math.hypot(...from.map((x, at) => x - to[at])));
});

/** Takes a logarithm of a number, or of an integer of any size. */
function logarithm(value, ofNumber, ofTwo) {
  if ($B.is_int(value)) {
    let whole = big(value);
    const beyond = whole.toString(2).length - 1000;
    if (whole > 0n && beyond > 0) return ofNumber(Number(whole >> BigInt(beyond))) + beyond * ofTwo;
  }
  const number = real(value);
  if (number <= 0) domain();
  return ofNumber(number);
}

const natural = (value) => logarithm(value, Math.log, Math.LN2);
export const log2 = /* @__PURE__ */ unnamed((value) => float(logarithm(value, Math.log2, 1)));
export const log10 = /* @__PURE__ */ unnamed((value) => float(logarithm(value, Math.log10, Math.log10(2))));

export const log = /* @__PURE__ */ unnamed((value, base) => {
  const result = natural(value);
  if (base === undefined) return float(result);
  const divisor = natural(base);
  if (divisor === 0) raise("ZeroDivisionError", "division by zero");
  return float(result / divisor);
});

/** Returns a function that rounds to an integer: by a method of the value, or as a float. */
function rounding(name, round) {
  return unnamed((value) => {
    if ($B.is_int(value)) return integer($B.PyNumber_Index(value));
    if (value?.ob_type !== _b_.float) {
      const kind = $B.get_class(value);
      const method = $B.$getattr(kind, name, null);
      if (method !== null) return $B.$call(method, value);
      if (round === Math.trunc) {
        raise("TypeError", `type ${kind.tp_name} doesn't define __trunc__ method`);
      }
    }
    const number = real(value);
    if (Number.isNaN(number)) raise("ValueError", "cannot convert float NaN to integer");
    if (!Number.isFinite(number)) {
      raise("OverflowError", "cannot convert float infinity to integer");
    }
    return integer(round(number));
  });
}

export const ceil = /* @__PURE__ */ rounding("__ceil__", Math.ceil);
export const floor = /* @__PURE__ */ rounding("__floor__", Math.floor);
export const trunc = /* @__PURE__ */ rounding("__trunc__", Math.trunc);

export const isfinite = /* @__PURE__ */ unnamed((x) => Number.isFinite(real(x)));
export const isinf = /* @__PURE__ */ unnamed((x) => Math.abs(real(x)) === Infinity);
export const isnan = /* @__PURE__ */ unnamed((x) => Number.isNaN(real(x)));

export function isclose(...args) {
  const [[x, y], { rel_tol, abs_tol }] = split(args);
  const [a, b] = [real(x), real(y)];
  const relative = rel_tol === undefined ? 1e-9 : real(rel_tol);
  const absolute = abs_tol === undefined ? 0 : real(abs_tol);
  if (relative < 0 || absolute < 0) raise("ValueError", "tolerances must be non-negative");
  if (a === b) return true;
  const apart = Math.abs(a - b);
  if (apart === Infinity || Number.isNaN(apart)) return false;
  return apart <= relative * Math.abs(a) || apart <= relative * Math.abs(b) || apart <= absolute;
}

export const modf = /* @__PURE__ */ unnamed((value) => {
  const x = real(value);
  const whole = Math.trunc(x);
  const rest = Number.isFinite(x) ? Math.abs(x - whole) : Number.isNaN(x) ? NaN : 0;
  return $B.fast_tuple([float(sign(x) * rest), float(whole)]);
});

export const frexp = /* @__PURE__ */ unnamed((value) => {
  let [x, exponent] = [real(value), 0];
  if (x !== 0 && Number.isFinite(x)) {
    for (; Math.abs(x) >= 1; exponent++) x /= 2;
    for (; Math.abs(x) < 0.5; exponent--) x *= 2;
  }
  return $B.fast_tuple([float(x), exponent]);
});

export const ldexp = /* @__PURE__ */ unnamed((value, power) => {
  let [x, left] = [real(value), Number($B.PyNumber_Index(power))];
  if (x === 0 || !Number.isFinite(x)) return float(x);
  // In steps: 2 ** left may be beyond all floats though the result is not.
  for (; left > 1000 && Number.isFinite(x); left -= 1000) x *= 2 ** 1000;
  for (; left < -1000 && x !== 0; left += 1000) x /= 2 ** 1000;
  x *= 2 ** Math.max(-1000, Math.min(1000, left));
  return Number.isFinite(x) ? float(x) : range();
});

// -- integers

function greatestDivisor(a, b) {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

export const gcd = /* @__PURE__ */ unnamed((...args) => integer(args.map(big).reduce(greatestDivisor, 0n)));

export const lcm = /* @__PURE__ */ unnamed((...args) => {
  const least = (a, b) => (a && b ? (a / greatestDivisor(a, b)) * b : 0n);
  const found = args.map(big).reduce(least, 1n);
  return integer(found < 0n ? -found : found);
});

/** Returns first * (first + 1) * … * last. */
function product(first, last) {
  let found = 1n;
  for (let factor = first; factor <= last; factor++) found *= factor;
  return found;
}

function countOf(value, name) {
  const count = big(value);
  if (count < 0n) raise("ValueError", `${name} must be a non-negative integer`);
  return count;
}

export const factorial = /* @__PURE__ */ unnamed((value) => {
  const n = big(value);
  if (n < 0n) raise("ValueError", "factorial() not defined for negative values");
  return integer(product(1n, n));
});

export const perm = /* @__PURE__ */ unnamed((of, chosen = _b_.None) => {
  const n = countOf(of, "n");
  const k = chosen === _b_.None ? n : countOf(chosen, "k");
  return k > n ? 0 : integer(product(n - k + 1n, n));
});

export const comb = /* @__PURE__ */ unnamed((of, chosen) => {
  const n = countOf(of, "n");
  let k = countOf(chosen, "k");
  if (k > n) return 0;
  if (k > n - k) k = n - k;
  return integer(product(n - k + 1n, n) / product(1n, k));
});

export const isqrt = /* @__PURE__ */ unnamed((value) => {
  const n = big(value);
  if (n < 0n) raise("ValueError", "isqrt() argument must be nonnegative");
  let root = BigInt(Math.floor(Math.sqrt(Number(n > 2n ** 1000n ? 0n : n))));
  if (n > 2n ** 1000n) root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    if (root * root <= n && (root + 1n) * (root + 1n) > n) return integer(root);
    root = root ? (root + n / root) >> 1n : 1n;
  }
});

// -- many at once

export function prod(...args) {
  const [[values], { start = 1 }] = split(args);
  let found = start;
  for (const value of $B.make_js_iterator(values)) found = $B.rich_op("__mul__", found, value);
  return found;
}

export const fsum = /* @__PURE__ */ unnamed((values) => {
  // Shewchuk: parts of the sum that do not overlap, so that nothing is lost before the end.
  let parts = [];
  let special = 0;
  for (const value of $B.make_js_iterator(values)) {
    let x = real(value);
    if (!Number.isFinite(x)) {
      if (x + special !== x + special && !Number.isNaN(x) && !Number.isNaN(special)) {
        raise("ValueError", "-inf + inf in fsum");
      }
      special += x;
      continue;
    }
    const kept = [];
    for (let y of parts) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low) kept.push(low);
      x = high;
    }
    if (!Number.isFinite(x)) raise("OverflowError", "intermediate overflow in fsum");
    parts = [...kept, x];
  }
  if (special !== 0) return float(special);
  let high = parts.pop() ?? 0;
  let low = 0;
  while (parts.length) {
    const [x, y] = [high, parts.pop()];
    high = x + y;
    low = y - (high - x);
    if (low) break;
  }
  // Half of the last digit: to even, unless the rest says on which side the sum lies.
  const rest = parts[parts.length - 1];
  if (low && rest && low < 0 === rest < 0) {
    const twice = low * 2;
    const next = high + twice;
    if (twice === next - high) high = next;
  }
  return float(high + 0);
});
