// Sent by `build.py dev` alone, see live_reload.py.
// A browser holds six connections to a host, so only the page that is looked at listens; the one
// in the preview's frame is loaded anew together with the preview around it.
const mine = new URL(document.currentScript.src).search.slice(1);
let stream;
const listen = () => {
  stream?.close();
  if (document.hidden || top !== self) return;
  stream = new EventSource("/dev/runs");
  stream.onmessage = ({ data }) => {
    if (data !== mine) location.reload();
  };
  // For overlay.js: the sources cannot be compiled.
  stream.addEventListener("mistake", ({ data }) => {
    dispatchEvent(new CustomEvent("qiao-error", { detail: JSON.parse(data) }));
  });
};
document.addEventListener("visibilitychange", listen);
listen();
