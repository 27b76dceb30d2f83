// What the person has allowed: asked for once, remembered, and changed by the controls.

/** @typedef {"camera" | "location" | "album" | "privacy"} Right */
/** @typedef {import("./settings.js").Settings} Settings */

/** Those that a host asks for by itself when a function needs them. @type {Right[]} */
export const RIGHTS = ["camera", "location", "album", "privacy"];

export class Permissions {
  /**
   * @param {Settings} settings
   * @param {(right: Right) => Promise<boolean>} question puts it to the person
   * @param {() => void} changed called when they have answered
   */
  constructor(settings, question, changed) {
    this.settings = settings;
    this.question = question;
    this.changed = changed;
  }

  /**
   * Whether a right is there; asks for it where nobody has decided yet, as hosts do.
   * @param {Right} right
   */
  async ask(right) {
    if (this.settings[right] === "ask") this.decide(right, await this.question(right));
    return this.settings[right] === "allowed";
  }

  /**
   * @param {Right} right
   * @returns {boolean | undefined} undefined as long as nobody was asked
   */
  decided(right) {
    return this.settings[right] === "ask" ? undefined : this.settings[right] === "allowed";
  }

  /**
   * @param {Right} right
   * @param {boolean} allowed
   */
  decide(right, allowed) {
    this.settings[right] = allowed ? "allowed" : "denied";
    this.changed();
  }
}

/** Whether the shell's code runs because of a tap, which some functions need. */
export class Gesture {
  #active = false;

  /**
   * Runs code as the answer to a tap. What it does later, after a timer or a request, is none.
   * @param {() => void} work
   */
  during(work) {
    this.#active = true;
    try {
      work();
    } finally {
      // Not at once: the code may be async up to here without having waited for anything.
      setTimeout(() => (this.#active = false));
    }
  }

  get active() {
    return this.#active;
  }
}
