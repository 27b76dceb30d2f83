// The address bar, the steps that back and forward take, and the links that lead on.

import { enter } from "./enter.js";

const $B = globalThis.__BRYTHON__;
const None = $B.builtins.None;

// Addresses.

export function address() {
  return $B.String(location.pathname + location.search);
}

export function pathname() {
  return $B.String(decoded(location.pathname));
}

export function path_of(url) {
  return $B.String(decoded(new URL(url, location.href).pathname));
}

export function hash_of(url) {
  return $B.String(new URL(url, location.href).hash);
}

export function absolute(path) {
  return $B.String(new URL(path, location.href).href);
}

export function query_value(url, name) {
  return $B.String(new URL(url, location.href).searchParams.get(name) ?? "");
}

// A parameter of the address that is shown; None when it is absent.
export function own_value(name) {
  const value = new URL(location.href).searchParams.get(String(name));
  return value === null ? None : $B.String(value);
}

// Whether a step to `url` is one to somewhere else.
export function differs(url) {
  return new URL(url, location.href).href !== location.href;
}

// The names of the parameters in which `url` differs from the address that is shown.
export function differences(url, shown) {
  const [one, other] = [new URL(url, location.href), new URL(shown, location.href)].map((at) => at.searchParams);
  const names = new Set([...one.keys(), ...other.keys()]);
  const differ = (name) => one.getAll(name).join("\0") !== other.getAll(name).join("\0");
  return $B.$list([...names].filter(differ).map((name) => $B.String(name)));
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

// Steps. Each has a key in its state; how far it was scrolled is kept by that key, for as long as
// the tab lives: on going back, the state that one leaves can't be written any more.

const KEPT = "qiao-scroll";
let step = "";
let scrolls = {};

function storage(use) {
  try {
    return use(sessionStorage);
  } catch (error) {
    // Refused by the person's settings, or full.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function newKey() {
  return Math.random().toString(36).slice(2);
}

// Give the step that is shown a key, if it has none.
function name() {
  step = history.state?.qiao ?? newKey();
  if (history.state?.qiao !== step) history.replaceState({ ...history.state, qiao: step }, "");
}

function keepScroll() {
  scrolls[step] = Math.round(scrollY);
}

export function push(url) {
  keepScroll();
  step = newKey();
  history.pushState({ qiao: step }, "", String(url));
  return None;
}

// Put parameters into the address: of this step, or of a new one.
export function write_query(values, pushed) {
  const url = new URL(location.href);
  for (const name of Object.keys(values)) {
    if (values[name] === None) url.searchParams.delete(name);
    else url.searchParams.set(name, String(values[name]));
  }
  const wanted = url.pathname + url.search + url.hash;
  if (wanted === location.pathname + location.search + location.hash) return None;
  if (pushed) return push(wanted);
  history.replaceState(history.state, "", wanted);
  return None;
}

// Call `fn` when what runs now is done.
export function soon(fn) {
  queueMicrotask(() => enter(fn));
  return None;
}

const RENEWED = "qiao-renewed";

// Take what the shell adds out of the address that is shown; return what it says of itself.
export function strip_shell() {
  const query = new URL(location.href).searchParams;
  strip_query("ticket", "lang", "host", "build", "shell", "again");
  return $B.String(query.has("shell") ? `${query.get("host")} ${query.get("shell")}` : "");
}

function strip_query(...names) {
  return write_query(Object.fromEntries(names.map((name) => [name, None])), false);
}

export function leave_for(url) {
  location.assign(String(url));
  return None;
}

// Fetch a document anew because the server lacks a file of this build; returns whether that is
// being done. Once for each build: where it does not help, nobody is sent in circles.
export function renew(url) {
  const { build } = document.documentElement.dataset;
  try {
    if (sessionStorage.getItem(RENEWED) === build) return false;
    sessionStorage.setItem(RENEWED, build);
  } catch {
    return false;
  }
  // An address with "#" that is shown already would only be scrolled to.
  if (String(url) === location.pathname + location.search + location.hash) location.reload();
  else location.assign(String(url));
  return true;
}

export function reload() {
  location.reload();
  return None;
}

export function scroll_to(top) {
  window.scrollTo(0, top);
  return None;
}

// To what the address names behind "#"; to the top if that is nothing.
export function scroll_to_hash(hash) {
  const target = hash.length > 1 ? document.getElementById(decoded(String(hash).slice(1))) : null;
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
  return None;
}

// Tell the page of links followed, of back and forward, and of fingers on their way to a link.
export function listen(follow, travel, prepare) {
  scrolls = JSON.parse(storage((store) => store.getItem(KEPT)) ?? "{}");
  name();
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => {
    keepScroll();
    storage((store) => store.setItem(KEPT, JSON.stringify(scrolls)));
    // The next document can't restore it before its own script runs.
    history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", () => {
    history.scrollRestoration = "manual";
  });
  addEventListener("popstate", () => {
    // A step without a key is one that the browser made itself, to another "#" of this page.
    const known = history.state?.qiao !== undefined;
    if (known) keepScroll();
    name();
    enter(travel, known ? (scrolls[step] ?? 0) : -1);
  });
  document.addEventListener("click", (event) => {
    // The browser itself goes to another "#". Asking how far it is scrolled lays the page out anew,
    // which any other tap need not wait for.
    if (event.target instanceof Element && event.target.closest("a[href]")) keepScroll();
    const link = ownLink(event);
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    enter(follow, $B.String(link.pathname + link.search + link.hash));
  });
  for (const early of ["pointerdown", "focusin"]) {
    document.addEventListener(
      early,
      (event) => {
        const link = ownLink(event);
        if (link) enter(prepare, $B.String(decoded(link.pathname)));
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
