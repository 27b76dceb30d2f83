// The shell around the page, as the page sees it.

import { interruptible } from "./interruptible.js";

const $B = globalThis.__BRYTHON__;
const None = $B.builtins.None;

// In this order: several hosts write WeChat's names into theirs.
const AGENTS = [
  ["alipay", /AliApp|AlipayClient/],
  ["baidu", /swan\//],
  ["douyin", /toutiaomicroapp/i],
  ["qq", /\bQQ\//],
  ["kuaishou", /Kwai|ksNebula/i],
  ["wechat", /MicroMessenger/],
];

// Where the script of a host's web-view puts what opens pages of the shell.
const NAVIGATORS = {
  alipay: () => globalThis.my,
  baidu: () => globalThis.swan?.webView,
  douyin: () => globalThis.tt?.miniProgram,
  qq: () => globalThis.qq?.miniProgram,
  kuaishou: () => globalThis.ks?.miniProgram,
  wechat: () => globalThis.wx?.miniProgram,
};

// The host whose web-view shows the page; "browser" for any that is none.
export function name() {
  const agent = navigator.userAgent;
  const found = AGENTS.find(([, words]) => words.test(agent));
  const inside =
    /miniProgram|swan\/|toutiaomicroapp/i.test(agent) ||
    [globalThis.__wxjs_environment, globalThis.__qqjs_environment].includes("miniprogram");
  return found && inside ? found[0] : "browser";
}

function navigator_of_host() {
  return NAVIGATORS[name()]?.();
}

export function has_shell() {
  return Boolean(navigator_of_host()?.navigateTo);
}

// Tell the shell the page's title, now and whenever it changes: a share card has it. Hosts deliver
// messages late, so nothing else may depend on one.
export function tell_titles() {
  const shell = navigator_of_host();
  const tell = () => {
    const message = { type: "share", title: document.title };
    // Not every host's script takes one.
    shell.postMessage?.(name() === "alipay" ? message : { data: message });
  };
  new MutationObserver(tell).observe(document.querySelector("title"), { childList: true });
  tell();
  return None;
}

// Whether the shell that opened the page, "wechat 1", speaks an older protocol than `wanted`.
export function is_older(shell, wanted) {
  const [host, protocol] = String(shell).split(" ");
  return host === String(name()) && Number(protocol) < wanted;
}

// Open a page of the shell above this one; resolves to whether the shell took it.
export async function navigate_to(url) {
  const opened = await moved("navigateTo", url);
  covered ||= opened;
  return opened;
}

// Have the shell begin anew with one of its pages; resolves to whether it does.
export function relaunch(url) {
  return moved("reLaunch", url);
}

function moved(move, url) {
  return new Promise((resolve) => {
    const shell = navigator_of_host();
    if (!shell[move]) return resolve(false);
    shell[move]({
      url: String(url),
      success: () => resolve(true),
      fail: () => resolve(false),
    });
    // Old clients call neither back; then what comes of it will tell.
    setTimeout(() => resolve(true), 1500);
  });
}

// Resolves after a pause, or at once when the page is shown again.
export function wait(milliseconds) {
  return interruptible((resolve) => {
    const letGo = () => {
      clearTimeout(timer);
      removeEventListener("pageshow", shown);
      removeEventListener("qiao-tap", shown);
      document.removeEventListener("visibilitychange", shown);
    };
    const done = () => {
      letGo();
      resolve(None);
    };
    const shown = () => {
      if (document.visibilityState !== "hidden") done();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("pageshow", shown);
    addEventListener("qiao-tap", shown);
    document.addEventListener("visibilitychange", shown);
    return letGo;
  });
}

// The kinds of calls that are out; the next one waits for the one before.
const out = new Set();
let last = Promise.resolve(None);
let covered = false;

// False for a double tap. One after a page of the shell has covered this one comes from a person who
// is back: the answer is there, or soon.
export function claim(kind) {
  if (out.has(String(kind)) && !covered) return false;
  out.add(String(kind));
  dispatchEvent(new Event("qiao-tap"));
  return true;
}

// Resolves to what ends the turn, when the call before has ended.
export function turn() {
  const before = last;
  let end = null;
  last = new Promise((resolve) => {
    end = () => {
      resolve(None);
      return None;
    };
  });
  return interruptible((resolve) => {
    before.then(() => {
      covered = false;
      resolve(end);
    });
    return () => before.then(end);
  });
}

export function release(kind) {
  out.delete(String(kind));
  return None;
}
