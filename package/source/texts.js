// What the shell itself says, in the language of the host. The page brings its own texts.

const host = require("./host.js");

const english = {
  opening: "Opening…",
  unreachable: "The page can’t be reached",
  unreachableHint: "Check your connection, then try again.",
  noLogin: "Signing in didn’t work",
  noLoginHint: "Try again, or look around without signing in.",
  retry: "Try again",
  openAnyway: "Continue without signing in",
  goBack: "Go back",
  acting: "One moment…",
  sending: "Sending…",
  unsent: "The result couldn’t be sent",
  unsentHint: "It is kept here until you go back. Check your connection, then try again.",
  denied: "Permission is missing",
  failed: "That didn’t work",
  update: "A new version is ready",
  updateHint: "Open it now? What you have typed and not sent is lost.",
};

/** @type {typeof english} */
const chinese = {
  opening: "正在打开…",
  unreachable: "无法打开页面",
  unreachableHint: "请检查网络后重试。",
  noLogin: "登录失败",
  noLoginHint: "请重试，或不登录先看看。",
  retry: "重试",
  openAnyway: "不登录，继续",
  goBack: "返回",
  acting: "请稍候…",
  sending: "正在发送…",
  unsent: "结果未能发送",
  unsentHint: "返回之前结果会保留在这里。请检查网络后重试。",
  denied: "缺少权限",
  failed: "操作失败",
  update: "新版本已就绪",
  updateHint: "现在打开吗？未提交的内容会丢失。",
};

/** @type {"en" | "zh"} */
const language = host.language().startsWith("zh") ? "zh" : "en";

module.exports = { language, texts: language === "zh" ? chinese : english };
