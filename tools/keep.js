// Sent by `build.py dev` alone, see live_reload.py. What a page's signals hold is put back after the
// sources have changed, where the function that makes them makes as many with the same values to
// begin with: into the page that takes the new code (exchange.js), or into the one loaded anew.
(() => {
  const NAME = "qiao-dev-signals";
  const html = document.documentElement;
  const plain = (value) => ["string", "number", "boolean"].includes(typeof value);
  // By function, as it was called to show the page; `visit` counts pages shown in this document.
  const seen = new Map();
  let visit = 0;
  // What is to be put back once the page can be shown again: it failed with the new code.
  let lost = null;

  const isShowing = () => html.dataset.hydrated === undefined || html.classList.contains("pending");
  new MutationObserver(() => {
    if (html.classList.contains("pending")) visit++;
  }).observe(html, { attributeFilter: ["class"] });

  // A signal of the page is made; the frame on top is that of the function that makes it.
  globalThis.qiaoMade = (signal) => {
    const frame = globalThis.__BRYTHON__.frame_obj?.frame;
    if (!frame || !isShowing()) return;
    const name = `${frame[2]}.${frame[0]}`;
    if (seen.get(name)?.visit !== visit) seen.set(name, { visit, made: [] });
    seen.get(name).made.push({ signal, begun: signal.held });
  };

  const kept = () =>
    [...seen].map(([name, { made }]) => [
      name,
      made.map(({ signal, begun }) => (plain(begun) && plain(signal.held) ? [begun, signal.held] : null)),
    ]);
  const putBack = (before) => {
    for (const [name, was] of before) {
      const made = seen.get(name)?.made ?? [];
      const same = (one, index) => one === null || one[0] === made[index].begun;
      if (made.length !== was.length || !was.every(same)) continue;
      was.forEach((one, index) => {
        if (one && one[1] !== one[0]) made[index].signal.set(one[1]);
      });
    }
  };
  let failed = false;
  addEventListener("qiao-error", () => {
    failed = true;
  });

  globalThis.qiaoKept = () => {
    const before = lost ?? kept();
    lost = null;
    failed = false;
    seen.clear();
    return before;
  };
  globalThis.qiaoPutBack = (before) => {
    if (failed) lost = before;
    else putBack(before);
  };

  addEventListener("qiao-reload", () => {
    const before = { at: location.pathname, kept: lost ?? kept(), top: scrollY };
    sessionStorage.setItem(NAME, JSON.stringify(before));
  });
  new MutationObserver((_changes, observer) => {
    observer.disconnect();
    const before = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
    sessionStorage.removeItem(NAME);
    if (before?.at !== location.pathname) return;
    putBack(before.kept);
    scrollTo(0, before.top);
  }).observe(html, { attributeFilter: ["data-hydrated"] });
})();
