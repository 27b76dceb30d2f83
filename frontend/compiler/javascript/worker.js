// The Node side of the build: one process, one JSON request a line, one JSON answer a line.
// Operations: load (the Brython source), compile (a Python module), script (a JavaScript module),
// minify (JavaScript), style (CSS).
"use strict";

const { createRequire } = require("node:module");
const readline = require("node:readline");
const vm = require("node:vm");

// Standard output carries the answers; whatever Brython prints while compiling goes to the other.
console.log = console.info = console.debug = console.error;

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
