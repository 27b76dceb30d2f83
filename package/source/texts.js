// What the shell itself says, in the language of the host. The page brings its own texts.

const host = require("./host.js");

/** @type {Texts} */
const english = {
  opening: "Opening…",
  unreachable: "The page can’t be reached",
  unreachableHint: "Check your connection, then try again.",
  noLogin: "Signing in didn’t work",
  noLoginHint: "Try again, or look around without signing in.",
  retry: "Try again",
  openAnyway: "Continue without signing in",
  goBack: "Go back",
  done: "Done",
  acting: "One moment…",
  sending: "Sending…",
  unsent: "The result couldn’t be sent",
  unsentHint: "It is kept here until you go back. Check your connection, then try again.",
  denied: "Permission is missing",
  failed: "That didn’t work",
  settings: "Open settings",
  shared: "Shared?",
  privacy: "Your privacy",
  privacyHint: "For this, our privacy terms need your consent.",
  agree: "Agree",
  readPrivacy: "Read the terms",
  refuse: "Not now",
  update: "A new version is ready",
  updateHint: "Open it now? What you have typed and not sent is lost.",
};

/** @type {Texts} */
const chinese = {
  opening: "正在打开…",
  unreachable: "无法打开页面",
  unreachableHint: "请检查网络后重试。",
  noLogin: "登录失败",
  noLoginHint: "请重试，或不登录先看看。",
  retry: "重试",
  openAnyway: "不登录，继续",
  goBack: "返回",
  done: "完成",
  acting: "请稍候…",
  sending: "正在发送…",
  unsent: "结果未能发送",
  unsentHint: "返回之前结果会保留在这里。请检查网络后重试。",
  denied: "缺少权限",
  failed: "操作失败",
  settings: "打开设置",
  shared: "分享好了吗？",
  privacy: "隐私保护",
  privacyHint: "继续之前，需要您同意我们的隐私保护指引。",
  agree: "同意",
  readPrivacy: "查看指引",
  refuse: "暂不同意",
  update: "新版本已就绪",
  updateHint: "现在打开吗？未提交的内容会丢失。",
};

// What stands above and on the buttons of calls that the host does only after a tap.
/** @type {Record<"en" | "zh", Words>} */
const WORDS = {
  en: {
    subscribe: {
      title: "Stay informed",
      hint: "We write to you when something changes.",
      button: "Choose messages",
    },
    phone_number: {
      title: "Your phone number",
      hint: "It is taken from your account, so you need not type it.",
      button: "Use my number",
    },
    share: { title: "Share this page", hint: "", button: "Choose whom to send it to" },
  },
  zh: {
    subscribe: {
      title: "订阅通知",
      hint: "有变化时，我们会通知您。",
      button: "选择通知",
    },
    phone_number: {
      title: "手机号",
      hint: "使用您账号的手机号，无需手动填写。",
      button: "使用我的手机号",
    },
    share: { title: "分享此页", hint: "", button: "选择分享对象" },
  },
};

/** @type {"en" | "zh"} */
const language = host.language().startsWith("zh") ? "zh" : "en";

module.exports = {
  language,
  texts: language === "zh" ? chinese : english,
  words: WORDS[language],
};
