// What playing any host takes: answers through callbacks, requests, and no function that it has not.

/**
 * What a host's functions are made of.
 * @typedef {object} Host
 * @property {import("./log.js").Log} log
 * @property {import("./settings.js").Settings} settings
 * @property {Record<string, any>} app the shell's app.json
 * @property {() => import("./runtime.js").Runtime} runtime
 * @property {import("./permissions.js").Permissions} permissions
 * @property {import("./permissions.js").Gesture} gesture
 * @property {import("./files.js").Files} files
 * @property {(url: string) => boolean} mayAsk whether a server is one of those that were registered
 * @property {() => Promise<string>} loginCode
 * @property {() => Promise<string>} scan
 * @property {(question: { title: string, content: string }) => Promise<boolean>} confirm
 * @property {(sources: string[], most: number) => Promise<Blob[]>} pick chooses pictures
 * @property {(picture: Blob) => void} saved a picture went into the album
 * @property {() => [number, number]} place latitude and longitude
 * @property {(id: string) => Promise<void>} pay opens the cashier
 * @property {(ids: string[]) => Promise<string[]>} subscribe returns the messages that are wanted
 * @property {() => Promise<boolean>} askPhone
 * @property {() => Promise<string>} phoneCode what the shell gets for the number
 * @property {boolean} phoneGiven whether the person has agreed once
 * @property {() => Promise<void>} openSettings
 * @property {(from: "button" | "menu") => void} share
 * @property {EventTarget} events "update" when a new version of the shell is there
 */

/** @typedef {(node: HTMLElement, emit: import("./view.js").Emit) => Promise<void>} Press */
/** @typedef {Record<string, Press>} Buttons what buttons do, by their open-type */
/** @typedef {{ functions: Record<string, any>, buttons: Buttons }} Played */

/** @typedef {{ success?(answer: object): void, fail?(error: object): void, complete?(answer: object): void }} Callbacks */

// The reasons a host's function can fail for; each host has its own words for them.
export const CANCELLED = "cancelled";
export const DENIED = "denied";
export const FAILED = "failed";

const SLOW = 2500;

/**
 * Returns how to answer a call through its callbacks, after its function has returned.
 * @param {Host} host
 * @param {string} api
 * @param {(name: string, reason: string) => object} failure what `fail` gets in this host
 */
export function answering({ log }, api, failure) {
  /**
   * @param {string} name
   * @param {Callbacks & Record<string, any>} options
   * @param {() => Promise<object>} work
   */
  return async (name, options, work) => {
    const other = name === "request" ? "server" : "host";
    log.add("shell", other, asked(api, name, options), shown(options));
    let [told, what] = ["fail", /** @type {object} */ ({})];
    try {
      [told, what] = ["success", await work()];
    } catch (problem) {
      if (problem instanceof Refused) what = problem.answer;
      else what = failure(name, problem instanceof Error ? problem.message : String(problem));
    }
    const status = /** @type {any} */ (what).statusCode ?? /** @type {any} */ (what).status;
    log.add(other, "shell", status ? String(status) : `${name} ${told}`, shown(what));
    // What the shell throws in here is the shell's: it must not turn a success into a failure.
    if (told === "success") options.success?.(what);
    else options.fail?.(what);
    options.complete?.(what);
  };
}

/** A failure with an answer of its own. */
export class Refused extends Error {
  /**
   * @param {object} answer
   */
  constructor(answer) {
    super("refused");
    this.answer = answer;
  }
}

/**
 * The functions that hosts have in common.
 * @param {Host} host
 * @param {ReturnType<typeof answering>} answer
 * @returns {Record<string, Function>}
 */
export function common({ runtime, events }, answer) {
  /**
   * @param {string} name
   * @param {(options: any) => void} move
   */
  const moving = (name, move) => (/** @type {Callbacks} */ options = {}) =>
    answer(name, options, async () => {
      move(options);
      return {};
    });
  return {
    navigateTo: moving("navigateTo", ({ url }) => runtime().navigateTo(url)),
    redirectTo: moving("redirectTo", ({ url }) => runtime().redirectTo(url)),
    reLaunch: moving("reLaunch", ({ url }) => runtime().reLaunch(url)),
    navigateBack: moving("navigateBack", ({ delta }) => runtime().navigateBack(delta)),
    getUpdateManager: () => ({
      onCheckForUpdate: (/** @type {(found: { hasUpdate: boolean }) => void} */ told) =>
        events.addEventListener("update", () => told({ hasUpdate: true })),
      onUpdateReady: (/** @type {() => void} */ ready) => events.addEventListener("update", ready),
      onUpdateFailed: () => {},
      applyUpdate: () => events.dispatchEvent(new Event("apply")),
    }),
  };
}

/**
 * Throws for a name that isn't there: a host that answered everything would hide a call that no
 * host has.
 * @param {string} api
 * @param {Record<string, any>} functions
 * @returns {Record<string, any>}
 */
export function strict(api, functions) {
  return new Proxy(functions, {
    get(_, name) {
      if (typeof name === "string" && functions[name]) return functions[name];
      throw new Error(`${api}.${String(name)}: the preview doesn't play this function`);
    },
  });
}

/**
 * @param {{ url: string, method?: string, data?: object | string, timeout?: number }} options
 * @param {Record<string, string> | undefined} headers
 * @param {Host} host
 */
export async function request({ url, method = "GET", data, timeout = 60000 }, headers, { settings }) {
  if (settings.network === "off") throw new Error("the network is off");
  if (settings.network === "slow") await new Promise((resolve) => setTimeout(resolve, SLOW));
  const answer = await fetch(url, {
    method,
    headers,
    body: typeof data === "object" ? JSON.stringify(data) : data,
    credentials: "omit", // The shell's requests know nothing of the page's cookies.
    signal: AbortSignal.timeout(timeout),
  });
  return { status: answer.status, data: parsed(await answer.text()) };
}

/**
 * Hosts hand on what isn't JSON as text.
 * @param {string} text
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    return text;
  }
}

/**
 * @param {string} api
 * @param {string} name
 * @param {Record<string, any>} options
 */
function asked(api, name, { method, url }) {
  return name === "request" ? `${method} ${new URL(url).pathname}` : `${api}.${name}`;
}

/**
 * Options and answers as the log shows them: without functions, and without what lets people in.
 * @param {object} value
 */
function shown(value) {
  const text = JSON.stringify(value);
  return JSON.parse(text.replace(/((?:ticket|token)\\?":\s*\\?")[^"\\]+/g, "$1…"));
}
