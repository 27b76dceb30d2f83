// The shell around the page, as the page sees it.

const $B = globalThis.__BRYTHON__;
const None = $B.builtins.None;

// The preview embeds the page from the same origin and says so; nobody else may embed it.
function preview() {
  if (window.parent === window) return null;
  try {
    return window.parent.document.documentElement.dataset.qiaoPreview === undefined
      ? null
      : window.parent;
  } catch (error) {
    if (error instanceof DOMException) return null; // another origin
    throw error;
  }
}

// Alipay's name for its web-view contains "miniprogram", too; WeChat's own name decides.
export function in_wechat() {
  return /MicroMessenger/.test(navigator.userAgent) && /miniProgram/i.test(navigator.userAgent);
}

export function has_shell() {
  return preview() !== null || (in_wechat() && Boolean(globalThis.wx?.miniProgram));
}

// Open a page of the shell above this one; resolves to whether the shell took it.
export function navigate_to(url) {
  const outside = preview();
  if (outside) {
    outside.postMessage({ qiao: 1, type: "navigateTo", url: String(url) }, location.origin);
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    globalThis.wx.miniProgram.navigateTo({
      url: String(url),
      success: () => resolve(true),
      fail: () => resolve(false),
    });
    // Old clients call neither back; then the answer itself will tell.
    setTimeout(() => resolve(true), 1500);
  });
}

// Resolves after a pause, or at once when the page is shown again.
export function wait(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      if (document.visibilityState === "hidden") return;
      clearTimeout(timer);
      removeEventListener("pageshow", done);
      document.removeEventListener("visibilitychange", done);
      resolve(None);
    };
    const timer = setTimeout(() => {
      removeEventListener("pageshow", done);
      document.removeEventListener("visibilitychange", done);
      resolve(None);
    }, milliseconds);
    addEventListener("pageshow", done);
    document.addEventListener("visibilitychange", done);
  });
}

export async function share(title, url) {
  if (navigator.share) {
    try {
      await navigator.share({ title: String(title), url: String(url) });
      return "shared";
    } catch (error) {
      if (error.name === "AbortError") return "cancelled";
      // Refused by policy (a frame, no gesture): the clipboard may still do.
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(String(url));
      return "copied";
    } catch (error) {
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  return "";
}
