// The browser around the page: addresses, requests, scripts, messages. No tree, no signals.

import { interruptible } from "./interruptible.js";
import { report } from "./reports.js";
import { run, scope_of } from "./runner.js";

export { close_scope, gather, open_scope, run, settled, sleep } from "./runner.js";
export { log, record, report, set_notice } from "./reports.js";

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

// Run a coroutine that nobody awaits, in the scope of an owner; anything else is left alone. Its
// failure is reported.
export function start(result, owner) {
  if (result === undefined || result === None || result.ob_type !== $B.coroutine) return None;
  run(result, scope_of(owner)).catch((error) => {
    if ($B.class_name(error) !== "CancelledError") report(error);
  });
  return None;
}

// Leave a mark in the browser's timeline, for developer tools and for `build.py bench`.
export function mark(name) {
  // Also where tests and styles can see it.
  document.documentElement.dataset[name] = "";
  performance.mark(String(name));
  return None;
}

// A request that takes longer than this is given up: a person has long lost patience.
const PATIENCE = 20_000;

// Resolves to (status, text of the answer); (0, "") where no answer came. When the task that asks
// is cancelled, a question is given up; a write goes its way.
export function request(method, url, body, key) {
  const abort = new AbortController();
  const headers = { Accept: "application/json" };
  if (body !== "") headers["Content-Type"] = "application/json";
  if (key !== None) headers["Idempotency-Key"] = String(key);
  return interruptible((resolve, reject) => {
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    const answered = async () => {
      try {
        const answer = await fetch(String(url), {
          method,
          headers,
          body: body === "" ? undefined : String(body),
          signal: abort.signal,
          cache: "no-store",
        });
        return $B.fast_tuple([answer.status, $B.String(await answer.text())]);
      } catch (error) {
        if (error instanceof TypeError || error.name === "AbortError") return $B.fast_tuple([0, ""]);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    };
    answered().then(resolve, reject);
    return () => {
      if (String(method) === "GET") abort.abort();
    };
  });
}

// By address: whether it loaded. The document's own scripts are there already.
const scripts = new Map(
  Array.from(document.scripts, (script) => [script.getAttribute("src"), Promise.resolve(true)]),
);

// Load a script once. Resolves to false when it can't be had; the next try asks again.
export function load_script(src) {
  if (!scripts.has(src)) {
    const loading = new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = src;
      script.onload = () => resolve(true);
      script.onerror = () => {
        scripts.delete(src);
        script.remove();
        resolve(false);
      };
      document.head.append(script);
    });
    scripts.set(src, loading);
  }
  return scripts.get(src);
}

// Load a script when somebody touches the page: it may be what they are going to need.
export function load_at_first_touch(src) {
  addEventListener("pointerdown", () => load_script(src), { once: true, passive: true });
  return None;
}

export function island() {
  return $B.String(document.getElementById("qiao-data").textContent);
}

export function root() {
  return document.getElementById("root");
}

export function set_title(title) {
  document.title = String(title);
  return None;
}

export function set_pending(pending) {
  document.documentElement.classList.toggle("pending", pending);
  return None;
}

// After a page came by itself: a screen reader reads its heading, the keyboard starts there.
export function focus_heading() {
  const heading = root().querySelector("h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  return None;
}

export function focus_first_wrong() {
  const wrong =
    root().querySelector('[aria-invalid="true"]') ?? root().querySelector(".form-problem p");
  if (wrong) {
    if (wrong.tabIndex < 0) wrong.tabIndex = -1;
    wrong.focus();
    wrong.scrollIntoView({ block: "center" });
  }
  return None;
}

// What a form had to say is read by a screen reader, and in sight.
export function focus_told() {
  const told = root().querySelector('[role="status"]:not(:empty)');
  if (told) {
    told.tabIndex = -1;
    told.focus();
  }
  return None;
}

export function random_hex(count) {
  const values = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(values, (value) => value.toString(16).padStart(2, "0")).join("");
}

// Texts kept on this device, for a day. A browser that allows none has none.

const DAY = 24 * 60 * 60 * 1000;

function storage(use) {
  try {
    return use(localStorage);
  } catch (error) {
    // Refused by the person's settings, or full.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function kept(name) {
  const text = storage((store) => store.getItem(String(name)));
  if (!text) return "";
  const at = text.indexOf(" ");
  return Date.now() - Number(text.slice(0, at)) < DAY ? $B.String(text.slice(at + 1)) : "";
}

export function keep(name, text) {
  storage((store) => store.setItem(String(name), `${Date.now()} ${text}`));
  return None;
}

export function forget(name) {
  storage((store) => store.removeItem(String(name)));
  return None;
}
