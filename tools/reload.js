// Sent by `build.py dev` alone, see live_reload.py.
// A browser holds six connections to a host, so only the page that is looked at listens; the one
// in the preview's frame is loaded anew together with the preview around it.
let mine = new URL(document.currentScript.src).search.slice(1);
let stream;

// Take another style sheet; the one before goes when it is there, so that nothing flickers.
const restyle = (shown, style) => {
  for (const frame of shown.querySelectorAll("iframe")) {
    if (frame.contentDocument) restyle(frame.contentDocument, style);
  }
  const old = shown.querySelector('link[rel="stylesheet"][href^="/assets/app."]:not([data-old])');
  if (!style || !old || old.getAttribute("href") === style) return;
  const link = old.cloneNode();
  link.href = style;
  old.dataset.old = "";
  link.addEventListener("load", () => old.remove());
  old.after(link);
};
const reload = () => {
  dispatchEvent(new Event("qiao-reload"));
  location.reload();
};
// One after the other: sources may change while the page takes those before.
let last = Promise.resolve();
const follow = async ({ run, style, build }) => {
  // With the same build it is the server that has changed.
  const isOther = build !== document.documentElement.dataset.build;
  if (run !== mine && !(isOther && (await globalThis.qiaoExchange?.()))) return reload();
  mine = run;
  restyle(document, style);
};
const listen = () => {
  stream?.close();
  if (document.hidden || top !== self) return;
  stream = new EventSource("/dev/runs");
  stream.onmessage = ({ data }) => {
    last = last.then(() => follow(JSON.parse(data))).catch((error) => {
      console.error(error);
      reload();
    });
  };
  // For overlay.js: the sources cannot be compiled.
  stream.addEventListener("mistake", ({ data }) => {
    dispatchEvent(new CustomEvent("qiao-error", { detail: JSON.parse(data) }));
  });
};
document.addEventListener("visibilitychange", listen);
listen();
