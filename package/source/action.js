// What the action page does: ask what for, let the host act, send the page the outcome, go back.

const calls = require("./calls.js");
const config = require("./config.js");
const host = require("./host.js");
const server = require("./server.js");
const { language, texts, words } = require("./texts.js");

/** One native call on its way through the action page. */
class Action {
  /**
   * @param {Screen} screen
   * @param {Record<string, string | undefined>} query holds the call and its token
   */
  constructor(screen, query) {
    this.screen = screen;
    this.call = query.call || "";
    this.token = query.token || "";
    /** @type {Task} */
    this.task = { kind: "", arguments: {}, payment: "" };
    /** @type {Outcome} */
    this.outcome = { state: "cancelled", result: "" };
    /** @type {State} */
    this.state = "acting";
    this.left = false;
    this.answered = false;
    this.answer = (/** @type {boolean} */ _agreed) => {};
  }

  async begin() {
    // Opened from an old link: nobody waits for an answer.
    if (!this.call || !this.token) return this.goBack();
    this.show("acting");
    const begun = await server.begin(this.call, this.token);
    if (this.left) return;
    if (begun === "unreachable") return this.show("unreachable");
    if (begun === "over") {
      // Given up by the page, or done already.
      this.answered = true;
      return this.goBack();
    }
    this.task = begun;
    const { kind } = begun;
    this.screen.setData({ kind, permission: config.permissions[kind] || "" });
    host.onPrivacy((answer) => {
      this.answer = answer;
      this.show("privacy");
    });
    await this.again();
  }

  /** The first try, or another one. */
  async again() {
    // Where the host wants to see a tap, there is a button for it.
    if (config.taps.includes(this.task.kind)) this.show("asking");
    else await this.act(null);
  }

  /**
   * @param {TapEvent | null} event what a button of the host's told
   */
  async act(event) {
    if (this.state === "sending") return;
    this.show("acting");
    await this.end(await calls.perform(this.task, event));
  }

  /** The person said no to a button of the host's. */
  async refuse() {
    await this.end({ state: "denied", result: "" });
  }

  /**
   * @param {Outcome} outcome
   */
  async end(outcome) {
    this.outcome = outcome;
    if (this.left) return;
    // The user may grant it now, or try again; the page hears of it when they go back.
    if (outcome.state === "denied" || outcome.state === "failed") this.show(outcome.state);
    else await this.send();
  }

  /**
   * @param {boolean} agreed to what the host's privacy terms say
   */
  agree(agreed) {
    this.show("acting");
    this.answer(agreed);
  }

  /** The share card. Nobody hears whether it was sent: who comes back has chosen somebody. */
  share() {
    const { title, link } = this.task.arguments;
    this.outcome = { state: "done", result: "null" };
    this.show("shared");
    return { title: title || config.name, link: link || "/" };
  }

  /** Back from the host's share sheet. */
  returned() {
    if (this.state === "shared") this.send();
  }

  async send() {
    if (this.state === "sending") return;
    this.show("sending");
    const end = await server.report(this.call, this.token, this.outcome);
    if (end === "unsent") {
      this.show("unsent");
    } else {
      this.answered = true;
      // Someone who left meanwhile must not be taken back another page.
      this.goBack();
    }
  }

  /** Once: a second tap would leave the page as well. */
  goBack() {
    if (this.left) return;
    this.left = true;
    host.goBack();
    this.tell();
  }

  /** The action page was closed, perhaps by the host's own button: don't let the caller wait. */
  leave() {
    if (this.left) return;
    this.left = true;
    this.tell();
  }

  async tell() {
    if (this.answered || !this.call || !this.token) return;
    this.answered = true;
    await server.report(this.call, this.token, this.outcome);
  }

  /**
   * @param {State} state
   */
  show(state) {
    if (this.left) return;
    this.state = state;
    const { title, hint, button } = this.said();
    const canLeave = !["acting", "sending", "privacy", "shared"].includes(state);
    this.screen.setData({ state, title, hint, button, canLeave });
  }

  said() {
    const { kind } = this.task;
    if (this.state === "asking") return words[kind];
    const permission = config.permissions[kind];
    const reason = this.state === "denied" && permission ? config.reasons[permission][language] : "";
    return { title: texts[this.state], hint: texts[`${this.state}Hint`] || reason, button: "" };
  }
}

module.exports = { Action };
