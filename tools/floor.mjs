// Finds what the oldest browsers that the page is made for don't have, in the scripts and style
// sheets named on the command line; prints one JSON list of findings. By tools and their data:
// eslint-plugin-compat (functions of browsers, by MDN's table), eslint-plugin-es-x (the language and
// its built-ins, by year), stylelint with doiuse (CSS, by caniuse). What they can't tell is a newer
// method of an object of the DOM: that takes types.
import { readFileSync } from "node:fs";

import { ESLint } from "eslint";
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";
import stylelint from "stylelint";
import unsupported from "stylelint-no-unsupported-browser-features";

const BROWSERS = ["chrome 94", "ios_saf 15.0"];

// es-x knows years, not browsers.
const years = esx.configs["flat/restrict-to-es2021"].rules;
// Of ES2022 both browsers have these.
const THERE = ["class-instance-fields", "class-static-fields", "private-methods"];
THERE.push("class-private-fields", "class-private-methods", "regexp-d-flag");
// The runtime brings these itself, where they are missing.
THERE.push("object-hasown", "regexp-escape", "set-prototype-difference");
// What Python's sets call theirs.
THERE.push("set-prototype-union");
// Of older years iOS 15 lacks this.
const LACKING = ["regexp-lookbehind-assertions"];

// Methods count whatever they are called on, as a script doesn't say what type a value has; so
// nothing can be said of those that arrays have had for long.
const ofArrays = (name) => name.split("-prototype-")[1] in Array.prototype;
const isNewer = (name) =>
  !THERE.includes(name) && !(/^(iterator|async-iterator)-prototype-/.test(name) && ofArrays(name));

const rules = { "compat/compat": "error" };
for (const name of [...Object.keys(years).map((rule) => rule.replace("es-x/no-", "")), ...LACKING]) {
  if (isNewer(name)) rules[`es-x/no-${name}`] = "error";
}

const eslint = new ESLint({
  overrideConfigFile: true,
  allowInlineConfig: false,
  ignore: false,
  cwd: "/",
  overrideConfig: [
    {
      files: ["**/*.js"],
      plugins: { compat, "es-x": esx },
      languageOptions: { ecmaVersion: "latest", sourceType: "script" },
      settings: {
        browsers: BROWSERS,
        polyfills: ["Object.hasOwn", "RegExp.escape"],
        "es-x": { aggressive: true },
      },
      rules,
    },
  ],
});

async function lookAtScript(file) {
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  const [result] = await eslint.lintText(text, { filePath: "/script.js" });
  // A name of Python's is an attribute here, too; JavaScript's own methods are called.
  const isCalled = ({ endLine, endColumn }) => lines[endLine - 1][endColumn - 1] === "(";
  return result.messages
    .filter((one) => !one.ruleId?.includes("-prototype-") || isCalled(one))
    .map(({ ruleId, message, line, column }) => ({
      file,
      rule: ruleId ?? "syntax",
      message,
      near: lines[line - 1].slice(Math.max(0, column - 40), column + 40),
    }));
}

// A browser without these drops the declaration or the rule, and what is left works: the browser's
// own ring of focus, a text field of one size, `100vh` before `100dvh`.
const DISPENSABLE = ["css-focus-visible", "css-resize", "viewport-unit-variants"];

async function lookAtStyle(file) {
  const { results } = await stylelint.lint({
    code: readFileSync(file, "utf8"),
    config: {
      plugins: [unsupported],
      rules: {
        "plugin/no-unsupported-browser-features": [
          true,
          { browsers: BROWSERS, severity: "error", ignorePartialSupport: true, ignore: DISPENSABLE },
        ],
      },
    },
  });
  return results.flatMap(({ warnings, parseErrors }) =>
    [...warnings, ...parseErrors].map(({ rule, text, line, column }) => ({
      file,
      rule: rule ?? "syntax",
      message: text,
      near: `${line}:${column}`,
    })),
  );
}

const findings = [];
for (const file of process.argv.slice(2)) {
  findings.push(...(await (file.endsWith(".css") ? lookAtStyle : lookAtScript)(file)));
}
console.log(JSON.stringify(findings));
