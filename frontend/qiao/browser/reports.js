// Failures that nobody handled, told to those who can mend them. Never what a person has typed:
// a report has the kind of the error and the lines that it went through. The message goes along
// only where Python itself writes it, of names in the code.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

const ADDRESS = "/api/page-errors";
// A page that fails at every tap has said it after a few.
const MOST = 5;
// Of a recursion, the innermost are told.
const FRAMES = 30;
const OF_CODE = new Set([
  "AttributeError",
  "ImportError",
  "ModuleNotFoundError",
  "NameError",
  "RecursionError",
  "UnboundLocalError",
  "ZeroDivisionError",
]);
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
  const report = { build: page.build ?? "", kind, frames };
  if (OF_CODE.has(kind)) report.message = message.slice(0, 300);
  const body = JSON.stringify(report);
  if (told.size >= MOST || told.has(body)) return;
  told.add(body);
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  // Also while the page goes; and where it can't be sent, there is nobody to tell.
  fetch(ADDRESS, { method: "POST", headers, body, keepalive: true }).catch(() => {});
}

let notice = "";

// Say what a person is told when the page itself fails.
export function set_notice(text) {
  notice = String(text);
  return None;
}

// Tell the developer of a failure that the page itself deals with.
export function log(error) {
  console.warn($B.error_trace($B.exception(error)));
  return None;
}

// A failure nobody handled: the Python traceback for the developer, a sentence for the person.
export function report(error) {
  const exception = $B.exception(error);
  console.error($B.error_trace(exception));
  fail(exception);
  return None;
}

// What fails outside of Python's reach: JavaScript of ours, and the start itself. The browser has
// put it on the console. What hosts and extensions put into the page fails at their own expense.
function reportOurs(error) {
  const ours = error?.ob_type || (error instanceof Error && error.stack?.includes("/assets/"));
  if (ours) fail($B.exception(error));
}
addEventListener("error", ({ error }) => reportOurs(error));
addEventListener("unhandledrejection", ({ reason }) => reportOurs(reason));

function fail(exception) {
  tell(exception);
  if (notice) {
    document.querySelector(".notice")?.remove();
    const box = document.createElement("div");
    box.className = "notice";
    box.setAttribute("role", "alert");
    box.textContent = notice;
    document.body.append(box);
    setTimeout(() => box.remove(), 8_000);
  }
}
