// The Node side of the build: one process, one JSON request a line, one JSON answer a line.
// Operations: load (the Brython source), compile (a Python module), script (a JavaScript module),
// survey and shake (the runtime), hint (the same, minified), minify (JavaScript), style (CSS).
// What reads files names them: `inputs`.
"use strict";

const { createRequire } = require("node:module");
const { Session } = require("node:inspector/promises");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const { Runtime } = require("./shake.js");

// Standard output carries the answers; whatever Brython prints while compiling goes to the other.
console.log = console.info = console.debug = console.error;

// What the rehearsal prints; its errors must be seen.
const quiet = { ...console, log() {} };

// Half of a surrogate pair, which only an escape brings through UTF-8.
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// What a bundle begins with, where that is no file.
const UNWRITTEN = ["wanted.js", "all.css"];

let brython = null;
let esbuild = null;
let acorn = null;
let lastRuntime = {};

const operations = {
  /** Runs the stock Brython, with its AST constructors, in this process. */
  load({ source, root, unicode }) {
    globalThis.self = globalThis;
    globalThis.addEventListener = () => {};
    globalThis.require = require;
    globalThis.module = { exports: {} };
    vm.runInThisContext(source, { filename: "brython.js" });
    brython = globalThis.$B = globalThis.__BRYTHON__;
    // Names of characters (\N{...}); the page's Brython would fetch this file.
    brython.unicodedb = unicode;
    const packages = createRequire(root + "/package.json");
    esbuild = packages("esbuild");
    acorn = packages("acorn");
    return { version: brython.implementation.slice(0, 3).join(".") };
  },

  /** Compiles one Python module to the body of a function. */
  compile({ source, file, name }) {
    brython.restart_ids();
    brython.url2name[file] = name;
    brython.file_cache[file] = source;
    try {
      const code = brython.py2js({ src: source, filename: file, imported: true }, name, name);
      return { code: code.to_js().replace(HALF, (one) => `\\u${one.charCodeAt(0).toString(16)}`) };
    } catch (error) {
      return { error: describe(error), line: error.lineno ?? 0 };
    } finally {
      brython.frame_obj = null;
    }
  },

  /**
   * Bundles a JavaScript module and what it imports to the body of a function, at whose end
   * `exported` is an object of the wanted names that it exports ("*": all).
   * It is minified with the script that it goes into.
   */
  async script({ file, target, wanted = ["*"] }) {
    const names = wanted.includes("*") ? "*" : `{${wanted}}`;
    const result = await esbuild.build({
      stdin: {
        contents: `export ${names} from ${JSON.stringify(file)}`,
        resolveDir: path.dirname(file),
        sourcefile: UNWRITTEN[0],
      },
      bundle: true,
      write: false,
      outfile: "script.js",
      sourcemap: "external",
      metafile: true,
      charset: "utf8",
      format: "esm",
      target,
      logLevel: "silent",
    });
    const [map, { text }] = result.outputFiles;
    const [last, exported] = text.match(/^export (\{[^}]*\});\n*$/m) ?? ["", "{}"];
    const object = exported.replace(/([\w$]+) as ([\w$]+)/g, "$2: $1");
    const code = `${text.slice(0, text.length - last.length)}const exported = ${object};\n`;
    return { code, ...lineTable(map.text), inputs: inputsOf(result) };
  },

  /** Bundles a script that stands on its own. */
  async bundle({ file, target }) {
    const result = await esbuild.build({
      entryPoints: [file],
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      charset: "utf8",
      format: "iife",
      target,
      logLevel: "silent",
      legalComments: "inline",
    });
    return { code: result.outputFiles[0].text, inputs: inputsOf(result) };
  },

  /** Says which words, named in a module, keep a function of the runtime that is else left out. */
  survey({ source, parts }) {
    return { optional: runtimeOf(source, parts).optional() };
  },

  /** Leaves out of the runtime what modules that name these words do not reach. */
  shake({ source, parts, words }) {
    return { code: runtimeOf(source, parts).without(new Set(words)) };
  },

  /**
   * Puts parentheses round the functions of `runtime` that run while it starts and `program` runs.
   * V8 compiles such a function at once, and any other in two steps: first a look for its end,
   * then, when it is called, all over again.
   */
  async hint({ runtime, program }) {
    const called = await calledFunctions(runtime, program);
    const marks = called
      .filter(({ start }) => /^(?:async )?function/.test(runtime.slice(start, start + 14)))
      .filter(({ start }) => /(?:[=,:?&|]|return )$/.test(runtime.slice(Math.max(0, start - 7), start)))
      .flatMap(({ start, end }) => [[start, "("], [end, ")"]]);
    // At one place, what ends there ends before what begins.
    marks.sort((a, b) => a[0] - b[0] || (a[1] === ")" ? -1 : 1));
    let done = 0;
    let code = "";
    for (const [at, mark] of marks) {
      code += runtime.slice(done, at) + mark;
      done = at;
    }
    return { code: code + runtime.slice(done), functions: marks.length / 2 };
  },

  /** Minifies a script. With the source `map` of it, also says which line came from where. */
  async minify({ source, target, map }) {
    const before = map ? `\n//# sourceMappingURL=data:application/json;base64,${btoa(map)}` : "";
    const result = await esbuild.transform(source + before, {
      minify: true,
      charset: "utf8",
      target,
      logLevel: "silent",
      legalComments: "none",
      sourcemap: map ? "external" : false,
      sourcesContent: false,
    });
    return map ? { code: result.code, ...lineTable(result.map) } : { code: result.code };
  },

  /** Bundles style sheets (`@import` and all) to one. */
  async style({ source, folder, target }) {
    const result = await esbuild.build({
      stdin: { contents: source, resolveDir: folder, loader: "css", sourcefile: UNWRITTEN[1] },
      bundle: true,
      write: false,
      minify: true,
      charset: "utf8",
      target,
      logLevel: "silent",
      external: ["/assets/*"],
      metafile: true,
    });
    return { code: result.outputFiles[0].text, inputs: inputsOf(result) };
  },
};

/** Returns the files that went into a bundle, below the folder that this runs in. */
function inputsOf({ metafile }) {
  return Object.keys(metafile.inputs).filter((name) => !UNWRITTEN.includes(name));
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Returns the sources of a source map, and where in the script their lines begin: line and column,
 * number of the source and line in it; lines and columns from 0, as in the map.
 */
function lineTable(text) {
  const { sources, mappings } = JSON.parse(text);
  const lines = [];
  let [source, line, last] = [0, 0, ""];
  mappings.split(";").forEach((segments, at) => {
    let column = 0;
    for (const segment of segments ? segments.split(",") : []) {
      const steps = numbers(segment);
      column += steps[0];
      if (steps.length === 1) continue;
      source += steps[1];
      line += steps[2];
      const place = `${source}:${line}`;
      if (place !== last) lines.push([at, column, source, line]);
      last = place;
    }
  });
  return { sources, lines };
}

/** Reads numbers in base 64: five bits a digit, the lowest first, the sign before all. */
function numbers(digits) {
  const found = [];
  let [value, shift] = [0, 0];
  for (const letter of digits) {
    const digit = DIGITS.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      found.push(value & 1 ? -(value >> 1) : value >> 1);
      [value, shift] = [0, 0];
    }
  }
  return found;
}

/** Reads a runtime, which takes a second: asked again about the same, the one that was read. */
function runtimeOf(source, parts) {
  const asked = source + JSON.stringify(parts);
  if (asked !== lastRuntime.asked) {
    lastRuntime = { asked, runtime: new Runtime(acorn, source, parts) };
  }
  return lastRuntime.runtime;
}

/** Runs a runtime and a program on it in a realm of their own; returns the functions called. */
async function calledFunctions(runtime, program) {
  const session = new Session();
  session.connect();
  const realm = vm.createContext({ setTimeout, Event, URL, TextDecoder, console: quiet });
  vm.runInContext("globalThis.self = globalThis", realm);
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  vm.runInContext(runtime, realm, { filename: "hinted.js" });
  vm.runInContext(program, realm, { filename: "rehearsal.js" });
  await new Promise(setImmediate); // what the program awaits
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const script = result.find(({ url }) => url === "hinted.js");
  return script.functions
    .map(({ ranges: [range] }) => ({ ...range, start: range.startOffset, end: range.endOffset }))
    .filter(({ start, count }) => start > 0 && count > 0);
}

/** Says what a Python or JavaScript error was, in one line. */
function describe(error) {
  if (error.ob_type) {
    const kind = brython.class_name(error);
    return `${kind}: ${error.args?.[0] ?? ""}`;
  }
  if (error.errors?.length) {
    return error.errors
      .map((e) => (e.location ? `${e.location.file}:${e.location.line}: ` : "") + e.text)
      .join("\n");
  }
  return error.stack ?? String(error);
}

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  let answer;
  try {
    const request = JSON.parse(line);
    answer = await operations[request.operation](request);
  } catch (error) {
    answer = { error: describe(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
