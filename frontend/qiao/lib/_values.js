// Python's numbers and arguments, for the standard modules that are written in JavaScript.

export const $B = globalThis.__BRYTHON__;
export const _b_ = $B.builtins;

export function raise(kind, message) {
  throw $B.$call(_b_[kind], $B.String(message));
}

/** Returns a JavaScript number for a float, an integer, or what has __float__ or __index__. */
export function real(value) {
  if (typeof value === "number") return value;
  if (value?.ob_type === _b_.float) return value.value;
  if (!$B.is_int(value)) {
    const kind = $B.get_class(value);
    const known = ["__float__", "__index__"].some((name) => $B.$getattr(kind, name, null) !== null);
    if (!known) raise("TypeError", `must be real number, not ${$B.class_name(value)}`);
    return $B.float_value(_b_.float.$factory(value)).value;
  }
  const number = Number($B.int_value(value));
  if (!Number.isFinite(number)) raise("OverflowError", "int too large to convert to float");
  return number;
}

export const float = (number) => $B.fast_float(number);

/** Returns a BigInt for what Python takes as an integer. */
export function big(value) {
  return BigInt($B.PyNumber_Index(value));
}

/** Returns Python's integer for a BigInt or a whole number. */
export function integer(whole) {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : BigInt(whole);
}

/** Splits the arguments of a call from Python in those by place and an object of those by name. */
export function split(args) {
  const last = args[args.length - 1];
  if (!last?.$kw) return [args, {}];
  return [args.slice(0, -1), $B.parse_kwargs(last.$kw, "")];
}

/** Returns a function for Python that takes no arguments by name: `f(*args, **{})` gives none. */
export function unnamed(compute) {
  return (...args) => {
    const [values, names] = split(args);
    const name = Object.keys(names)[0];
    if (name) raise("TypeError", `got an unexpected keyword argument '${name}'`);
    return compute(...values);
  };
}
