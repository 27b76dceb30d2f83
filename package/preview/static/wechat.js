// WeChat's own functions, as far as the shells call them. Another name throws: a host that
// answered everything would hide a call that no host has.

/**
 * @typedef {object} Host
 * @property {import("./log.js").Log} log
 * @property {import("./settings.js").Settings} settings
 * @property {() => import("./runtime.js").Runtime} runtime
 * @property {() => Promise<string>} scan
 */

/** @typedef {{ success?(answer: object): void, fail?(error: object): void, complete?(answer: object): void }} Callbacks */

const SLOW = 2500;

/**
 * @param {Host} host
 * @returns {Record<string, Function>}
 */
export function wechat(host) {
  const { log, settings } = host;

  /**
   * Answers a call through its callbacks, after its function has returned.
   * @param {string} name
   * @param {Callbacks & Record<string, any>} options
   * @param {() => Promise<object>} work
   */
  async function answer(name, options, work) {
    const asked = name === "request" ? [options.method, pathOf(options.url)].join(" ") : `wx.${name}`;
    const other = name === "request" ? "server" : "host";
    log.add("shell", other, asked, shown(options));
    let [told, what] = ["fail", /** @type {object} */ ({})];
    try {
      [told, what] = ["success", { errMsg: `${name}:ok`, ...(await work()) }];
    } catch (problem) {
      const words = problem instanceof Error ? problem.message : String(problem);
      what = { errMsg: `${name}:fail ${words}`, errno: 0 };
    }
    log.add(other, "shell", "statusCode" in what ? `${what.statusCode}` : `${name} ${told}`, shown(what));
    // What the shell throws in here is the shell's: it must not turn a success into a failure.
    if (told === "success") options.success?.(what);
    else options.fail?.(what);
    options.complete?.(what);
  }

  /** @type {Record<string, Function>} */
  const functions = {
    getAppBaseInfo: () => ({
      SDKVersion: "3.8.0",
      language: settings.lang === "zh" ? "zh_CN" : "en",
      theme: settings.theme,
    }),
    login: (/** @type {Callbacks} */ options = {}) =>
      answer("login", options, async () => {
        if (!settings.user) throw new Error("nobody is signed in to the host");
        return { code: settings.user };
      }),
    request: (/** @type {Callbacks & Request} */ options) =>
      answer("request", options, () => request(options, settings.network)),
    scanCode: (/** @type {Callbacks} */ options = {}) =>
      answer("scanCode", options, async () => {
        if (settings.camera === "denied") throw new Error("auth deny");
        return { result: await host.scan(), scanType: "QR_CODE", charSet: "UTF-8" };
      }),
    navigateTo: (/** @type {Callbacks & { url: string }} */ options) =>
      answer("navigateTo", options, async () => {
        host.runtime().navigateTo(options.url);
        return {};
      }),
    navigateBack: (/** @type {Callbacks & { delta?: number }} */ options = {}) =>
      answer("navigateBack", options, async () => {
        host.runtime().navigateBack(options.delta);
        return {};
      }),
    reLaunch: (/** @type {Callbacks & { url: string }} */ options) =>
      answer("reLaunch", options, async () => {
        host.runtime().reLaunch(options.url);
        return {};
      }),
  };
  return new Proxy(functions, {
    get(_, name) {
      if (typeof name === "string" && functions[name]) return functions[name];
      throw new Error(`wx.${String(name)}: the preview doesn't play this function`);
    },
  });
}

/** @typedef {{ url: string, method?: string, data?: object, header?: Record<string, string>, timeout?: number }} Request */

/**
 * @param {Request} options
 * @param {import("./settings.js").Settings["network"]} network
 */
async function request(options, network) {
  if (network === "off") throw new Error("the network is off");
  if (network === "slow") await new Promise((resolve) => setTimeout(resolve, SLOW));
  const answer = await fetch(options.url, {
    method: options.method ?? "GET",
    headers: options.header,
    body: options.data && JSON.stringify(options.data),
    credentials: "omit", // The shell's requests know nothing of the page's cookies.
    signal: AbortSignal.timeout(options.timeout ?? 60000),
  });
  const text = await answer.text();
  return { statusCode: answer.status, data: parsed(text) };
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
 * @param {string} url
 */
function pathOf(url) {
  return new URL(url).pathname;
}

const SECRET = ["ticket", "token"];

/**
 * Options and answers as the log shows them: without functions, and without what lets people in.
 * @param {object} value
 */
function shown(value) {
  const text = JSON.stringify(value, (name, each) => {
    return SECRET.includes(name) ? "…" : each;
  });
  return JSON.parse(text);
}
