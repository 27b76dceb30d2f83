// Alipay's own functions, as far as the shells call them.

import { CANCELLED, DENIED, Refused, answering, common, request, strict } from "./play.js";

/** @typedef {import("./play.js").Callbacks} Callbacks */

/** @type {Record<string, number>} */
const NUMBERS = { [CANCELLED]: 10, [DENIED]: 2001 };
const OTHER = 3;
const STATUS = 19;

/**
 * @param {import("./play.js").Host} host
 */
export function alipay(host) {
  const { settings } = host;
  const answer = answering(host, "my", (name, reason) => ({
    error: NUMBERS[reason] ?? OTHER,
    errorMessage: reason,
  }));
  return strict("my", {
    ...common(host, answer),
    getAppBaseInfo: () => ({
      SDKVersion: "2.9.0",
      language: settings.lang === "zh" ? "zh-Hans" : "en",
    }),
    getAuthCode: (/** @type {Callbacks} */ options = {}) =>
      answer("getAuthCode", options, async () => {
        if (!settings.user) throw new Error("nobody is signed in to the host");
        return { authCode: settings.user, authSuccessScopes: ["auth_base"], authErrorScopes: {} };
      }),
    request: (/** @type {any} */ options) =>
      answer("request", options, async () => {
        const { status, data } = await request(options, options.headers, host);
        // Unlike other hosts, this one calls an answer above 299 a failure.
        if (status > 299) {
          throw new Refused({ error: STATUS, errorMessage: "http status error", status, data });
        }
        return { status, data };
      }),
    scan: (/** @type {Callbacks} */ options = {}) =>
      answer("scan", options, async () => {
        if (settings.camera === "denied") throw new Error(DENIED);
        return { code: await host.scan(), scanType: "qrCode" };
      }),
    confirm: (/** @type {any} */ options) =>
      answer("confirm", options, async () => ({ confirm: await host.confirm(options) })),
  });
}
