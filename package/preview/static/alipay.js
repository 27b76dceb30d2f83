// Alipay's own functions, as far as the shells call them.
//
// From the open repository AlipayDocs/open-docs (mini/api: names, options, results, error codes,
// those of my.tradePay among them) and the npm package @mini-types/my 3.0.14.

import { alert } from "./asks.js";
import { CANCELLED, DENIED, FAILED, Refused, answering, common, request, strict } from "./play.js";
import { media } from "./alipay_media.js";
import { buttons, rights } from "./alipay_rights.js";
import { storage } from "./storage.js";

/** @typedef {import("./play.js").Callbacks} Callbacks */

const DENIED_CODE = 2001;
const CANCELLED_CODE = 11;
const SCAN_CANCELLED = 10;
const OTHER = 3;
const FOREIGN = 11;
const STATUS = 19;
const INVALID = 2;
/** @type {Record<string, string>} */
const CASHIER = { [CANCELLED]: "6001", [FAILED]: "4000" };
export const FILES = { temporary: "https://resource/", own: "https://usr" };

/**
 * @param {import("./play.js").Host} host
 * @returns {import("./play.js").Played}
 */
export function alipay(host) {
  const { settings } = host;
  const answer = answering(host, "my", (name, reason) => ({
    error: numberOf(name, reason),
    errorMessage: reason,
  }));
  const kept = storage(host);
  const functions = strict("my", {
    ...common(host, answer),
    ...rights(host, answer),
    ...media(host, answer),
    getAppBaseInfo: () => ({
      SDKVersion: "2.9.0",
      language: settings.lang === "zh" ? "zh-Hans" : "en",
    }),
    getAuthCode: (/** @type {Callbacks} */ options = {}) =>
      answer("getAuthCode", options, async () => {
        const authCode = await host.loginCode();
        return { authCode, authSuccessScopes: ["auth_base"], authErrorScopes: {} };
      }),
    request: (/** @type {any} */ options) =>
      answer("request", options, async () => {
        if (!host.mayAsk(options.url)) {
          throw new Refused({ error: FOREIGN, errorMessage: "无权跨域" });
        }
        const { status, data } = await request(options, options.headers, host);
        // Unlike other hosts, this one calls an answer above 299 a failure.
        if (status > 299) {
          throw new Refused({ error: STATUS, errorMessage: "http status error", status, data });
        }
        return { status, data };
      }),
    scan: (/** @type {Callbacks} */ options = {}) =>
      answer("scan", options, async () => {
        if (!(await host.permissions.ask("camera"))) throw new Error(DENIED);
        return { code: await host.scan(), scanType: "qrCode" };
      }),
    tradePay: (/** @type {any} */ options = {}) =>
      answer("tradePay", options, async () => {
        if (!options.tradeNO && !options.orderStr) {
          throw new Refused({ error: INVALID, errorMessage: "参数无效" });
        }
        return { resultCode: await paid(host, options) };
      }),
    confirm: (/** @type {any} */ options) =>
      answer("confirm", options, async () => ({ confirm: await host.confirm(options) })),
    alert: (/** @type {any} */ options) =>
      answer("alert", options, async () => {
        await alert(options.title ?? "", options.content ?? "");
        return {};
      }),
    setStorageSync: (/** @type {any} */ { key, data }) => kept.set(key, data),
    getStorageSync: (/** @type {any} */ { key }) => ({ data: kept.get(key) ?? null, success: true }),
    removeStorageSync: (/** @type {any} */ { key }) => kept.remove(key),
    clearStorageSync: () => kept.clear(),
  });
  return { functions, buttons: buttons(host) };
}

/**
 * The cashier's end is an answer here, whatever it is; a failure is a call that was wrong.
 * @param {import("./play.js").Host} host
 * @param {any} options
 */
export async function paid(host, options) {
  try {
    await host.pay(options.tradeNO);
    return "9000";
  } catch (problem) {
    const code = problem instanceof Error ? CASHIER[problem.message] : undefined;
    if (!code) throw problem;
    return code;
  }
}

/**
 * @param {string} name
 * @param {string} reason
 */
function numberOf(name, reason) {
  if (reason === DENIED) return DENIED_CODE;
  if (reason === CANCELLED) return name === "scan" ? SCAN_CANCELLED : CANCELLED_CODE;
  return OTHER;
}
