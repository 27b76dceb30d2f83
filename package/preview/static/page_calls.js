// What the page in a web-view may ask of its host by the host's own script.
//
// WeChat: the bridge under weixin-js-sdk 1.6.5; Alipay: AlipayDocs/open-docs, web-view H5 页面承载.

import { desk } from "./desk.js";
import { decoded } from "./files.js";
import { CANCELLED } from "./play.js";

/** @typedef {import("./play.js").Host} Host */
/** @typedef {import("./webview.js").WebView} WebView */
/** @typedef {Record<string, any>} Options */

const MOVES = ["navigateTo", "redirectTo", "reLaunch", "navigateBack", "switchTab"];

/**
 * @param {import("./runtime.js").Runtime} runtime
 * @param {string} name
 * @param {Options} options
 */
function move(runtime, name, { url, delta }) {
  if (name === "navigateTo") runtime.navigateTo(url);
  else if (name === "redirectTo") runtime.redirectTo(url);
  else if (name === "reLaunch") runtime.reLaunch(url);
  else if (name === "navigateBack") runtime.navigateBack(delta);
  else throw new Error(`${name}:fail the shell has no tab bar`);
}

/**
 * Answers a call of WeixinJSBridge.
 * @param {Host} host
 * @param {WebView} view
 * @param {string} name
 * @param {Options} options
 * @returns {Promise<Options>}
 */
export async function askWechat(host, view, name, options) {
  try {
    return { err_msg: `${name}:ok`, ...(await wechat(host, view, name, options)) };
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return { err_msg: words === CANCELLED ? `${name}:cancel` : `${name}:fail_${words}` };
  }
}

/**
 * @param {Host} host
 * @param {WebView} view
 * @param {string} name
 * @param {Options} options
 * @returns {Promise<Options>}
 */
async function wechat(host, view, name, options) {
  const { files, permissions } = host;
  if (name === "invokeMiniProgramAPI") {
    if (MOVES.includes(options.name)) move(host.runtime(), options.name, options.arg);
    else if (options.name === "postMessage") view.take(options.arg, false);
    else throw new Error(`${options.name} is no function of wx.miniProgram`);
    return {};
  }
  if (name === "preVerifyJSAPI") {
    const { verifyAppId, verifyTimestamp, verifyNonceStr, verifySignature } = options;
    const { error } = await desk("verify", {
      ...{ appId: verifyAppId, timestamp: verifyTimestamp, nonceStr: verifyNonceStr },
      ...{ signature: verifySignature, url: view.address },
    });
    if (error) throw new Error(error);
    view.verified = new Set(options.verifyJsApiList);
    return {};
  }
  if (name === "getNetworkType") return { err_msg: "network_type:wifi" };
  if (!KNOWN.includes(name)) throw new Error("function not exist");
  // Only what the page has named to wx.config, and its signature was right for.
  if (!view.verified.has(name)) throw new Error("the permission value is offline verifying");
  if (name === "scanQRCode") {
    if (!(await permissions.ask("camera"))) throw new Error("system permission denied");
    return { resultStr: await host.scan() };
  }
  if (name === "chooseImage") {
    const pictures = await host.pick(options.sourceType, options.count);
    const added = await Promise.all(pictures.map((picture) => files.add(picture)));
    return { localIds: added.map(({ path }) => path) };
  }
  if (name === "getLocalImgData") {
    return { localData: decoded(files.read(options.localId).bytes, "base64") };
  }
  if (!(await permissions.ask("location"))) throw new Error("auth deny");
  const [latitude, longitude] = host.place();
  return { latitude, longitude, accuracy: 30, speed: -1 };
}

const KNOWN = ["scanQRCode", "chooseImage", "getLocalImgData", "geoLocation"];
const ALIPAY = ["chooseImage", "getLocation", "tradePay", "alert"];

/**
 * Answers a call of Alipay's `my` in the page.
 * @param {Host} host
 * @param {Record<string, any>} functions those of the shell, which these are the same as
 * @param {WebView} view
 * @param {string} name
 * @param {Options} options
 * @returns {Promise<{ told: "success" | "fail", answer: object }>}
 */
export async function askAlipay(host, functions, view, name, options) {
  if (ALIPAY.includes(name)) {
    return new Promise((resolve) => {
      functions[name]({
        ...options,
        success: (/** @type {object} */ answer) => resolve({ told: "success", answer }),
        fail: (/** @type {object} */ answer) => resolve({ told: "fail", answer }),
      });
    });
  }
  try {
    if (MOVES.includes(name)) move(host.runtime(), name, options);
    else if (name === "postMessage") view.take(options, true);
    else if (name === "startShare") host.share("menu");
    else throw new Error(`The preview doesn't play my.${name} of the page`);
    return { told: "success", answer: name === "getNetworkType" ? { networkType: "WIFI" } : {} };
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    return { told: "fail", answer: { error: 3, errorMessage: problem.message } };
  }
}
