// The page in its web-view: signs the user in, opens it, and offers another try when that fails.

const config = require("../../config.js");
const paths = require("../../paths.js");
const server = require("../../server.js");
const { texts } = require("../../texts.js");

Page({
  data: { src: "", problem: "", title: "", hint: "", texts },
  path: "/",
  shareTitle: config.name,

  onLoad(query) {
    this.path = paths.readPath(query.path);
    this.open();
  },

  async open() {
    this.setData({ src: "", problem: "" });
    try {
      this.show(await server.login());
    } catch (error) {
      console.warn("no login", error);
      this.setData({ problem: "noLogin", title: texts.noLogin, hint: texts.noLoginHint });
    }
  },

  openAnyway() {
    this.show({ ticket: "", build: "" });
  },

  /**
   * @param {{ ticket: string, build: string }} login
   */
  show(login) {
    const src = paths.addressOf(this.path, {
      ticket: login.ticket,
      host: config.host,
      // A changed query before "#" is what makes a web-view fetch the page anew.
      build: login.build || config.build,
      shell: String(config.protocol),
    });
    this.setData({ src, problem: "" });
  },

  onError() {
    this.setData({
      src: "",
      problem: "unreachable",
      title: texts.unreachable,
      hint: texts.unreachableHint,
    });
  },

  /**
   * Takes the title of the share card from the page. Hosts deliver messages late, so nothing else
   * may depend on one.
   * @param {{ detail: { data?: unknown } }} event
   */
  onMessage(event) {
    const messages = Array.isArray(event.detail.data) ? event.detail.data : [event.detail.data];
    for (const message of messages) {
      if (message && message.type === "share" && typeof message.title === "string") {
        this.shareTitle = message.title;
      }
    }
  },

  onShareAppMessage(options) {
    const path = paths.sharedPath(options.webViewUrl);
    return { title: this.shareTitle, path: paths.shellPath(path) };
  },
});
