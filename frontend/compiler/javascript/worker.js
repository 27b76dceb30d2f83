// The Node side of the build: one process, one JSON request a line, one JSON answer a line.
// Operations: load (the Brython source), compile (a Python module), script (a JavaScript module),
// minify (JavaScript), style (CSS).
"use strict";

const { createRequire } = require("node:module");
const { Session } = require("node:inspector/promises");
const readline = require("node:readline");
const vm = require("node:vm");

// Standard output carries the answers; whatever Brython prints while compiling goes to the other.
console.log = console.info = console.debug = console.error;

// What the rehearsal prints; its errors must be seen.
const quiet = { ...console, log() {} };

let brython = null;
let esbuild = null;

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
    esbuild = createRequire(root + "/package.json")("esbuild");
    return { version: brython.implementation.slice(0, 3).join(".") };
  },

  /** Compiles one Python module to the body of a function. */
  compile({ source, file, name }) {
    brython.restart_ids();
    brython.url2name[file] = name;
    brython.file_cache[file] = source;
    try {
      const code = brython.py2js({ src: source, filename: file, imported: true }, name, name);
      return { code: code.to_js() };
    } catch (error) {
      return { error: describe(error), line: error.lineno ?? 0 };
    } finally {
      brython.frame_obj = null;
    }
  },

  /** Bundles a JavaScript module and what it imports to an expression: the object it exports. */
  async script({ file, target }) {
    const result = await esbuild.build({
      entryPoints: [file],
      bundle: true,
      write: false,
      minify: true,
      charset: "utf8",
      format: "iife",
      globalName: "exported",
      target,
      logLevel: "silent",
      metafile: true,
    });
    return { code: result.outputFiles[0].text, inputs: Object.keys(result.metafile.inputs) };
  },

  /** Bundles a script that stands on its own. */
  async bundle({ file, target }) {
    const result = await esbuild.build({
      entryPoints: [file],
      bundle: true,
      write: false,
      minify: true,
      charset: "utf8",
      format: "iife",
      target,
      logLevel: "silent",
      legalComments: "inline",
    });
    return { code: result.outputFiles[0].text };
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

  async minify({ source, target }) {
    const result = await esbuild.transform(source, {
      minify: true,
      charset: "utf8",
      target,
      logLevel: "silent",
      legalComments: "none",
    });
    return { code: result.code };
  },

  /** Bundles style sheets (`@import` and all) to one. */
  async style({ source, folder, target }) {
    const result = await esbuild.build({
      stdin: { contents: source, resolveDir: folder, loader: "css", sourcefile: "all.css" },
      bundle: true,
      write: false,
      minify: true,
      charset: "utf8",
      target,
      logLevel: "silent",
      external: ["/assets/*"],
    });
    return { code: result.outputFiles[0].text };
  },
};

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
