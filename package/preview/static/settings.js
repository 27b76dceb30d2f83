// What the controls are set to: kept from visit to visit, and set by the query of the address.

/** @typedef {"ask" | "allowed" | "denied"} Decision */

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {string} user empty for nobody
 * @property {"en" | "zh"} lang
 * @property {"light" | "dark"} theme
 * @property {string} device
 * @property {Decision} camera
 * @property {Decision} location
 * @property {Decision} album may pictures be saved to it
 * @property {Decision} privacy whether the privacy guide was agreed to
 * @property {"allowed" | "denied"} messages the host's own switch for them
 * @property {string} place latitude and longitude
 * @property {"good" | "slow" | "off"} network
 */

/** @type {Settings} */
const FIRST = {
  host: "wechat",
  user: "Ada",
  lang: navigator.language.startsWith("zh") ? "zh" : "en",
  theme: "light",
  device: "iPhone",
  camera: "ask",
  location: "ask",
  album: "ask",
  privacy: "ask",
  messages: "allowed",
  place: "31.2304, 121.4737",
  network: "good",
};

const HOSTS = ["wechat", "alipay"];

const PLACE = "qiao-preview";

/** Width and height of the whole screen, in CSS pixels. @type {Record<string, [number, number]>} */
export const DEVICES = {
  "Small phone": [320, 568],
  "iPhone SE": [375, 667],
  iPhone: [390, 844],
  "Large Android": [412, 915],
};

/** @returns {Settings} */
export function readSettings() {
  /** @type {Record<string, string>} */
  const settings = { ...FIRST, ...kept() };
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name in FIRST) settings[name] = value;
  }
  if (!DEVICES[settings.device]) settings.device = FIRST.device;
  if (!HOSTS.includes(settings.host)) settings.host = FIRST.host;
  return /** @type {Settings} */ (/** @type {unknown} */ (settings));
}

/**
 * @param {Settings} settings
 */
export function keepSettings(settings) {
  localStorage.setItem(PLACE, JSON.stringify(settings));
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "{}");
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    return {}; // Not ours, or from another version: begin anew.
  }
}
