// The web-view of a host: an iframe, watched from outside as a host watches its own.

import { t } from "./texts.js";
import { paint } from "./theme.js";

/** @typedef {import("./view.js").Emit} Emit */
/** @typedef {import("./view.js").Component} Component */

/**
 * What a web-view needs of the host around it.
 * @typedef {object} Around
 * @property {import("./log.js").Log} log
 * @property {import("./settings.js").Settings} settings
 * @property {() => void} changed called when title, address or history differ
 */

const LOOK = 200; // Milliseconds; nothing tells of a title or address that a script has changed.

/** @implements {Component} */
export class WebView {
  /**
   * @param {Emit} emit
   * @param {Around} around
   */
  constructor(emit, around) {
    this.emit = emit;
    this.around = around;
    this.node = document.createElement("web-view");
    /** @type {HTMLIFrameElement | null} */
    this.frame = null;
    /** Messages that are delivered when the page closes or is shared. @type {unknown[]} */
    this.messages = [];
    /** What the page may use of the JS-SDK, once its signature was right. @type {Set<string>} */
    this.verified = new Set();
    this.active = true;
    this.seen = "";
    this.timer = setInterval(() => this.look(), LOOK);
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  set(name, value) {
    if (name === "src") this.open(String(value));
    else this.node.setAttribute(name, String(value));
  }

  /**
   * @param {string} src
   */
  open(src) {
    const { settings, log } = this.around;
    const address = new URL(src);
    // A host asks for pages in the language it is set to; a frame always in that of the browser.
    address.searchParams.set("lang", settings.lang);
    this.frame?.remove();
    // A new frame each time, so that the history of the page begins with it.
    const frame = document.createElement("iframe");
    frame.title = t("The page in the web-view");
    frame.allow = "clipboard-write";
    if (settings.network === "off") {
      queueMicrotask(() => this.fail(src));
      return;
    }
    frame.src = address.href;
    frame.addEventListener("load", () => this.loaded(frame));
    log.add("shell", "page", "opens", withoutTicket(address));
    this.frame = frame;
    this.node.append(frame);
  }

  /**
   * @param {HTMLIFrameElement} frame
   */
  loaded(frame) {
    // A page that could not be loaded, or of another origin, shows no document.
    if (!frame.contentDocument || !frame.contentWindow) return this.fail(frame.src);
    this.verified.clear();
    this.paint();
    this.watchRequests(frame.contentWindow);
    this.look();
    this.emit("load", { src: this.address });
  }

  /**
   * @param {string} src
   */
  fail(src) {
    this.around.log.problem(`The web-view cannot open ${withoutTicket(new URL(src))}`);
    this.emit("error", { src });
  }

  paint() {
    const page = this.frame?.contentDocument;
    // A document that is just coming has no element yet; it is painted when it is loaded.
    if (!page?.documentElement) return;
    paint(page.styleSheets, this.around.settings.theme);
    page.documentElement.style.colorScheme = this.around.settings.theme;
  }

  /**
   * Tells what the page asks of the server, as its browser noted it.
   * @param {Window} view
   */
  watchRequests(view) {
    const { PerformanceObserver } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (view));
    const observer = new PerformanceObserver((list) => {
      for (const entry of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
        if (!["fetch", "xmlhttprequest"].includes(entry.initiatorType)) continue;
        const { pathname, search } = new URL(entry.name);
        const time = `${Math.round(entry.duration)} ms`;
        this.around.log.add("page", "server", `${pathname}${search}`, `${entry.responseStatus}, ${time}`);
      }
    });
    observer.observe({ type: "resource", buffered: true });
  }

  look() {
    const seen = `${this.address} ${this.title} ${this.canGoBack}`;
    if (seen === this.seen) return;
    this.seen = seen;
    this.around.changed();
  }

  get address() {
    return this.frame?.contentDocument ? String(this.frame.contentWindow?.location.href) : "";
  }

  get title() {
    return this.frame?.contentDocument?.title ?? "";
  }

  get canGoBack() {
    const view = this.frame?.contentDocument ? this.frame.contentWindow : null;
    // Without this API nobody can tell the frame's own history from that of the whole tab.
    return Boolean(view && "navigation" in view && /** @type {any} */ (view.navigation).canGoBack);
  }

  back() {
    this.frame?.contentWindow?.history.back();
  }

  /**
   * @param {unknown} message
   * @param {boolean} live whether the host delivers at once
   */
  take(message, live) {
    if (live) this.emit("message", message);
    else this.messages.push(message);
  }

  /**
   * Tells the page of something that the host sees.
   * @param {string} event
   * @param {unknown} detail
   */
  tell(event, detail) {
    this.frame?.contentWindow?.postMessage({ qiao: 1, event, detail }, location.origin);
  }

  deliver() {
    const data = this.messages.splice(0);
    if (data.length) this.emit("message", { data });
  }

  /** Nothing of it may be delivered any more. */
  forget() {
    this.messages = [];
  }

  /**
   * Whether the page can be seen, and not covered or in the background.
   * @param {boolean} active
   */
  setActive(active) {
    if (active === this.active) return;
    this.active = active;
    this.tell("onPageStateChange", { active });
  }

  /** The system takes the page's memory while something covers it: it begins anew. */
  kill() {
    const { address } = this;
    if (address) this.open(address);
  }

  dispose() {
    clearInterval(this.timer);
    this.deliver();
  }
}

/**
 * Tickets let people in, and logs are shown around.
 * @param {URL} address
 */
function withoutTicket(address) {
  const shown = new URL(address);
  if (shown.searchParams.has("ticket")) shown.searchParams.set("ticket", "…");
  return decodeURI(shown.pathname + shown.search + shown.hash);
}
