// WeChat's own functions, as far as the shells call them.
//
// From developers.weixin.qq.com/miniprogram/dev/api and the npm package miniprogram-api-typings
// 5.2.3: names, options, results; the words of errors as the platform's users report them.

import { CANCELLED, DENIED, FAILED, Refused, answering, common, request, strict } from "./play.js";
import { storage } from "./storage.js";
import { media } from "./wechat_media.js";
import { buttons, privacy, rights } from "./wechat_rights.js";

/** @typedef {import("./play.js").Callbacks} Callbacks */

/** @type {Record<string, string>} */
const WORDS = { [CANCELLED]: "cancel", [DENIED]: "auth deny", [FAILED]: "支付失败" };
const PAYMENT = ["timeStamp", "nonceStr", "package", "signType", "paySign"];
export const FILES = { temporary: "http://tmp/", own: "http://usr" };

/**
 * @param {import("./play.js").Host} host
 * @returns {import("./play.js").Played}
 */
export function wechat(host) {
  const { settings, gesture } = host;
  const answer = answering(host, "wx", (name, reason) => ({
    errMsg: `${name}:fail ${WORDS[reason] ?? reason}`,
    errno: 0,
  }));
  const consent = privacy(host);
  const kept = storage(host);
  const functions = strict("wx", {
    ...common(host, answer),
    ...rights(host, answer, consent),
    ...media(host, answer, consent.require),
    getAppBaseInfo: () => ({
      SDKVersion: "3.8.0",
      language: settings.lang === "zh" ? "zh_CN" : "en",
      theme: settings.theme,
    }),
    login: (/** @type {Callbacks} */ options = {}) =>
      answer("login", options, async () => ({ errMsg: "login:ok", code: await host.loginCode() })),
    request: (/** @type {any} */ options) =>
      answer("request", options, async () => {
        if (!host.mayAsk(options.url)) {
          throw new Refused({ errMsg: "request:fail url not in domain list", errno: 600002 });
        }
        const { status, data } = await request(options, options.header, host);
        return { errMsg: "request:ok", statusCode: status, data };
      }),
    scanCode: (/** @type {Callbacks} */ options = {}) =>
      answer("scanCode", options, async () => {
        if (!(await host.permissions.ask("camera"))) throw new Error(DENIED);
        return { errMsg: "scanCode:ok", result: await host.scan(), scanType: "QR_CODE" };
      }),
    requestPayment: (/** @type {any} */ options) =>
      answer("requestPayment", options, async () => {
        for (const name of PAYMENT) {
          if (typeof options[name] !== "string" || !options[name]) {
            const given = options[name] === undefined ? "Undefined" : typeof options[name];
            throw new Error(`parameter error: parameter.${name} should be String instead of ${given};`);
          }
        }
        await host.pay(options.package.replace(/^prepay_id=/, ""));
        // After a payment the shell may ask for messages as after a tap.
        gesture.during(() => {});
        return { errMsg: "requestPayment:ok" };
      }),
    showModal: (/** @type {any} */ options) =>
      answer("showModal", options, async () => {
        const confirm = await host.confirm(options);
        if (confirm) gesture.during(() => {});
        return { errMsg: "showModal:ok", confirm, cancel: !confirm };
      }),
    setStorageSync: (/** @type {string} */ key, /** @type {unknown} */ data) => kept.set(key, data),
    getStorageSync: (/** @type {string} */ key) => kept.get(key) ?? "",
    removeStorageSync: (/** @type {string} */ key) => kept.remove(key),
    clearStorageSync: () => kept.clear(),
  });
  return { functions, buttons: buttons(host, consent) };
}
