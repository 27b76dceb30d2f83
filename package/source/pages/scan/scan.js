// Scans a code for the page: `await native.scan()` there ends with what is read here.

const { Action } = require("../../action.js");
const config = require("../../config.js");
const host = require("../../host.js");
const { language, texts } = require("../../texts.js");

Page({
  data: { state: "acting", reason: config.reasons.camera[language], texts },
  action: /** @type {InstanceType<typeof Action> | null} */ (null),

  /**
   * @param {Record<string, string | undefined>} query
   */
  onLoad(query) {
    this.action = new Action(this, query, host.scan);
    this.action.start();
  },

  act() {
    this.action?.start();
  },

  send() {
    this.action?.send();
  },

  goBack() {
    host.goBack();
  },

  onUnload() {
    this.action?.leave();
  },
});
