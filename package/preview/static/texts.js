// The preview's own words, in the language that the host is set to. English stands in the source.

/** @type {Record<string, string>} */
const CHINESE = {
  "Preview · Qiao": "预览 · Qiao",
  "The preview plays a phone, and needs scripts for it.": "预览要模拟一部手机，需要启用脚本。",
  "The page itself": "页面本身",
  "works without.": "无需脚本也能使用。",
  Preview: "预览",
  "The shell, as built": "所构建的小程序壳",
  "Open a path": "打开路径",
  Path: "路径",
  Open: "打开",
  "Host and phone": "宿主与手机",
  Host: "宿主",
  WeChat: "微信",
  Alipay: "支付宝",
  "User of the host": "宿主用户",
  Nobody: "无人",
  "Another name is another account. Without a name the login fails.":
    "不同的名字是不同的账号；留空则登录失败。",
  Language: "语言",
  English: "English",
  中文: "中文",
  Theme: "主题",
  Light: "浅色",
  Dark: "深色",
  Camera: "摄像头",
  Location: "位置",
  "Photo album": "相册",
  "Privacy guide": "隐私保护指引",
  Subscriptions: "订阅消息",
  Ask: "询问",
  Allowed: "允许",
  Denied: "拒绝",
  Network: "网络",
  Good: "良好",
  Slow: "缓慢",
  Off: "断开",
  "Where the phone is": "手机所在位置",
  Device: "设备",
  "Small phone": "小屏手机",
  "iPhone SE": "iPhone SE",
  iPhone: "iPhone",
  "Large Android": "大屏安卓",
  Restart: "重新启动",
  "Kill the page": "回收页面",
  "As a phone does to save memory: the page loads anew where it was":
    "如同手机为节省内存所做的：页面在原处重新加载",
  "In the background, for minutes": "退到后台（分钟）",
  Go: "执行",
  "New shell version": "发现新版本",
  "The host has fetched a newer version of the shell": "宿主已下载小程序壳的新版本",
  Back: "返回",
  Share: "分享",
  Messages: "消息",
  page: "页面",
  shell: "壳",
  host: "宿主",
  platform: "平台",
  server: "服务器",
  Clear: "清空",
  "Scan a code": "扫码",
  "Close the scanner": "关闭扫码",
  "Use this computer’s camera": "使用这台电脑的摄像头",
  "This computer’s camera can’t be used.": "无法使用这台电脑的摄像头。",
  "Or say what the code reads:": "或输入码的内容：",
  "What the code says": "码的内容",
  Scan: "扫描",
  "A ticket that you open in this preview is offered here.": "在预览中打开过的票会列在这里。",
  "From a picture…": "从图片识别…",
  "Reading the picture…": "正在识别图片…",
  "There is no code on this picture.": "图片中没有码。",
  Question: "询问",
  Cancel: "取消",
  OK: "确定",
  Close: "关闭",
  "Choose a picture": "选择图片",
  "Take a photo": "拍照",
  "From the album…": "从相册选择…",
  "That is not a picture.": "这不是图片。",
  "Saved picture": "已保存的图片",
  "Copy link": "复制链接",
  "The link is copied.": "链接已复制。",
  "The browser does not let me copy.": "浏览器不允许复制。",
  "User who opens the card": "打开卡片的用户",
  "Open as this user": "以此用户打开",
  Message: "提示",
  Permission: "授权",
  "Phone number": "手机号",
  Settings: "设置",
  Cashier: "收银台",
  Allow: "允许",
  Deny: "拒绝",
  Done: "完成",
  Pay: "支付",
  "Let it fail": "支付失败",
  "The notice to the server comes late": "支付通知延迟到达服务器",
  "It has not asked for anything yet.": "小程序还没有请求过任何权限。",
  "Use the camera": "使用摄像头",
  "Know where you are": "获取你的位置",
  "Save to your photos": "保存到相册",
  "Process what its privacy guide says": "按隐私保护指引处理信息",
  "Know your phone number": "获取你的手机号",
  "Send you messages": "向你发送消息",
  "The page in the web-view": "web-view 中的页面",
};

const SAID = ["aria-label", "title", "placeholder"];
let chinese = false;

/** What a node said in the source. @type {WeakMap<Node, Record<string, string>>} */
const sources = new WeakMap();

/**
 * A text in the language that is set.
 * @param {string} english
 */
export function t(english) {
  return (chinese && CHINESE[english]) || english;
}

/**
 * Sets the language, of the preview's page as well.
 * @param {"en" | "zh"} language
 */
export function speak(language) {
  chinese = language === "zh";
  document.documentElement.lang = language;
  document.title = t("Preview · Qiao");
  translate(document.body);
}

/**
 * Says what is in a part of the page in the language that is set; only what the source says there.
 * @param {Element} root
 */
export function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const words = source(node, "", node.data.trim());
      if (words in CHINESE) node.data = node.data.replace(node.data.trim(), t(words));
      continue;
    }
    const element = /** @type {Element} */ (node);
    for (const name of SAID) {
      const words = source(element, name, element.getAttribute(name) ?? "");
      if (words in CHINESE) element.setAttribute(name, t(words));
    }
  }
}

/**
 * @param {Node} node
 * @param {string} name
 * @param {string} now
 */
function source(node, name, now) {
  const known = sources.get(node) ?? {};
  sources.set(node, known);
  // Somebody else has written there meanwhile.
  if (known[name] === undefined || ![known[name], CHINESE[known[name]]].includes(now)) {
    known[name] = now;
  }
  return known[name];
}
