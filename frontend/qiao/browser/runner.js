// Runs coroutines, each in a scope that ends with a page, or a part of one: see ../tasks.py.

import { interruptible } from "./interruptible.js";

const $B = globalThis.__BRYTHON__;
const None = $B.builtins.None;

// A scope is an AbortController; its signal has the CancelledError that ends its tasks. It is that
// of an owner, or of none.
export function open_scope(owner) {
  const scope = new AbortController();
  if (owner !== None) owner.scope = scope;
  return scope;
}

// The scope that an owner is in: its own, or the nearest around it.
export function scope_of(owner) {
  for (let one = owner; one && one !== None; one = one.parent) if (one.scope) return one.scope;
  return None;
}

export function close_scope(scope, error) {
  scope.signal.cancelled = error;
  scope.abort();
  return None;
}

// Run a coroutine in a scope, or in none, which nothing ends; return what can be awaited of it.
export function run(coroutine, scope) {
  const outer = $B.task;
  const frame = $B.frame_obj;
  $B.task = scope === None || scope === undefined ? null : { signal: scope.signal, told: false };
  try {
    return $B.promise(coroutine);
  } finally {
    $B.task = outer;
    $B.frame_obj = frame;
  }
}

// Return what can be awaited of what a function returned: a coroutine, or anything else.
export function settled(result) {
  return result?.ob_type === $B.coroutine ? $B.promise(result) : Promise.resolve(result);
}

// Run coroutines side by side, as parts of the task that awaits them all.
export function gather(coroutines) {
  return Promise.all(Array.from(coroutines, (one) => $B.promise(one))).then((all) => $B.$list(all));
}

export function sleep(milliseconds) {
  return interruptible((resolve) => {
    const timer = setTimeout(() => resolve(None), milliseconds);
    return () => clearTimeout(timer);
  });
}
