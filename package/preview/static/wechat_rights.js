// WeChat's functions and buttons that ask the person: permissions, privacy, messages, phone number.
//
// From developers.weixin.qq.com/miniprogram/dev: wx.getSetting, wx.openSetting, wx.authorize,
// wx.requestSubscribeMessage (with its error codes), 小程序隐私协议开发指南, component/button, and
// the npm package miniprogram-api-typings 5.2.3. Where a tap is needed, the words of the refusal
// are those that the platform's users report.

import { DENIED, Refused } from "./play.js";

/** @typedef {import("./play.js").Host} Host */
/** @typedef {import("./permissions.js").Right} Right */
/** @typedef {import("./view.js").Emit} Emit */
/** @typedef {(name: string, options: any, work: () => Promise<object>) => void} Answer */

/** @type {Record<string, Right>} */
const SCOPES = {
  "scope.camera": "camera",
  "scope.userLocation": "location",
  "scope.writePhotosAlbum": "album",
};
const NO_TAP = "can only be invoked by user TAP gesture.";
const MOST_TEMPLATES = 5;
// A function that is refused for privacy is refused again for so long, without a dialog.
const REFUSED_FOR = 10_000;

/** @type {Record<number, string>} */
const WORDS = {
  10001: "TmplIds can't be empty",
  10004: "Invalid template id",
  20003: "Templates count out of max bounds",
  20004: "The main switch is switched off",
};

/**
 * Answers the question for consent to the privacy guide, which comes before some functions.
 * @param {Host} host
 */
export function privacy(host) {
  const { permissions } = host;
  /** @type {((resolve: (answer: any) => void, info: { referrer: string }) => void) | null} */
  let listener = null;
  /** The buttons that the person agreed with. @type {Set<string>} */
  const agreed = new Set();
  let refusedAt = -Infinity;
  /**
   * Lets a function go on, or throws as WeChat does.
   * @param {string} name
   */
  async function require(name) {
    if (permissions.decided("privacy")) return;
    if (performance.now() - refusedAt < REFUSED_FOR) throw refusal(name, 104);
    if (permissions.decided("privacy") === false || !(await asked(name))) {
      refusedAt = performance.now();
      throw refusal(name, 103);
    }
  }
  /**
   * By the shell's own dialog where it has one, else by WeChat's.
   * @param {string} name
   */
  async function asked(name) {
    if (!listener) return permissions.ask("privacy");
    const own = listener;
    /** @type {{ event: string, buttonId?: string }} */
    const told = await new Promise((resolve) => {
      const take = (/** @type {any} */ given) => {
        if (given.event !== "exposureAuthorization") resolve(given);
      };
      own(take, { referrer: name });
    });
    // The shell's word is not enough: the button must have been pressed.
    const allowed = told.event === "agree" && agreed.has(told.buttonId ?? "");
    if (allowed) permissions.decide("privacy", true);
    return allowed;
  }
  return {
    require,
    /** @param {string} button */
    agree(button) {
      agreed.add(button);
      permissions.decide("privacy", true);
    },
    /** @param {typeof listener} given */
    listen(given) {
      listener = given;
    },
  };
}

/**
 * @param {string} name
 * @param {number} errno
 */
function refusal(name, errno) {
  return new Refused({ errMsg: `${name}:fail privacy permission is not authorized`, errno });
}

/**
 * @param {Host} host
 * @param {Answer} answer
 * @param {ReturnType<typeof privacy>} consent
 */
export function rights(host, answer, consent) {
  const { permissions, gesture } = host;
  const authSetting = () =>
    Object.fromEntries(
      Object.entries(SCOPES)
        .map(([scope, right]) => [scope, permissions.decided(right)])
        .filter(([, decided]) => decided !== undefined),
    );
  const subscriptionsSetting = () => ({
    mainSwitch: host.settings.messages === "allowed",
    itemSettings: {},
  });
  return {
    getSetting: (/** @type {any} */ options = {}) =>
      answer("getSetting", options, async () => ({
        errMsg: "getSetting:ok",
        authSetting: authSetting(),
        ...(options.withSubscriptions ? { subscriptionsSetting: subscriptionsSetting() } : {}),
      })),
    openSetting: (/** @type {any} */ options = {}) => {
      const tapped = gesture.active;
      return answer("openSetting", options, async () => {
        if (!tapped) throw new Error(NO_TAP);
        await host.openSettings();
        return { errMsg: "openSetting:ok", authSetting: authSetting() };
      });
    },
    authorize: (/** @type {any} */ options) =>
      answer("authorize", options, async () => {
        const right = SCOPES[options.scope];
        if (!right) throw new Error(`invalid scope ${options.scope}`);
        await consent.require("authorize");
        if (!(await permissions.ask(right))) throw new Error(DENIED);
        return { errMsg: "authorize:ok" };
      }),
    requestSubscribeMessage: (/** @type {any} */ options) => {
      const tapped = gesture.active;
      return answer("requestSubscribeMessage", options, async () => {
        const ids = options.tmplIds;
        if (!Array.isArray(ids) || !ids.length) throw subscription(10001);
        if (ids.some((id) => typeof id !== "string" || !id)) throw subscription(10004);
        if (ids.length > MOST_TEMPLATES) throw subscription(20003);
        if (!tapped) throw new Error(NO_TAP);
        if (host.settings.messages === "denied") throw subscription(20004);
        const chosen = await host.subscribe(ids);
        const told = ids.map((id) => [id, chosen.includes(id) ? "accept" : "reject"]);
        return { errMsg: "requestSubscribeMessage:ok", ...Object.fromEntries(told) };
      });
    },
    getPrivacySetting: (/** @type {any} */ options = {}) =>
      answer("getPrivacySetting", options, async () => ({
        errMsg: "getPrivacySetting:ok",
        needAuthorization: !permissions.decided("privacy"),
        privacyContractName: "《用户隐私保护指引》",
      })),
    requirePrivacyAuthorize: (/** @type {any} */ options = {}) =>
      answer("requirePrivacyAuthorize", options, async () => {
        await consent.require("requirePrivacyAuthorize");
        return { errMsg: "requirePrivacyAuthorize:ok" };
      }),
    openPrivacyContract: (/** @type {any} */ options = {}) =>
      answer("openPrivacyContract", options, async () => ({ errMsg: "openPrivacyContract:ok" })),
    onNeedPrivacyAuthorization: consent.listen,
  };
}

/**
 * @param {number} errCode
 */
function subscription(errCode) {
  return new Refused({ errMsg: `requestSubscribeMessage:fail ${WORDS[errCode]}`, errCode });
}

/**
 * What a button does by its `open-type`, besides its tap.
 * @param {Host} host
 * @param {ReturnType<typeof privacy>} consent
 * @returns {import("./play.js").Buttons}
 */
export function buttons(host, consent) {
  return {
    async getPhoneNumber(_, emit) {
      const told = async () => {
        await consent.require("getPhoneNumber");
        if (!(await host.askPhone())) throw new Error("user deny");
        return { errMsg: "getPhoneNumber:ok", code: await host.phoneCode() };
      };
      emit("getphonenumber", await outcome("getPhoneNumber", told));
    },
    async openSetting(_, emit) {
      await host.openSettings();
      emit("opensetting", { errMsg: "openSetting:ok" });
    },
    async agreePrivacyAuthorization(node, emit) {
      consent.agree(node.getAttribute("id") ?? "");
      emit("agreeprivacyauthorization", {});
    },
    async share() {
      host.share("button");
    },
  };
}

/**
 * @param {string} name
 * @param {() => Promise<object>} work
 */
async function outcome(name, work) {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Refused) return problem.answer;
    if (problem instanceof Error) return { errMsg: `${name}:fail ${problem.message}` };
    throw problem;
  }
}
