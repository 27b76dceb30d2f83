// Sent by `build.py dev` alone, see overlay.py. Shows what went wrong, with the Python around it:
// errors of the page, and (from reload.js) of sources that cannot be compiled. Once they are
// mended, the page is loaded anew, and this is gone.
(() => {
  const AROUND = 3;

  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  };

  // The lines around the one that failed, or that one alone where the page has no text of the file.
  const lines = ({ file, line, text }) => {
    const all = globalThis.qiaoSources?.[file]?.split("\n") ?? [];
    // The file may have changed since the page was compiled: the text that came along is right.
    if (text && all[line - 1]?.trim() !== text) return [element("li", "here", `${line}  ${text}`)];
    const first = Math.max(0, line - 1 - AROUND);
    return all.slice(first, line + AROUND).map((content, at) => {
      const number = first + at + 1;
      const width = String(line + AROUND).length;
      return element("li", number === line ? "here" : "", `${String(number).padStart(width)}  ${content}`);
    });
  };

  const section = (frame) =>
    element(
      "section",
      "",
      element("h2", "", `${frame.file}:${frame.line}${frame.name ? ` in ${frame.name}` : ""}`),
      element("ol", "", ...lines(frame)),
    );

  const show = ({ message, frames }) => {
    document.querySelector("qiao-overlay")?.remove();
    const host = document.createElement("qiao-overlay");
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/dev/overlay.css";
    const close = element("button", "", "×");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => host.remove());
    // The innermost first: that is where one looks.
    const sections = frames.map(section).reverse();
    const box = element("div", "box", close, element("pre", "message", message), ...sections);
    box.setAttribute("role", "alert");
    // Apart from the page: neither its style nor its script reaches in.
    host.attachShadow({ mode: "open" }).append(style, box);
    document.body.append(host);
  };

  addEventListener("qiao-error", ({ detail }) => show(detail));
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") document.querySelector("qiao-overlay")?.remove();
  });
})();
