// Does a native call for the page: what `await native.scan()` there waits for happens here.

const { Action } = require("../../action.js");
const host = require("../../host.js");
const paths = require("../../paths.js");
const { texts } = require("../../texts.js");

Page({
  data: { state: "", kind: "", permission: "", title: "", hint: "", button: "", canLeave: false, texts },
  action: /** @type {InstanceType<typeof Action> | null} */ (null),

  /**
   * @param {Record<string, string | undefined>} query
   */
  onLoad(query) {
    this.action = new Action(this, query);
    this.action.begin();
  },

  begin() {
    this.action?.begin();
  },

  act() {
    this.action?.act(null);
  },

  again() {
    this.action?.again();
  },

  /**
   * The person has agreed, by a button that only the host's own answer stands behind.
   * @param {TapEvent} event
   */
  onGrant(event) {
    this.action?.act(event);
  },

  onRefuse() {
    this.action?.refuse();
  },

  onAgree() {
    this.action?.agree(true);
  },

  refuse() {
    this.action?.agree(false);
  },

  readPrivacy() {
    host.readPrivacy();
  },

  openSettings() {
    host.openSettings(() => this.action?.again());
  },

  send() {
    this.action?.send();
  },

  goBack() {
    this.action?.goBack();
  },

  onShow() {
    this.action?.returned();
  },

  onUnload() {
    this.action?.leave();
  },

  onShareAppMessage() {
    const { title, link } = this.action?.share() || { title: "", link: "/" };
    return { title, desc: "", path: paths.shellPath(paths.readPath(link)) };
  },
});
