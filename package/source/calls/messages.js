
const config = require("./config.js");

/**
 * Which messages the person wants, by the names that the page has for them.
 * @param {string[]} names
 * @param {(id: string) => boolean} wanted
 */
function answers(names, wanted) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of names) found[name] = wanted(config.templates[name]) ? "accepted" : "rejected";
  return found;
}
