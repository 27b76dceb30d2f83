// The phone: runs the shell, shows its pages under the host's bar, and plays what the host does.

import { FILES as ALIPAY_FILES, alipay } from "./alipay.js";
import { askMessages, askPayment, askPhone, askRight, askSettings } from "./asks.js";
import { desk, watchNotices } from "./desk.js";
import { Files } from "./files.js";
import { Gesture, Permissions, RIGHTS } from "./permissions.js";
import { pick, show } from "./pictures.js";
import { Runtime } from "./runtime.js";
import { confirm, one, scan, share } from "./sheets.js";
import { paint } from "./theme.js";
import { noteTicket } from "./tickets.js";
import { WebView } from "./webview.js";
import { askAlipay, askWechat } from "./page_calls.js";
import { FILES as WECHAT_FILES, wechat } from "./wechat.js";

/** @typedef {import("./log.js").Log} Log */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./runtime.js").Shell} Shell */

/** @type {Record<string, (host: import("./play.js").Host) => import("./play.js").Played>} */
const HOSTS = { wx: wechat, my: alipay };
/** @type {Record<string, { temporary: string, own: string }>} */
const FILES = { wx: WECHAT_FILES, my: ALIPAY_FILES };

const WEB = "pages/web/web";
// Minutes in the background: developers.weixin.qq.com, 小程序运行机制. Alipay names no number.
const ENDS_AFTER = 30;

export class Phone {
  /**
   * @param {Shell} shell
   * @param {Settings} settings
   * @param {Log} log
   * @param {(user: string, path: string) => void} openAs another user opens a share card
   * @param {() => void} changed called when the page shows another address
   * @param {() => void} decided called when the person has allowed or denied something
   */
  constructor(shell, settings, log, openAs, changed, decided) {
    this.shell = shell;
    this.settings = settings;
    this.log = log;
    this.openAs = openAs;
    this.changed = changed;
    this.permissions = new Permissions(settings, (right) => this.askRight(right), decided);
    /** @type {Runtime | null} */
    this.runtime = null;
    this.asked = "/";
    /** The host of this run of the shell. @type {any} */
    this.played = {};
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
    const gesture = new Gesture();
    const host = this.host(gesture);
    const { functions, buttons } = HOSTS[this.shell.api](host);
    this.played = { host, functions, buttons, gesture };
    this.runtime = new Runtime(this.shell, {
      functions,
      buttons,
      gesture,
      // Where the page is differs here from the delivered shell.
      config: { page: location.origin },
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

  /**
   * What the host's functions are made of, for one run of the shell.
   * @param {Gesture} gesture
   * @returns {import("./play.js").Host}
   */
  host(gesture) {
    const { settings, log, shell, events, permissions } = this;
    const { temporary, own } = FILES[shell.api];
    const who = () => ({ host: settings.host, user: settings.user });
    return {
      ...{ settings, log, events, permissions, gesture, scan, confirm, pick },
      app: shell.app,
      runtime: () => /** @type {Runtime} */ (this.runtime),
      files: new Files(temporary, own),
      mayAsk: (url) => URL.canParse(url) && new URL(url).origin === location.origin,
      loginCode: async () => (await desk("login-code", who())).code,
      saved: (picture) => {
        log.add("host", "host", "saved to the album", `${picture.type}, ${picture.size} bytes`);
        show(picture);
      },
      place: () => placeOf(settings.place),
      pay: async (id) => {
        const { title, amount } = await desk("bill", { ...who(), id });
        const { late } = await askPayment({ title, amount: `¥${amount}` });
        await desk("pay", { ...who(), id, late });
        const tell = (/** @type {string} */ status) => log.add("platform", "server", "notice", status);
        watchNotices(settings.host, id, tell).catch((problem) => log.problem(problem));
      },
      subscribe: async (ids) => {
        const templates = await askMessages(this.title, ids.map((id) => ({ id, title: id })));
        await desk("agree", { ...who(), templates });
        return templates;
      },
      askPhone: async () => askPhone(this.title, (await desk("number", who())).number),
      phoneCode: async () => (await desk("phone-code", who())).code,
      phoneGiven: false,
      openSettings: () => this.openSettings(),
      share: (from) => this.share(from),
    };
  }

  /** The name of the mini program. */
  get title() {
    return this.runtime?.require("config.js").name ?? "";
  }

  /**
   * @param {import("./permissions.js").Right} right
   */
  askRight(right) {
    const reasons = this.runtime?.require("config.js").reasons ?? {};
    return askRight(right, this.title, reasons[right]?.[this.settings.lang] ?? "");
  }

  /** The host's own page of settings, with what the shell has asked for so far. */
  async openSettings() {
    const { permissions } = this;
    const asked = RIGHTS.filter((right) => permissions.decided(right) !== undefined);
    const rights = asked.map((name) => ({ name, on: permissions.decided(name) === true }));
    const on = await askSettings(rights);
    for (const right of asked) permissions.decide(right, on.includes(right));
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
      entry.webView?.setActive(entry === top);
    }
    one(document, "#title").textContent = this.webView?.title || this.shell.titles[top.route];
    one(document, "#back").hidden = !this.webView?.canGoBack && this.runtime?.stack.length === 1;
    one(document, "#menu").hidden = !top.page.onShareAppMessage;
    // Before it is there, the page is nobody's.
    if (this.webView?.address && this.path !== this.noted) {
      noteTicket(this.path, this.settings.user);
      this.noted = this.path;
    }
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

  /**
   * The person turns to something else for so long. A host ends a mini program after 30 minutes of
   * that: it then starts anew, at its first page.
   * @param {number} minutes
   */
  background(minutes) {
    const { runtime, log } = this;
    log.add("host", "shell", "background", `${minutes} min`);
    runtime?.hide();
    const views = (runtime?.stack ?? []).map((entry) => entry.webView);
    for (const view of views) view?.tell("visibility", "hidden");
    if (minutes >= ENDS_AFTER) {
      runtime?.kill();
      this.open("/");
      return;
    }
    for (const view of views) view?.tell("visibility", "visible");
    runtime?.reveal();
  }

  back() {
    if (this.webView?.canGoBack) this.webView.back();
    else this.runtime?.navigateBack();
  }

  /**
   * @param {"button" | "menu"} [from] what the person has pressed
   */
  share(from = "menu") {
    const { runtime, webView } = this;
    if (!runtime?.top) return;
    webView?.deliver();
    const options = { from, webViewUrl: webView?.address };
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
   * What the page asks of its host, by the script in inside.js.
   * @param {MessageEvent} event
   */
  async receive({ data, origin, source }) {
    const view = this.runtime?.stack.find(
      (entry) => entry.webView?.frame?.contentWindow === source,
    )?.webView;
    if (origin !== location.origin || !view || data?.qiao !== 1) return;
    const { id, api, options } = data;
    const { host, functions } = this.played;
    this.log.add("page", "host", options?.name ?? api, withoutToken(options));
    const answer =
      this.shell.api === "wx"
        ? await askWechat(host, view, api, options)
        : await askAlipay(host, functions, view, api, options);
    this.log.add("host", "page", options?.name ?? api, withoutToken(answer));
    // To the page that asked: one that was loaded in its place meanwhile asked something else.
    /** @type {Window} */ (source).postMessage({ qiao: 1, id, answer }, location.origin);
  }
}

/**
 * @param {object} data
 */
function withoutToken(data) {
  const text = JSON.stringify(data ?? {}, null, 2);
  return text.replace(/([?&]token=)[^&"]+/g, "$1…").replace(/[A-Za-z0-9+/]{400,}/g, "…");
}

/**
 * @param {string} text as the control has it
 * @returns {[number, number]} latitude and longitude
 */
function placeOf(text) {
  const [latitude, longitude] = text.split(",").map(Number);
  return Number.isFinite(latitude) && Number.isFinite(longitude)
    ? [latitude, longitude]
    : [31.2304, 121.4737];
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
