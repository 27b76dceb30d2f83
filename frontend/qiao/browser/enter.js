// The way from the browser into Python.

const $B = globalThis.__BRYTHON__;

// Call a Python function from an event: Brython's frame stack must be as before afterwards,
// also when it fails, or tracebacks and the recursion count go wrong.
export function enter(fn, ...args) {
  const frame = $B.frame_obj;
  try {
    return $B.$call(fn, ...args);
  } finally {
    $B.frame_obj = frame;
  }
}
