// The page does the work, and each page of the shell stands for itself: the app keeps nothing.

const host = require("./host.js");
const { texts } = require("./texts.js");

App({
  onLaunch() {
    host.offerUpdate({ title: texts.update, content: texts.updateHint });
  },
});
