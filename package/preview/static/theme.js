// Light or dark for one document, whatever the desktop is set to.

/** @typedef {"light" | "dark"} Theme */

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g;

/** The media of a rule as its author wrote it. @type {WeakMap<CSSMediaRule, string>} */
const written = new WeakMap();

/**
 * Answers every question for the colour scheme in these sheets. A frame takes its scheme from the
 * system and no page can set it, but a sheet of the same origin may be changed.
 * @param {Iterable<CSSStyleSheet>} sheets
 * @param {Theme} theme
 */
export function paint(sheets, theme) {
  for (const sheet of sheets) paintRules(sheet.cssRules, theme);
}

/**
 * @param {CSSRuleList} rules
 * @param {Theme} theme
 */
function paintRules(rules, theme) {
  for (const rule of rules) {
    if ("media" in rule && "cssRules" in rule) {
      const media = /** @type {CSSMediaRule} */ (rule);
      const text = written.get(media) ?? media.media.mediaText;
      written.set(media, text);
      // A width of nothing and more is always true; that below nothing never.
      media.media.mediaText = text.replace(SCHEME, (_, scheme) =>
        scheme === theme ? "(min-width: 0px)" : "(max-width: -1px)",
      );
      paintRules(media.cssRules, theme);
    }
  }
}
