// What the host lends to the shell, beside what it does for the page (calls.js).

const config = require("./config.js");

/** The language that the host is set to: "zh_CN", "en". */
function language() {
  return @language@;
}

/**
 * Posts JSON to the server of the page. Resolves with its answer, whatever the status.
 * @param {string} path
 * @param {Record<string, unknown>} body
 * @returns {Promise<{ status: number, data: unknown }>}
 */
function post(path, body) {
  return new Promise((resolve, reject) => {
    @api@.request({
      url: config.page + path,
      method: "POST",
      data: @body@,
      @header@: { "content-type": "application/json" },
      dataType: "json",@timeout@
      success: (answer) => resolve({ status: answer.@status@, data: answer.data }),
      fail: @post_fail@,
    });
  });
}

/** Goes back to the page, or opens it where there is nothing to go back to. */
function goBack() {
  if (getCurrentPages().length > 1) {
    @api@.navigateBack({});
  } else {
    @api@.reLaunch({ url: "/pages/web/web" });
  }
}

/**
 * Shows which permissions the person has given, to be changed there; `then` when they are back.
 * @param {() => void} then
 */
function openSettings(then) {
  @api@.openSetting({ complete: then });
}

/**
 * Asks whether to change to a new version of the shell, once the host has it. Without it, the host
 * changes at its next cold start, which may be days away.
 * @param {{ title: string, content: string }} question
 */
function offerUpdate(question) {
  const manager = @api@.getUpdateManager();
  manager.onUpdateReady(() => {
    @api@.@confirm@({
      ...question,
      success: (answer) => {
        if (answer.confirm) manager.applyUpdate();
      },
    });
  });
}

@privacy@

module.exports = { language, post, goBack, openSettings, offerUpdate, onPrivacy, readPrivacy };
