// What a host asks the person, as a sheet from below: text, things to tick, and answers.

import { CANCELLED, FAILED } from "./play.js";
import { lay, one } from "./sheets.js";
import { t } from "./texts.js";

/**
 * @typedef {object} Question
 * @property {string} kind what tests know the sheet by
 * @property {string} label what the dialog is called
 * @property {string} title
 * @property {string} [text]
 * @property {{ name: string, label: string, on: boolean }[]} [rows] to be ticked
 * @property {Record<string, string>} answers names to texts; the first is the one that is meant
 */

/**
 * Puts a question; resolves with the name of the answer, "" when the sheet was closed.
 * @param {Question} question
 * @returns {Promise<{ answer: string, ticked: string[] }>}
 */
export function ask({ kind, label, title, text = "", rows = [], answers }) {
  return new Promise((resolve) => {
    const { sheet, remove } = lay("ask", () => end(""), label);
    sheet.dataset.kind = kind;
    const boxes = rows.map((row) => box(row));
    /** @param {string} answer */
    const end = (answer) => {
      remove();
      const ticked = boxes.filter((each) => each.input.checked).map((each) => each.input.name);
      resolve({ answer, ticked });
    };
    one(sheet, "strong").textContent = title;
    one(sheet, "p").textContent = text;
    one(sheet, "p").hidden = !text;
    one(sheet, ".rows").append(...boxes.map((each) => each.node));
    for (const [name, words] of Object.entries(answers)) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.answer = name;
      button.textContent = words;
      button.addEventListener("click", () => end(name));
      one(sheet, ".answers").append(button);
    }
    const first = /** @type {HTMLElement} */ (one(sheet, ".answers").firstElementChild);
    first.className = "yes";
    first.focus();
  });
}

/**
 * @param {{ name: string, label: string, on: boolean }} row
 */
function box(row) {
  const node = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.name = row.name;
  input.checked = row.on;
  node.append(input, row.label);
  return { node, input };
}

/**
 * @param {string} title
 * @param {string} text
 */
export function alert(title, text) {
  return ask({ kind: "message", label: t("Message"), title, text, answers: { yes: t("OK") } });
}

/** What a right is called, and what it is for. @type {Record<string, () => string>} */
const RIGHTS = {
  camera: () => t("Use the camera"),
  location: () => t("Know where you are"),
  album: () => t("Save to your photos"),
  privacy: () => t("Process what its privacy guide says"),
};

/**
 * @param {string} right
 * @param {string} app the name of the mini program
 * @param {string} reason in the shell's own words
 */
export async function askRight(right, app, reason) {
  const { answer } = await ask({
    kind: "permission",
    label: t("Permission"),
    title: `${app}: ${RIGHTS[right]()}`,
    text: reason,
    answers: { allow: t("Allow"), deny: t("Deny") },
  });
  return answer === "allow";
}

/**
 * @param {string} app
 * @param {string} number
 */
export async function askPhone(app, number) {
  const { answer } = await ask({
    kind: "phone",
    label: t("Phone number"),
    title: `${app}: ${t("Know your phone number")}`,
    text: number,
    answers: { allow: t("Allow"), deny: t("Deny") },
  });
  return answer === "allow";
}

/**
 * @param {string} app
 * @param {{ id: string, title: string }[]} messages
 * @returns {Promise<string[]>} the ids that the person wants
 */
export async function askMessages(app, messages) {
  const { answer, ticked } = await ask({
    kind: "messages",
    label: t("Messages"),
    title: `${app}: ${t("Send you messages")}`,
    rows: messages.map(({ id, title }) => ({ name: id, label: title, on: true })),
    answers: { allow: t("Allow"), deny: t("Deny") },
  });
  return answer === "allow" ? ticked : [];
}

/**
 * Opens the settings of the mini program; resolves with the rights that are on.
 * @param {{ name: string, on: boolean }[]} rights
 */
export async function askSettings(rights) {
  const { ticked } = await ask({
    kind: "settings",
    label: t("Settings"),
    title: t("Settings"),
    text: rights.length ? "" : t("It has not asked for anything yet."),
    rows: rights.map(({ name, on }) => ({ name, label: RIGHTS[name](), on })),
    answers: { done: t("Done") },
  });
  return ticked;
}

/**
 * Opens the cashier, where no money moves. Resolves when it was paid, with whether the notice to
 * the server is to come late; rejects as a host does.
 * @param {{ title: string, amount: string }} bill
 */
export async function askPayment({ title, amount }) {
  const { answer, ticked } = await ask({
    kind: "cashier",
    label: t("Cashier"),
    title: amount,
    text: title,
    rows: [{ name: "late", label: t("The notice to the server comes late"), on: false }],
    answers: { pay: t("Pay"), fail: t("Let it fail"), cancel: t("Cancel") },
  });
  if (answer === "pay") return { late: ticked.includes("late") };
  throw new Error(answer === "fail" ? FAILED : CANCELLED);
}
