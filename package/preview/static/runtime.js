// Runs the scripts of a shell as a host does: modules, App and Page, the stack of pages.

import { mount } from "./view.js";

/** @typedef {import("./view.js").Context} Context */
/** @typedef {import("./view.js").Template} Template */
/** @typedef {(...given: unknown[]) => void} Module */
/** @typedef {{ bar: string, text: string, ground: string }} Bar */

/**
 * A shell as the server bundles it.
 * @typedef {object} Shell
 * @property {string} api the name of the global that holds the host's functions
 * @property {string} title of the platform
 * @property {string} appId
 * @property {Record<string, any>} app its app.json
 * @property {string[]} pages
 * @property {Record<string, string>} titles of the pages
 * @property {Record<"light" | "dark", Bar>} bars
 * @property {Record<string, Template[]>} templates
 * @property {string} style
 * @property {Record<string, Module>} modules
 */

/**
 * One page on the stack.
 * @typedef {object} Entry
 * @property {string} route
 * @property {Record<string, any>} page the shell's own object, `this` in its code
 * @property {HTMLElement} root
 * @property {import("./webview.js").WebView | null} webView
 * @property {{ update(data: import("./expressions.js").Data): void, dispose(): void }} drawn
 */

const DEEPEST = 10;
// 发现栏小程序主入口: opened from the list of mini programs.
const SCENE = 1001;

export class Runtime {
  /**
   * @param {Shell} shell
   * @param {object} host
   * @param {Record<string, unknown>} host.functions what the shell reaches as `wx` or `my`
   * @param {Record<string, unknown>} host.config replaces what the shell's config.js says
   * @param {(entry: Entry) => Context["components"]} host.components
   * @param {import("./play.js").Buttons} host.buttons
   * @param {import("./permissions.js").Gesture} host.gesture
   * @param {(problem: unknown) => void} host.fail
   * @param {() => void} host.changed called after the stack has changed
   */
  constructor(shell, host) {
    this.shell = shell;
    this.host = host;
    /** @type {Entry[]} */
    this.stack = [];
    /** @type {Map<string, { exports: any }>} */
    this.loaded = new Map();
    /** @type {Map<string, Record<string, any>>} */
    this.pages = new Map();
    this.app = {};
  }

  /**
   * @param {string} url of the page to open first
   */
  start(url) {
    Object.assign(this.require("config.js"), this.host.config);
    this.require("app.js");
    for (const route of this.shell.pages) this.require(`${route}.js`);
    const launched = { path: url.split("?")[0].slice(1), query: queryOf(url), scene: SCENE };
    this.call(this.app, "onLaunch", launched);
    this.call(this.app, "onShow", launched);
    this.push(url);
  }

  /** The person turns to something else: the shell is told, and runs on for a moment. */
  hide() {
    this.call(this.top?.page, "onHide");
    this.call(this.app, "onHide", {});
  }

  /** They come back. */
  reveal() {
    const { top } = this;
    this.call(this.app, "onShow", { path: top?.route, query: {}, scene: SCENE });
    this.call(top?.page, "onShow");
  }

  /** The system takes the shell's memory: nothing of it is told, its pages are gone. */
  kill() {
    for (const entry of this.stack.splice(0)) {
      entry.webView?.forget();
      entry.drawn.dispose();
      entry.root.remove();
    }
  }

  get top() {
    return this.stack.at(-1);
  }

  /**
   * @param {string} path
   */
  require(path) {
    const known = this.loaded.get(path);
    if (known) return known.exports;
    const run = this.shell.modules[path];
    if (!run) throw new Error(`The shell has no module ${path}`);
    const module = { exports: {} };
    this.loaded.set(path, module);
    run(
      (/** @type {string} */ name) => this.require(join(path, name)),
      module,
      module.exports,
      (/** @type {object} */ app) => void (this.app = app),
      (/** @type {Record<string, any>} */ page) => this.pages.set(path.replace(/\.js$/, ""), page),
      () => this.app,
      () => this.stack.map((entry) => entry.page),
      this.host.functions,
    );
    return module.exports;
  }

  /**
   * @param {string} url
   */
  navigateTo(url) {
    if (this.stack.length >= DEEPEST) throw new Error(`navigateTo:fail ${DEEPEST} pages are open`);
    this.call(this.top?.page, "onHide");
    this.push(url);
  }

  /**
   * @param {string} url
   */
  redirectTo(url) {
    this.pop();
    this.push(url);
  }

  /**
   * @param {string} url
   */
  reLaunch(url) {
    while (this.stack.length) this.pop();
    this.push(url);
  }

  navigateBack(delta = 1) {
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left -= 1) this.pop();
    this.appear();
  }

  /** Closes the shell: every page is unloaded. */
  stop() {
    while (this.stack.length) this.pop();
  }

  /**
   * @param {string} url
   */
  push(url) {
    const [path] = url.split("?");
    const route = path.replace(/^\//, "");
    const declared = this.pages.get(route);
    if (!declared) throw new Error(`The shell has no page ${url}`);
    const root = document.createElement("page");
    /** @type {Entry} */
    const entry = { route, root, page: { ...declared, route }, webView: null, drawn: nothing };
    entry.page.data = structuredClone(declared.data ?? {});
    entry.page.setData = (/** @type {object} */ data, /** @type {() => void} */ done) => {
      for (const key of Object.keys(data)) {
        if (/[.[]/.test(key)) throw new Error(`setData: the preview sets no part of data, as ${key}`);
      }
      Object.assign(entry.page.data, structuredClone(data));
      entry.drawn.update(entry.page.data);
      done?.();
    };
    entry.drawn = mount(root, this.shell.templates[route], {
      call: (handler, event) => {
        if (!entry.page[handler]) throw new Error(`${route} has no method ${handler}`);
        if (event.type === "tap") {
          this.host.gesture.during(() => this.call(entry.page, handler, event));
        } else {
          this.call(entry.page, handler, event);
        }
      },
      components: this.host.components(entry),
      open: (type, node, emit) => {
        const press = this.host.buttons[type];
        if (!press) throw new Error(`The preview has no button that opens ${type}`);
        press(node, emit).catch(this.host.fail);
      },
    });
    this.stack.push(entry);
    entry.drawn.update(entry.page.data);
    this.call(entry.page, "onLoad", queryOf(url));
    if (this.top === entry) this.appear();
  }

  pop() {
    const entry = this.stack.pop();
    if (!entry) return;
    entry.drawn.dispose();
    entry.root.remove();
    this.call(entry.page, "onUnload");
  }

  appear() {
    this.host.changed();
    this.call(this.top?.page, "onShow");
  }

  /**
   * Calls the shell's code: what it throws is shown, and doesn't stop the host.
   * @param {Record<string, any> | undefined} owner
   * @param {string} name
   * @param {unknown[]} given
   */
  call(owner, name, ...given) {
    if (!owner?.[name]) return undefined;
    try {
      const answer = owner[name](...given);
      if (answer instanceof Promise) answer.catch(this.host.fail);
      return answer;
    } catch (problem) {
      this.host.fail(problem);
      return undefined;
    }
  }
}

const nothing = { update() {}, dispose() {} };

/**
 * Hosts hand a query on as it is written.
 * @param {string} url
 */
function queryOf(url) {
  const pairs = url.split("?").slice(1).join("?").split("&").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
  );
}

/**
 * @param {string} from
 * @param {string} name
 */
function join(from, name) {
  const parts = from.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
