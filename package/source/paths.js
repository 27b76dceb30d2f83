// Where the web-view goes, and what a share card keeps of it. The hosts have no URL class.

const config = require("./config.js");

// What the shell adds to an address. A link that brings its own is not trusted with them: a ticket
// in it would sign its reader in as somebody else.
const OURS = ["ticket", "host", "build", "shell", "lang"];

/**
 * Takes what the shell adds out of a path.
 * @param {string} path
 */
function plain(path) {
  const [beforeHash, ...hash] = path.split("#");
  const [pathname, ...query] = beforeHash.split("?");
  const kept = query
    .join("?")
    .split("&")
    .filter((pair) => pair && !OURS.includes(decoded(pair.split("=")[0])));
  // WeChat asks for "#wechat_redirect" in some addresses; it means nothing to the page.
  const anchor = hash.join("#").replace(/wechat_redirect$/, "");
  return pathname + (kept.length ? `?${kept.join("&")}` : "") + (anchor ? `#${anchor}` : "");
}

/**
 * @param {string} text
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text; // A lone % is no code: the text is then meant as it stands.
  }
}

/**
 * The path within the page that a shell page was asked to open; "/" when it was asked for none, or
 * for one that leads away: "@other.example" after the page's address would be another host.
 * @param {string | undefined} value
 */
function readPath(value) {
  let path = value || "/";
  // Some hosts decode the query, some don't.
  if (!path.startsWith("/")) path = decoded(path);
  return /^\/(?![/\\])/.test(path) ? plain(path) : "/";
}

/**
 * The path behind a mini program code: its `scene` is a short name that the server knows.
 * @param {string | undefined} scene
 */
function scenePath(scene) {
  return scene ? `/s/${encodeURIComponent(decoded(scene))}` : "";
}

/**
 * The whole address of a path, with what the page and its server are to know.
 * @param {string} path
 * @param {Record<string, string>} known
 */
function addressOf(path, known) {
  const [beforeHash, ...hash] = path.split("#");
  const query = Object.keys(known)
    .filter((name) => known[name] !== "")
    .map((name) => `${name}=${encodeURIComponent(known[name])}`)
    .join("&");
  const address = beforeHash + (beforeHash.includes("?") ? "&" : "?") + query;
  const anchor = hash.length ? `#${hash.join("#")}` : "";
  // iOS shows a white page for an address with characters outside ASCII.
  return config.page + (address + anchor).replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/**
 * The path to share: that of the page in the web-view, without what the shell added.
 * @param {string | undefined} address
 */
function sharedPath(address) {
  if (!address) return "";
  if (!address.startsWith(`${config.page}/`)) return "/";
  return readPath(address.slice(config.page.length));
}

/**
 * The shell page that opens a path.
 * @param {string} path
 */
function shellPath(path) {
  return `/pages/web/web?path=${encodeURIComponent(path)}`;
}

module.exports = { readPath, scenePath, addressOf, sharedPath, shellPath };
