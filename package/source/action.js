// What every action page does: let the host act, send the page the outcome, go back.

const host = require("./host.js");
const server = require("./server.js");

/** @typedef {import("./host.js").Outcome} Outcome */
/** @typedef {"acting" | "denied" | "failed" | "sending" | "unsent"} State */
/** @typedef {{ setData(data: { state: State }): void }} Screen */

/** One native call on its way through an action page. */
class Action {
  /**
   * @param {Screen} screen
   * @param {Record<string, string | undefined>} query holds the call and its token
   * @param {() => Promise<Outcome>} perform
   */
  constructor(screen, query, perform) {
    this.screen = screen;
    this.call = query.call || "";
    this.token = query.token || "";
    this.perform = perform;
    /** @type {Outcome} */
    this.outcome = { state: "cancelled", result: "" };
    this.answered = false;
    this.left = false;
  }

  async start() {
    // Opened from an old link: nobody waits for an answer.
    if (!this.call || !this.token) return host.goBack();
    this.show("acting");
    this.outcome = await this.perform();
    if (this.left) return;
    if (this.outcome.state === "denied" || this.outcome.state === "failed") {
      // The user may grant it now, or try again; the page hears of it when they go back.
      this.show(this.outcome.state);
    } else {
      await this.send();
    }
  }

  async send() {
    this.show("sending");
    const end = await server.report(this.call, this.token, this.outcome);
    if (end === "unsent") {
      this.show("unsent");
    } else {
      this.answered = true;
      // Someone who left meanwhile must not be taken back another page.
      if (!this.left) host.goBack();
    }
  }

  /** The action page was closed, perhaps by the host's own button: don't let the caller wait. */
  async leave() {
    this.left = true;
    if (this.answered || !this.call || !this.token) return;
    await server.report(this.call, this.token, this.outcome);
  }

  /**
   * @param {State} state
   */
  show(state) {
    if (!this.left) this.screen.setData({ state });
  }
}

module.exports = { Action };
