// The way from the browser into Python.

const $B = globalThis.__BRYTHON__;

// Call a Python function from an event. It begins with an empty frame stack: on Brython's lies
// still what a coroutine that was last resumed had come through, and that has no part in this.
// Afterwards it is as before, also when the function fails: Python itself may have caused the
// event, by moving the focus, say.
export function enter(fn, ...args) {
  const frame = $B.frame_obj;
  $B.frame_obj = null;
  try {
    return $B.$call(fn, ...args);
  } finally {
    $B.frame_obj = frame;
  }
}
