// WeChat's own functions, as far as the shells call them.

import { CANCELLED, DENIED, answering, common, request, strict } from "./play.js";

/** @typedef {import("./play.js").Callbacks} Callbacks */

/** @type {Record<string, string>} */
const WORDS = { [CANCELLED]: "cancel", [DENIED]: "auth deny" };

/**
 * @param {import("./play.js").Host} host
 */
export function wechat(host) {
  const { settings } = host;
  const answer = answering(host, "wx", (name, reason) => ({
    errMsg: `${name}:fail ${WORDS[reason] ?? reason}`,
    errno: 0,
  }));
  return strict("wx", {
    ...common(host, answer),
    getAppBaseInfo: () => ({
      SDKVersion: "3.8.0",
      language: settings.lang === "zh" ? "zh_CN" : "en",
      theme: settings.theme,
    }),
    login: (/** @type {Callbacks} */ options = {}) =>
      answer("login", options, async () => {
        if (!settings.user) throw new Error("nobody is signed in to the host");
        return { errMsg: "login:ok", code: settings.user };
      }),
    request: (/** @type {any} */ options) =>
      answer("request", options, async () => {
        const { status, data } = await request(options, options.header, host);
        return { errMsg: "request:ok", statusCode: status, data };
      }),
    scanCode: (/** @type {Callbacks} */ options = {}) =>
      answer("scanCode", options, async () => {
        if (settings.camera === "denied") throw new Error(DENIED);
        return { errMsg: "scanCode:ok", result: await host.scan(), scanType: "QR_CODE" };
      }),
    showModal: (/** @type {any} */ options) =>
      answer("showModal", options, async () => {
        const confirm = await host.confirm(options);
        return { errMsg: "showModal:ok", confirm, cancel: !confirm };
      }),
  });
}
