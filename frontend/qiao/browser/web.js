// The browser around the page: addresses, requests, scripts, messages. No tree, no signals.

import { enter } from "./enter.js";
import { report } from "./reports.js";

export { log, report, set_notice } from "./reports.js";

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

// A request that takes longer than this is given up: a person has long lost patience.
const PATIENCE = 20_000;

// Run a coroutine; anything else is left alone. Its failure is reported.
export function start(result) {
  if (result === undefined || result === None || result.ob_type !== $B.coroutine) return None;
  const frame = $B.frame_obj;
  $B.promise(result).catch(report);
  $B.frame_obj = frame;
  return None;
}

// Leave a mark in the browser's timeline, for developer tools and for `build.py bench`.
export function mark(name) {
  // Also where tests and styles can see it.
  document.documentElement.dataset[name] = "";
  performance.mark(String(name));
  return None;
}

// Resolves to (status, text of the answer); (0, "") where no answer came.
export async function request(method, url, body, key) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  const headers = { Accept: "application/json" };
  if (body !== "") headers["Content-Type"] = "application/json";
  if (key !== None) headers["Idempotency-Key"] = String(key);
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

export function island() {
  return $B.String(document.getElementById("qiao-data").textContent);
}

export function root() {
  return document.getElementById("root");
}

export function address() {
  return $B.String(location.pathname + location.search);
}

export function pathname() {
  return $B.String(safeDecode(location.pathname));
}

export function path_of(url) {
  return $B.String(safeDecode(new URL(url, location.href).pathname));
}

export function absolute(path) {
  return $B.String(new URL(path, location.href).href);
}

export function query_value(url, name) {
  return $B.String(new URL(url, location.href).searchParams.get(name) ?? "");
}

function safeDecode(path) {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

export function set_title(title) {
  document.title = String(title);
  return None;
}

export function set_pending(pending) {
  document.documentElement.classList.toggle("pending", pending);
  return None;
}

export function leave_for(url) {
  location.assign(String(url));
  return None;
}

export function reload() {
  location.reload();
  return None;
}

// History: every entry remembers how far it was scrolled.

function keepScroll() {
  history.replaceState({ ...history.state, scroll: window.scrollY }, "");
}

export function push(url) {
  keepScroll();
  history.pushState({ scroll: 0 }, "", String(url));
  return None;
}

export function replace(url) {
  history.replaceState(history.state, "", String(url));
  return None;
}

// Take parameters that did their work out of the address, such as a login ticket.
export function strip_query(...names) {
  const url = new URL(location.href);
  let changed = false;
  for (const name of names) {
    if (url.searchParams.has(name)) {
      url.searchParams.delete(name);
      changed = true;
    }
  }
  if (changed) history.replaceState(history.state, "", url.pathname + url.search + url.hash);
  return None;
}

export function scroll_to(top) {
  window.scrollTo(0, top);
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

export function random_hex(bytes) {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, "0")).join("");
}

let pages = 0;

// A new page is shown: whoever sleeps for the old one never wakes.
export function turn_page() {
  pages += 1;
  return None;
}

export function sleep(milliseconds) {
  const mine = pages;
  return new Promise((resolve) => {
    setTimeout(() => {
      if (mine === pages) resolve(None);
    }, milliseconds);
  });
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

// Tell the page of links followed, of back and forward, and of fingers on their way to a link.
export function listen(follow, travel, prepare) {
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => {
    keepScroll();
    // The next document can't restore it before its own script runs.
    history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", () => {
    history.scrollRestoration = "manual";
  });
  addEventListener("popstate", (event) => {
    enter(travel, Math.round(event.state?.scroll ?? 0));
  });
  document.addEventListener("click", (event) => {
    const link = ownLink(event);
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    enter(follow, $B.String(link.pathname + link.search));
  });
  for (const early of ["pointerdown", "focusin"]) {
    document.addEventListener(
      early,
      (event) => {
        const link = ownLink(event);
        if (link) enter(prepare, $B.String(safeDecode(link.pathname)));
      },
      { passive: true },
    );
  }
  return None;
}

function ownLink(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.origin !== location.origin) return null;
  if (link.target || link.hasAttribute("download") || link.rel === "external") return null;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return null;
  return link;
}
