// What a host lays over the shell: its scanner, and the sheet that shares a page.

import { watch } from "./camera.js";
import { decode } from "./decode.js";
import { CANCELLED } from "./play.js";
import { t, translate } from "./texts.js";
import { recentTickets } from "./tickets.js";

/**
 * Lays a template over the phone. While it lies there, nothing below can be reached.
 * @param {string} name the id of the template
 * @param {() => void} close called for Escape and for its close button
 * @param {string} [label] what the dialog is called, where its template doesn't say
 */
export function lay(name, close, label) {
  const phone = one(document, "#screen");
  const template = /** @type {HTMLTemplateElement} */ (one(document, `#${name}`));
  const sheet = document.createElement("div");
  sheet.className = `sheet ${name}`;
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-modal", "true");
  sheet.setAttribute("aria-label", label ?? t(template.dataset.label ?? ""));
  sheet.append(template.content.cloneNode(true));
  translate(sheet);
  const below = [...phone.children].map((child) => /** @type {HTMLElement} */ (child));
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  for (const child of below) child.inert = true;
  phone.append(sheet);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  one(sheet, ".close").addEventListener("click", close);
  sheet.querySelector("[data-first]") && one(sheet, "[data-first]").focus();
  return {
    sheet,
    remove() {
      sheet.remove();
      for (const child of below) child.inert = false;
      focused?.focus();
    },
  };
}

/**
 * Opens the scanner. Resolves with what was scanned; rejects as a host does.
 * @returns {Promise<string>}
 */
export function scan() {
  return new Promise((resolve, reject) => {
    const { sheet, remove } = lay("scanner", () => end(() => reject(new Error(CANCELLED))));
    /** @param {() => void} done */
    const end = (done) => {
      remove();
      done();
    };
    const input = /** @type {HTMLInputElement} */ (one(sheet, "input[name=code]"));
    const said = one(sheet, ".said");
    one(sheet, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) end(() => resolve(input.value.trim()));
    });
    one(sheet, ".live").addEventListener("click", async () => {
      try {
        const code = await watch(one(sheet, "video"), () => sheet.isConnected);
        if (code) end(() => resolve(code));
      } catch (problem) {
        if (!(problem instanceof DOMException)) throw problem;
        said.textContent = t("This computer’s camera can’t be used.");
      }
    });
    one(sheet, "input[type=file]").addEventListener("change", async (event) => {
      const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
      if (!file) return;
      said.textContent = t("Reading the picture…");
      try {
        const code = await decode(file);
        if (code) return end(() => resolve(code));
        said.textContent = t("There is no code on this picture.");
      } catch (problem) {
        said.textContent = String(problem);
        throw problem;
      }
    });
    const list = one(sheet, ".recent");
    for (const ticket of recentTickets()) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(ticket.title, " ", small(`${ticket.user} · ${ticket.code}`));
      button.addEventListener("click", () => end(() => resolve(ticket.code)));
      list.append(button);
    }
    one(sheet, ".none").hidden = list.childElementCount > 0;
  });
}

/**
 * Asks a question as a host does.
 * @param {{ title: string, content: string }} question
 * @returns {Promise<boolean>}
 */
export function confirm(question) {
  return new Promise((resolve) => {
    const { sheet, remove } = lay("confirm", () => end(false));
    /** @param {boolean} answer */
    const end = (answer) => {
      remove();
      resolve(answer);
    };
    one(sheet, "strong").textContent = question.title;
    one(sheet, "p").textContent = question.content;
    one(sheet, ".yes").addEventListener("click", () => end(true));
  });
}

/**
 * Shows the share card that the shell has made.
 * @param {{ title: string, link: string, user: string }} card
 * @param {(user: string) => void} openAs
 */
export function share(card, openAs) {
  const { sheet, remove } = lay("share", () => remove());
  one(sheet, ".card-title").textContent = card.title;
  one(sheet, ".card-link").textContent = card.link;
  const said = one(sheet, ".said");
  one(sheet, ".copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(card.link);
      said.textContent = t("The link is copied.");
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      said.textContent = t("The browser does not let me copy.");
    }
  });
  const input = /** @type {HTMLInputElement} */ (one(sheet, "input[name=user]"));
  input.value = card.user;
  one(sheet, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    remove();
    openAs(input.value.trim());
  });
}

/**
 * @param {string} text
 */
function small(text) {
  const node = document.createElement("small");
  node.textContent = text;
  return node;
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function one(parent, selector) {
  const found = parent.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`There is no ${selector}`);
  return found;
}
