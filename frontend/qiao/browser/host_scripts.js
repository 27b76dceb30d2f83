// Calls that the script of a web-view offers to the page itself, and those of a plain browser.
//
// `act` resolves to JSON: {"state", "result"}, with the result as JSON within, as a shell tells it.

import { drawn, pick, place, save, share } from "./plain_browser.js";

const $B = globalThis.__BRYTHON__;

// What a page is promised; the server takes no more from a shell.
const LONGEST_PICTURE = 3_000_000;

const told = (state, result = null) => ({ state, result: JSON.stringify(result) });

// Runs a function of a host that answers through callbacks; `read` makes a result of its answer.
function asked(owner, name, options, read, refused) {
  if (!owner?.[name]) return told("unsupported");
  return new Promise((resolve) => {
    owner[name]({
      ...options,
      success: (answer) => resolve(read(answer)),
      cancel: () => resolve(told("cancelled")),
      fail: (error) => resolve(told(refused(error))),
    });
  });
}

const refusedByWechat = ({ errMsg = "" } = {}) => {
  if (/cancel/.test(errMsg)) return "cancelled";
  // The account behind the signature may not have this function: the shell can still do it.
  if (/function.?not.?exist|permission value|access_denied|system.permission/.test(errMsg)) return "unsupported";
  return /auth|permission|denied|deny/.test(errMsg) ? "denied" : "failed";
};

const refusedByAlipay = ({ error } = {}) => {
  if ([10, 11].includes(Number(error))) return "cancelled";
  return [2001, 2002, 2003].includes(Number(error)) ? "denied" : "failed";
};

// 11 is not somebody who closes something here: the phone's own switch for its place is off.
const placeRefusedByAlipay = (error) => (Number(error?.error) === 11 ? "denied" : refusedByAlipay(error));

// By JS-SDK: https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html lists what
// works in the web-view of a mini program. Paying doesn't.
const wechat = {
  scan: () =>
    asked(wx, "scanQRCode", { needResult: 1, scanType: ["qrCode", "barCode"] }, ({ resultStr }) => {
      // Of a bar code: "EAN_13,6901234567892".
      return told("done", resultStr.replace(/^(EAN|UPC|CODE|ITF|CODABAR)[A-Z0-9_]*,/, ""));
    }, refusedByWechat),

  async choose_image() {
    const options = { count: 1, sizeType: ["compressed"] };
    const chosen = await asked(wx, "chooseImage", options, ({ localIds }) => localIds[0], refusedByWechat);
    if (typeof chosen !== "string") return chosen;
    return asked(wx, "getLocalImgData", { localId: chosen }, async ({ localData }) => {
      // iOS sends an address of its own kind, Android base64 alone.
      const data = localData.slice(localData.indexOf(",") + 1).replace(/\s/g, "");
      const type = `image/${data.startsWith("iVBORw") ? "png" : "jpeg"}`;
      const address = `data:${type};base64,${data}`;
      if (address.length <= LONGEST_PICTURE) return told("done", address);
      const content = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const smaller = await drawn(new Blob([content], { type }));
      return smaller ? told("done", smaller) : told("failed");
    }, refusedByWechat);
  },

  location: () =>
    asked(wx, "getLocation", { type: "wgs84" }, ({ latitude, longitude, accuracy }) => {
      return told("done", position(latitude, longitude, accuracy, "wgs84"));
    }, refusedByWechat),
};

// 9000 is no proof, and 8000 and 6004 are no failure: the order says whether it is paid.
const CASHIER = { 9000: "done", 8000: "done", 6004: "done", 6001: "cancelled", 4: "denied" };

const alipay = {
  pay: ({ tradeNO }) =>
    asked(my, "tradePay", { tradeNO }, ({ resultCode }) => told(CASHIER[resultCode] ?? "failed"), refusedByAlipay),

  location: () =>
    asked(my, "getLocation", {}, ({ latitude, longitude, accuracy }) => {
      return told("done", position(latitude, longitude, accuracy, "gcj02"));
    }, placeRefusedByAlipay),

  share({ title, link }) {
    if (!my?.startShare) return told("unsupported");
    // First: the shell makes the card of what it was told last.
    my.postMessage({ type: "share", title, link });
    my.startShare();
    return told("done", null);
  },
};

const position = (latitude, longitude, accuracy, system) => ({
  latitude: Number(latitude),
  longitude: Number(longitude),
  accuracy: Number(accuracy),
  system,
});

const browser = { choose_image: () => pick(told), location: () => place(told), save_image: (given) => save(given, told), share: (given) => share(given, told) };

const HOSTS = { wechat, alipay, browser };

export async function act(host, kind, given) {
  return $B.String(JSON.stringify(await HOSTS[host][kind](JSON.parse(given))));
}

// WeChat lets a page use its script that carries a signature of our server for the page's address:
// as it is shown, without what follows "#"; on iOS the one that the web-view came by.

export function signed_address() {
  const landed = performance.getEntriesByType("navigation")[0]?.name;
  const address = /iPhone|iPad/.test(navigator.userAgent) && landed ? landed : location.href;
  return $B.String(address.split("#")[0]);
}

let configured = "";

export function is_configured(address) {
  return configured === String(address);
}

// Resolves to whether WeChat accepts it.
export function configure(address, appId, timestamp, nonceStr, signature) {
  return new Promise((resolve) => {
    wx.config({
      appId: String(appId),
      timestamp: Number(timestamp),
      nonceStr: String(nonceStr),
      signature: String(signature),
      jsApiList: ["scanQRCode", "chooseImage", "getLocalImgData", "getLocation"],
    });
    let failed = false;
    wx.error(() => {
      failed = true;
      resolve(false);
    });
    // Called after a failure as well.
    wx.ready(() => {
      if (failed) return;
      configured = String(address);
      resolve(true);
    });
  });
}
