// What a coroutine waits for, so that cancelling its task ends the waiting.

const $B = globalThis.__BRYTHON__;

// Return a promise of what `begin(resolve, reject)` comes to. `begin` returns what to call when
// nobody waits any more. See `$resume` in compiler/javascript/support.js for tasks.
export function interruptible(begin) {
  const task = $B.task;
  return new Promise((resolve, reject) => {
    if (!task || task.told) {
      begin(resolve, reject);
      return;
    }
    const { signal } = task;
    const cancel = () => {
      task.told = true;
      reject(signal.cancelled);
    };
    if (signal.aborted) {
      cancel();
      return;
    }
    const settled = (settle) => (value) => {
      signal.removeEventListener("abort", stop);
      settle(value);
    };
    const letGo = begin(settled(resolve), settled(reject));
    function stop() {
      letGo();
      cancel();
    }
    signal.addEventListener("abort", stop, { once: true });
  });
}
