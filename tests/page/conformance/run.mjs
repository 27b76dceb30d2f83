// Runs one Python program and prints what it printed: on stock Brython (`stock brython.js prog.py`)
// or on ours (`ours runtime.js program.js`), also without what old browsers lack (`old …`).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";

const [engine, first, second] = process.argv.slice(2);
const write = process.stdout.write.bind(process.stdout);
console.log = console.error = (...values) => values.forEach((value) => write(String(value)));
console.info = console.debug = console.warn = () => {};
globalThis.self = globalThis;
globalThis.addEventListener = () => {};

const load = (file) => vm.runInThisContext(readFileSync(file, "utf8"), { filename: file });
const tell = (error) => write(`${globalThis.__BRYTHON__.error_trace(error)}\n`);

// What came after iOS 15.0 or Chromium 94.
const NEWER = [
  [Object, ["hasOwn", "groupBy"]],
  [Array, ["fromAsync"]],
  [Array.prototype, ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"]],
  [Set.prototype, ["union", "difference", "intersection", "isSubsetOf", "symmetricDifference"]],
  [String.prototype, ["at", "isWellFormed", "toWellFormed"]],
  [Promise, ["withResolvers", "try"]],
  [RegExp, ["escape"]],
  [globalThis, ["structuredClone", "Iterator"]],
];

if (engine === "stock") {
  globalThis.module = { exports: {} };
  globalThis.require = createRequire(import.meta.url);
  load(first);
  const $B = (globalThis.$B = globalThis.__BRYTHON__);
  $B.unicodedb = "";
  $B.url2name["program.py"] = "program";
  $B.imported.program = $B.module.$factory("program");
  try {
    const source = { src: readFileSync(second, "utf8"), filename: "program.py", imported: true };
    const code = $B.py2js(source, "program", "program").to_js();
    new Function("locals_program", code)($B.imported.program);
  } catch (error) {
    tell(error);
  }
} else {
  if (engine === "old") {
    for (const [owner, names] of NEWER) names.forEach((name) => delete owner[name]);
  }
  load(first);
  const $B = globalThis.__BRYTHON__;
  $B.handle_error = tell;
  // All that the programs need of `browser.aio`.
  $B.registerScript("browser.aio", "aio.js", () => ({
    run(coroutine) {
      const frame = $B.frame_obj;
      $B.promise(coroutine).catch((error) => tell($B.exception(error)));
      $B.frame_obj = frame;
    },
  }));
  load(second);
}
