// Runs first in the page within the preview, and makes its browser that of a host: its name, and
// what a host puts into a page of its web-view. The server sends it in frames of the preview only.

(() => {
  const outside = preview();
  if (!outside) return;
  const { qiaoPreview: name = "", app } = outside;
  const page = /** @type {Window & Record<string, any>} */ (window);

  /** @type {Record<string, string>} */
  const AGENTS = {
    wechat: `MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF miniProgram/${app}`,
    alipay: "AliApp(AP/10.6.60.8000) AlipayClient/10.6.60 Language/zh-Hans MiniProgram APXWebView",
  };
  const agent = `${navigator.userAgent} ${AGENTS[name]}`;
  Object.defineProperty(Navigator.prototype, "userAgent", { get: () => agent });

  // What was asked of the host, by number; listeners to its events.
  /** @type {Map<number, (answer: any) => void>} */
  const asked = new Map();
  /** @type {Map<string, (detail: any) => void>} */
  const listeners = new Map();
  let last = 0;

  /**
   * @param {string} api
   * @param {unknown} options
   * @returns {Promise<any>}
   */
  function ask(api, options) {
    return new Promise((resolve) => {
      last += 1;
      asked.set(last, resolve);
      parent.postMessage({ qiao: 1, id: last, api, options }, location.origin);
    });
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || origin !== location.origin || data?.qiao !== 1) return;
    if (data.event === "visibility") return turn(data.detail);
    if (data.id) asked.get(data.id)?.(data.answer);
    else listeners.get(data.event)?.(data.detail);
    asked.delete(data.id);
  });

  if (name === "alipay") beAlipay();
  else beWechat();
  throttle(outside);

  // https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html; the npm package
  // weixin-js-sdk is what talks to this bridge.
  function beWechat() {
    page.__wxjs_environment = "miniprogram";
    page.WeixinJSBridge = {
      /** @type {(api: string, options: unknown, told: (answer: object) => void) => void} */
      invoke: (api, options, told) => void ask(api, options).then(told),
      /** @type {(event: string, listener: (detail: any) => void) => void} */
      on: (event, listener) => void listeners.set(event, listener),
    };
    addEventListener("DOMContentLoaded", () =>
      document.dispatchEvent(new Event("WeixinJSBridgeReady")),
    );
  }

  // Alipay's own script has an address that only its client knows, and the policy of the page
  // names no such place: here it comes from the preview.
  function beAlipay() {
    const script = HTMLScriptElement.prototype;
    const property = Object.getOwnPropertyDescriptor(script, "src");
    Object.defineProperty(script, "src", {
      ...property,
      /** @param {string} address */
      set(address) {
        const own = address === "https://appx/web-view.min.js";
        property?.set?.call(this, own ? "/preview/static/appx.js" : address);
      },
    });
    page.appxAsk = ask;
    /** @type {(event: string, listener: (detail: any) => void) => void} */
    page.appxListen = (event, listener) => void listeners.set(event, listener);
  }

  /**
   * What a browser says of a page that nobody sees, and of one that is seen again.
   * @param {DocumentVisibilityState} state
   */
  function turn(state) {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }

  // The page's own requests in the network that the controls set.
  /** @param {DOMStringMap} controls */
  function throttle(controls) {
    const { fetch } = window;
    window.fetch = async (...given) => {
      if (controls.network === "off") throw new TypeError("Failed to fetch");
      if (controls.network === "slow") await new Promise((resolve) => setTimeout(resolve, 2500));
      return fetch(...given);
    };
  }

  function preview() {
    if (parent === window) return null;
    try {
      const { dataset } = parent.document.documentElement;
      return dataset.qiaoPreview ? dataset : null;
    } catch (error) {
      if (error instanceof DOMException) return null; // another origin
      throw error;
    }
  }
})();
