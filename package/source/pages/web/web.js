// The page in its web-view: signs the user in, opens it, and offers another try when that fails.

const config = require("../../config.js");
const paths = require("../../paths.js");
const server = require("../../server.js");
const { texts } = require("../../texts.js");

Page({
  data: { src: "", problem: "", title: "", hint: "", texts },
  path: "/",
  shareTitle: config.name,

  /**
   * @param {Record<string, string | undefined>} query
   */
  onLoad(query) {
    this.path = paths.readPath(query.path || paths.scenePath(query.scene));
    open(this, this.path);
  },

  open() {
    open(this, this.path);
  },

  openAnyway() {
    show(this, this.path, { ticket: "", build: "" });
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
   * may depend on one. Some deliver several at once, some the one as it was sent.
   * @param {{ detail: { data?: any } }} event
   */
  onMessage(event) {
    const { data = event.detail } = event.detail;
    for (const message of Array.isArray(data) ? data : [data]) {
      if (message && message.type === "share" && typeof message.title === "string") {
        this.shareTitle = message.title;
      }
    }
  },

  /**
   * @param {object} options
   */
  onShareAppMessage(options) {
    // Where a host does not tell it: what this shell opened.
    const path = paths.sharedPath(Reflect.get(options, "webViewUrl")) || this.path;
    return { title: this.shareTitle, desc: "", path: paths.shellPath(path) };
  },
});

/**
 * @param {Screen} screen
 * @param {string} path
 */
async function open(screen, path) {
  screen.setData({ src: "", problem: "" });
  try {
    show(screen, path, await server.login());
  } catch (error) {
    console.warn("no login", error);
    screen.setData({ problem: "noLogin", title: texts.noLogin, hint: texts.noLoginHint });
  }
}

/**
 * @param {Screen} screen
 * @param {string} path
 * @param {{ ticket: string, build: string }} login
 */
function show(screen, path, login) {
  const src = paths.addressOf(path, {
    ticket: login.ticket,
    host: config.host,
    // A changed query before "#" is what makes a web-view fetch the page anew.
    build: login.build || config.build,
    shell: String(config.protocol),
    // Who went on without signing in is not asked again at once.
    again: login.ticket ? "" : "1",
  });
  screen.setData({ src, problem: "" });
}
