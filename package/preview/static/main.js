// The preview's own page: its controls, and the phone between them and the messages.

import { Log } from "./log.js";
import { Phone } from "./phone.js";
import { DEVICES, keepSettings, readSettings } from "./settings.js";
import { one } from "./sheets.js";
import { speak, t } from "./texts.js";
const settings = readSettings();
// Made by the server for each visit, so no file that could be imported by its name.
const place = `/preview/shell/${settings.host}.js`;
/** @type {import("./runtime.js").Shell} */
const shell = await import(place);

// For the page within, see inside.js.
document.documentElement.dataset.qiaoPreview = settings.host;
document.documentElement.dataset.app = shell.appId;
speak(settings.lang);
one(document, "#platform").textContent = t("The shell, as built");
const log = new Log(/** @type {HTMLOListElement} */ (one(document, "#messages")));
const controls = /** @type {HTMLFormElement} */ (one(document, "#controls"));
const fields = /** @type {Record<string, HTMLInputElement | RadioNodeList>} */ (
  /** @type {unknown} */ (controls.elements)
);
const address = /** @type {HTMLInputElement} */ (one(document, "#address input"));

/** Reached by tests, which import this module again. */
export const phone = new Phone(
  shell,
  settings,
  log,
  (user, path) => {
    settings.user = user;
    fill();
    keepSettings(settings);
    enter(path);
  },
  () => {
    if (document.activeElement !== address) address.value = phone.path;
  },
  () => {
    fill();
    keepSettings(settings);
  },
);

/**
 * Opens a path as the user that is set.
 * @param {string} path
 */
async function enter(path) {
  // The page of a user who left must not know them; with a user, the ticket sees to it.
  if (!settings.user) await fetch("/preview/sign-out", { method: "POST" });
  phone.open(path);
}

/** Shows the settings in the controls. */
function fill() {
  for (const [name, value] of Object.entries(settings)) fields[name].value = value;
  document.documentElement.dataset.network = settings.network;
}

/** Lays out the phone: as large as its device, as small as the window needs it. */
function fit() {
  const [width, height] = DEVICES[settings.device];
  const stage = one(document, "#stage");
  const scale = Math.min(1, (stage.clientHeight - 24) / (height + 24), stage.clientWidth / (width + 24));
  const style = one(document, "#phone").style;
  style.setProperty("--width", `${width}px`);
  style.setProperty("--height", `${height}px`);
  style.setProperty("--scale", String(scale));
  style.setProperty("--rpx", `${width / 750}px`);
  style.setProperty("--vh", `${one(document, "#content").clientHeight / 100}px`);
}

controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("change", () => {
  const before = { ...settings };
  for (const name of Object.keys(settings)) {
    Object.assign(settings, { [name]: fields[name].value.trim() });
  }
  keepSettings(settings);
  if (before.host !== settings.host) {
    // Another shell is another program: nothing of the one before may remain.
    location.search = new URLSearchParams({ path: phone.path, host: settings.host }).toString();
    return;
  }
  document.documentElement.dataset.network = settings.network;
  speak(settings.lang);
  fit();
  phone.paint();
  // Who one is and which language the host speaks is asked when a shell starts.
  if (before.user !== settings.user || before.lang !== settings.lang) enter(phone.path);
});

one(document, "#address").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(address.value);
});
one(document, "#kill").addEventListener("click", () => {
  log.add("host", "page", "killed to save memory");
  for (const entry of phone.runtime?.stack ?? []) entry.webView?.kill();
});
one(document, "#background").addEventListener("submit", (event) => {
  event.preventDefault();
  const minutes = /** @type {HTMLInputElement} */ (one(document, "#minutes"));
  phone.background(Number(minutes.value));
});
one(document, "#update").addEventListener("click", () => phone.update());
one(document, "#restart").addEventListener("click", () => enter(phone.path));
one(document, "#clear").addEventListener("click", () => log.clear());
addEventListener("resize", fit);
addEventListener("unhandledrejection", (event) => log.problem(event.reason));

function tick() {
  one(document, "#clock").textContent = new Date().toTimeString().slice(0, 5);
}

for (const name of Object.keys(DEVICES)) one(document, "#device").append(new Option(t(name), name));
setInterval(tick, 10000);
tick();
fill();
fit();
enter(new URLSearchParams(location.search).get("path") ?? "/");
