// The panel of messages: who said what to whom, as it happens.

import { t } from "./texts.js";

/** @typedef {"page" | "shell" | "host" | "platform" | "server"} Part */

const LONGEST = 300;

export class Log {
  /**
   * @param {HTMLOListElement} list
   */
  constructor(list) {
    this.list = list;
    this.began = performance.now();
  }

  /**
   * @param {Part} from
   * @param {Part} to
   * @param {string} what
   * @param {unknown} [detail]
   */
  add(from, to, what, detail) {
    const item = document.createElement("li");
    item.dataset.from = from;
    item.dataset.to = to;
    const head = document.createElement(detail === undefined ? "div" : "summary");
    head.append(
      element("span", "way", `${t(from)} → ${t(to)}`),
      element("span", "what", what),
      element("time", "", `${((performance.now() - this.began) / 1000).toFixed(1)} s`),
    );
    if (detail === undefined) {
      item.append(head);
    } else {
      const details = document.createElement("details");
      details.append(head, element("pre", "", textOf(detail)));
      item.append(details);
    }
    this.keep(item);
  }

  /**
   * @param {unknown} problem
   */
  problem(problem) {
    console.error(problem);
    const item = element("li", "problem", problem instanceof Error ? problem.message : String(problem));
    item.setAttribute("role", "alert");
    this.keep(item);
  }

  /**
   * @param {HTMLElement} item
   */
  keep(item) {
    const { list } = this;
    const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 40;
    list.append(item);
    while (list.childElementCount > LONGEST) list.firstElementChild?.remove();
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  clear() {
    this.list.replaceChildren();
  }
}

/**
 * @param {unknown} detail
 */
function textOf(detail) {
  return typeof detail === "string" ? detail : JSON.stringify(detail, null, 2);
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function element(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.textContent = text;
  return node;
}
