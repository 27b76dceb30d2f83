// The phone: runs the shell, shows its pages under the host's bar, and plays what the host does.

import { Runtime } from "./runtime.js";
import { confirm, one, scan, share } from "./sheets.js";
import { paint } from "./theme.js";
import { noteTicket } from "./tickets.js";
import { WebView } from "./webview.js";
import { wechat } from "./wechat.js";
import { alipay } from "./alipay.js";

/** @typedef {import("./log.js").Log} Log */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./runtime.js").Shell} Shell */

/** @type {Record<string, (host: import("./play.js").Host) => Record<string, Function>>} */
const HOSTS = { wx: wechat, my: alipay };

const WEB = "pages/web/web";

export class Phone {
  /**
   * @param {Shell} shell
   * @param {Settings} settings
   * @param {Log} log
   * @param {(user: string, path: string) => void} openAs another user opens a share card
   * @param {() => void} changed called when the page shows another address
   */
  constructor(shell, settings, log, openAs, changed) {
    this.shell = shell;
    this.settings = settings;
    this.log = log;
    this.openAs = openAs;
    this.changed = changed;
    /** @type {Runtime | null} */
    this.runtime = null;
    this.asked = "/";
    this.noted = "";
    this.events = new EventTarget();
    this.style = new CSSStyleSheet();
    this.style.replaceSync(shell.style);
    const content = one(document, "#content");
    // The shell's style sheet is for its own pages alone.
    this.pages = content.attachShadow({ mode: "open" });
    this.pages.adoptedStyleSheets = [base(), this.style];
    one(document, "#back").addEventListener("click", () => this.back());
    one(document, "#menu").addEventListener("click", () => this.share());
    addEventListener("message", (event) => this.receive(event));
  }

  /**
   * Starts the shell anew, at a path of the page.
   * @param {string} path
   */
  open(path) {
    this.asked = path;
    this.runtime?.stop();
    // A new one, as the shell before has left its listeners on it.
    this.events = new EventTarget();
    this.events.addEventListener("apply", () => this.open(this.path));
    this.paint();
    const host = {
      log: this.log,
      settings: this.settings,
      scan,
      confirm,
      events: this.events,
      runtime: () => /** @type {Runtime} */ (this.runtime),
    };
    this.runtime = new Runtime(this.shell, {
      functions: HOSTS[this.shell.api](host),
      // Where the page is, and who vouches for its users, differ here from the delivered shell.
      config: { page: location.origin, host: "preview" },
      components: (entry) => ({
        "web-view": (emit) => {
          const around = {
            log: this.log,
            settings: this.settings,
            changed: () => this.show(),
          };
          return (entry.webView = new WebView(emit, around));
        },
      }),
      fail: (problem) => this.log.problem(problem),
      changed: () => this.show(),
    });
    this.runtime.start(`/${WEB}?path=${encodeURIComponent(path)}`);
  }

  get webView() {
    return this.runtime?.top?.webView ?? null;
  }

  /** The path of the page in the lowest web-view, which stays while an action page lies above. */
  get path() {
    const address = this.runtime?.stack[0]?.webView?.address;
    // Without what the shell adds, as on a share card.
    return address ? this.runtime?.require("paths.js").sharedPath(address) : this.asked;
  }

  show() {
    const top = this.runtime?.top;
    if (!top) return;
    for (const entry of this.runtime?.stack ?? []) {
      // Appended once: a frame that moves loads anew.
      if (!entry.root.isConnected) this.pages.append(entry.root);
      entry.root.hidden = entry !== top;
    }
    one(document, "#title").textContent = this.webView?.title || this.shell.titles[top.route];
    one(document, "#back").hidden = !this.webView?.canGoBack && this.runtime?.stack.length === 1;
    one(document, "#menu").hidden = !top.page.onShareAppMessage;
    if (this.path !== this.noted) noteTicket(this.path, this.settings.user);
    this.noted = this.path;
    this.changed();
  }

  /** Light or dark, for the shell and the page in it. */
  paint() {
    const { theme } = this.settings;
    paint([this.style], theme);
    for (const entry of this.runtime?.stack ?? []) entry.webView?.paint();
    const { bar, text, ground } = this.shell.bars[theme];
    const { style } = one(document, "#screen");
    style.setProperty("--bar", bar);
    style.setProperty("--bar-text", text);
    style.setProperty("--ground", ground);
  }

  /** The host has fetched a newer version of the shell. */
  update() {
    this.events.dispatchEvent(new Event("update"));
  }

  back() {
    if (this.webView?.canGoBack) this.webView.back();
    else this.runtime?.navigateBack();
  }

  share() {
    const { runtime, webView } = this;
    if (!runtime?.top) return;
    webView?.deliver();
    const options = { from: "menu", webViewUrl: webView?.address };
    const made = runtime.call(runtime.top.page, "onShareAppMessage", options);
    if (!made) return;
    this.log.add("shell", "host", "share card", made);
    const path = decodeURIComponent(new URLSearchParams(made.path.split("?")[1]).get("path") ?? "/");
    const link = location.origin + path;
    share({ title: made.title, link, user: other(this.settings.user) }, (user) =>
      this.openAs(user, path),
    );
  }

  /**
   * What the page says to its host.
   * @param {MessageEvent} event
   */
  receive(event) {
    const { data, origin, source } = event;
    const sender = this.runtime?.stack.find(
      (entry) => entry.webView?.frame?.contentWindow === source,
    );
    if (origin !== location.origin || !sender || data?.qiao !== 1) return;
    const { runtime } = this;
    this.log.add("page", "host", data.type, withoutToken(data));
    try {
      if (data.type === "navigateTo") runtime?.navigateTo(data.url);
      else if (data.type === "redirectTo") runtime?.redirectTo(data.url);
      else if (data.type === "reLaunch") runtime?.reLaunch(data.url);
      else if (data.type === "navigateBack") runtime?.navigateBack(data.delta);
      else if (data.type === "postMessage") sender.webView?.take(data.data, this.shell.api === "my");
      else throw new Error(`The page asks its host for ${data.type}, which hosts don't know`);
    } catch (problem) {
      this.log.problem(problem);
    }
  }
}

/**
 * @param {object} data
 */
function withoutToken(data) {
  return JSON.stringify(data, null, 2).replace(/([?&]token=)[^&"]+/g, "$1…");
}

/**
 * Somebody to share with.
 * @param {string} user
 */
function other(user) {
  return user === "Lin" ? "Ada" : "Lin";
}

/** What hosts give their elements before the shell's own style. */
function base() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    page, view, web-view { display: block; }
    page { position: absolute; inset: 0; overflow: auto; font-family: system-ui, sans-serif; }
    page[hidden] { display: block; visibility: hidden; }
    web-view, iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    button { border: 0; font: inherit; cursor: pointer; }
    button:focus-visible { outline: 3px solid #2f7bf6; outline-offset: 2px; }
    .spinner { box-sizing: border-box; }
  `);
  return sheet;
}
