// Alipay's functions and buttons that ask the person: permissions, messages, phone number.
//
// From the open repository AlipayDocs/open-docs (my.requestSubscribeMessage with its error codes,
// my.getPhoneNumber, my.getSetting, component button) and the npm package @mini-types/my 3.0.14,
// which has the answer "cancel" in `success`; the documents leave that open.

import { Refused } from "./play.js";

/** @typedef {import("./play.js").Host} Host */
/** @typedef {import("./permissions.js").Right} Right */
/** @typedef {(name: string, options: any, work: () => Promise<object>) => void} Answer */

/** @type {Record<string, Right>} */
const SCOPES = { camera: "camera", location: "location", writePhotosAlbum: "album" };
const MOST_TEMPLATES = 3;

/**
 * @param {Host} host
 * @param {Answer} answer
 */
export function rights(host, answer) {
  const { permissions } = host;
  const authSetting = () => ({
    ...Object.fromEntries(
      Object.entries(SCOPES)
        .map(([scope, right]) => [scope, permissions.decided(right)])
        .filter(([, decided]) => decided !== undefined),
    ),
    ...(host.phoneGiven ? { phoneNumber: true } : {}),
  });
  return {
    getSetting: (/** @type {any} */ options = {}) =>
      answer("getSetting", options, async () => ({ authSetting: authSetting() })),
    openSetting: (/** @type {any} */ options = {}) =>
      answer("openSetting", options, async () => {
        await host.openSettings();
        return { authSetting: authSetting() };
      }),
    requestSubscribeMessage: (/** @type {any} */ options) =>
      answer("requestSubscribeMessage", options, async () => {
        const ids = options.entityIds;
        const valid = Array.isArray(ids) && ids.length && ids.length <= MOST_TEMPLATES;
        if (!valid) throw new Refused({ error: 203, errorMessage: "无效的参数" });
        const chosen = host.settings.messages === "denied" ? [] : await host.subscribe(ids);
        const others = ids.filter((id) => !chosen.includes(id));
        const shown = { show: true, keep: false, refuse: false };
        if (!chosen.length) {
          const result = { entityList: ids, subscribedEntityIds: [], unsubscribedEntityIds: ids };
          const why = { errorCode: 11, errorMessage: "用户取消订阅" };
          return { behavior: "cancel", ...shown, ...why, result };
        }
        return {
          behavior: "subscribe",
          ...shown,
          result: {
            subscribeEntityIds: chosen,
            subscribedEntityIds: chosen,
            currentSubscribedEntityIds: chosen,
            unsubscribedEntityIds: others,
          },
          ...Object.fromEntries(ids.map((id) => [id, chosen.includes(id) ? "accept" : "reject"])),
        };
      }),
    getPhoneNumber: (/** @type {any} */ options = {}) =>
      answer("getPhoneNumber", options, async () => {
        // Only after the button with open-type="getAuthorize".
        if (!host.phoneGiven) throw new Refused({ error: 2001, errorMessage: "用户未授权" });
        return { response: await host.phoneCode() };
      }),
    showSharePanel: () => host.share("menu"),
  };
}

/**
 * What a button does by its `open-type`, besides its tap.
 * @param {Host} host
 * @returns {import("./play.js").Buttons}
 */
export function buttons(host) {
  return {
    async getAuthorize(node, emit) {
      const scope = node.getAttribute("scope");
      if (scope !== "phoneNumber") throw new Error(`The preview has no button for scope ${scope}`);
      if (host.phoneGiven || (await host.askPhone())) {
        host.phoneGiven = true;
        emit("getauthorize", {});
      } else {
        emit("error", { error: 11, errorMessage: "用户取消授权" });
      }
    },
    async share() {
      host.share("button");
    },
  };
}
