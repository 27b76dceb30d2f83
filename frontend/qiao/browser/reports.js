// Failures that nobody handled, told to those who can mend them. Never what a person has typed:
// a report has the kind of the error and the lines that it went through. The message goes along
// only where Python itself writes it, of names in the code.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

const ADDRESS = "/api/page-errors";
// A page that fails at every tap has said it after a few.
const MOST = 5;
// Of a recursion, the innermost are told: of Python's frames the last, of a script's the first.
const FRAMES = 30;
// A place in a script of ours, as stacks of all browsers have it.
const PLACE = /\/assets\/([\w.-]+\.js):(\d+):(\d+)/g;
const told = new Set();

function framesOf(exception) {
  const frames = [];
  for (let at = exception.__traceback__; at && at !== None; at = at.tb_next) {
    const [name, , module] = at.tb_frame;
    frames.push({
      file: String(at.tb_frame.__file__ ?? module),
      line: at.tb_lineno,
      name: name === module ? "<module>" : String(name),
    });
  }
  return frames.slice(-FRAMES);
}

// Of an error of JavaScript: where in the packed scripts it came from. The server knows their lines.
function placesOf(exception) {
  // Python's own exceptions are no `Error`; one that Python has caught is an exception, too.
  const error = exception instanceof Error ? exception : exception.$js_exc;
  const found = [...String(error?.stack ?? "").matchAll(PLACE)];
  return found
    .slice(0, FRAMES)
    .map(([, script, line, column]) => ({ script, line: Number(line), column: Number(column) }));
}

function sourceOf({ file, line }) {
  return globalThis.qiaoSources?.[file]?.split("\n")[line - 1]?.trim() ?? "";
}

// Tell of a Python exception: the overlay of `build.py dev`, where there is one, and the server.
function tell(exception) {
  const kind = $B.class_name(exception);
  const message = String(_b_.str.$factory(exception));
  const frames = framesOf(exception);
  const shown = frames.map((frame) => ({ ...frame, text: sourceOf(frame) }));
  const detail = { message: message ? `${kind}: ${message}` : kind, frames: shown };
  dispatchEvent(new CustomEvent("qiao-error", { detail }));
  const page = document.documentElement.dataset;
  const report = { build: page.build ?? "", kind, frames, places: placesOf(exception) };
  if (ofCode.includes(kind)) report.message = message.slice(0, 300);
  const body = JSON.stringify(report);
  if (told.size >= MOST || told.has(body)) return;
  told.add(body);
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  // Also while the page goes; and where it can't be sent, there is nobody to tell.
  fetch(ADDRESS, { method: "POST", headers, body, keepalive: true }).catch(() => {});
}

// What a person is told when the page itself fails, and the ways on from there.
let notice = null;
// The errors whose messages Python writes itself, see `OF_CODE` in qiao/errors.py.
let ofCode = [];
// As long as somebody may need to read it and decide.
const SHOWN = 20_000;

export function set_notice(text, reload, start, of_code) {
  ofCode = of_code;
  notice = { text: String(text), reload: String(reload), start: String(start) };
  return None;
}

// A failure that a boundary of the page has taken: the server hears of it all the same.
export function log(error) {
  const exception = $B.exception(error);
  console.warn($B.error_trace(exception));
  tell(exception);
  return None;
}

// A failure that the page shows, or gets over, by itself: the Python traceback for the developer,
// here and at the server.
export function record(error) {
  const exception = $B.exception(error);
  console.error($B.error_trace(exception));
  tell(exception);
  return None;
}

// A failure nobody handled: that, and a sentence for the person.
export function report(error) {
  record(error);
  showNotice();
  return None;
}

// What fails outside of Python's reach: JavaScript of ours, and the start itself. The browser has
// put it on the console. What hosts and extensions put into the page fails at their own expense.
function reportOurs(error) {
  const ours = error?.ob_type || (error instanceof Error && error.stack?.includes("/assets/"));
  if (!ours) return;
  tell($B.exception(error));
  showNotice();
}
addEventListener("error", ({ error }) => reportOurs(error));
addEventListener("unhandledrejection", ({ reason }) => reportOurs(reason));

function showNotice() {
  if (!notice) return;
  document.querySelector(".notice")?.remove();
  const box = document.createElement("div");
  box.className = "notice";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = notice.text;
  // Links that load the document anew: they work whatever else has failed.
  box.append(text, way(location.pathname + location.search, notice.reload), way("/", notice.start));
  document.body.append(box);
  const leave = () => {
    if (box.matches(":hover, :focus-within")) setTimeout(leave, SHOWN);
    else box.remove();
  };
  setTimeout(leave, SHOWN);
}

function way(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.rel = "external";
  link.textContent = text;
  return link;
}
