// Alipay's script for the page in a web-view, played: the functions that its documents list
// (AlipayDocs/open-docs, web-view H5 页面承载), and no others.

(() => {
  const page = /** @type {Window & Record<string, any>} */ (window);
  const ask = page.appxAsk;
  const NAMES = [
    ...["navigateTo", "navigateBack", "switchTab", "reLaunch", "redirectTo"],
    ...["chooseImage", "previewImage", "getLocation", "openLocation", "alert", "showLoading"],
    ...["hideLoading", "getNetworkType", "startShare", "tradePay"],
  ];

  const call = (/** @type {string} */ name) => async (/** @type {any} */ options = {}) => {
    const { success, fail, complete } = options;
    // Functions stay in the page, whatever they are called.
    const plain = Object.fromEntries(
      Object.entries(options).filter(([, value]) => typeof value !== "function"),
    );
    const { told, answer } = await ask(name, plain);
    if (told === "success") success?.(answer);
    else fail?.(answer);
    complete?.(answer);
  };

  page.my = {
    ...Object.fromEntries(NAMES.map((name) => [name, call(name)])),
    postMessage: (/** @type {unknown} */ data) => void ask("postMessage", data),
    getEnv: (/** @type {(env: object) => void} */ told) => told({ miniprogram: true }),
    /** One slot, to be assigned. */
    onMessage: null,
  };
  page.appxListen("message", (/** @type {unknown} */ data) => page.my.onMessage?.(data));
})();
