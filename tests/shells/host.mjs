// Plays a host for a built shell, in Node: its modules, its page stack, and a strict `wx`, `my` …,
// where every name that a test didn't expect throws. Requests are real HTTP.
//
//   node host.mjs FOLDER < scenario.json
//
// A scenario: {"api", "language", "decodes", "does": {function: [outcome, …]}, "steps": [[step,
// …arguments], …]}; an outcome is {"success": …}, {"fail": …} or {"never": true}. What happened is
// printed as JSON.

import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import vm from "node:vm";

const FASTER = 200; // Pauses between tries are seconds, and no test should sleep.

const folder = process.argv[2];
const scenario = JSON.parse(readFileSync(0, "utf8"));
const { api } = scenario;
const happened = { calls: [], pages: [], shares: [], errors: [] };
const stack = [];
let waiting = 0;

/** Keeps `settle` from ending before `work` has. */
async function counted(work) {
  waiting += 1;
  try {
    return await work();
  } finally {
    waiting -= 1;
  }
}

/** Asks by HTTP; returns how the host tells the answer. */
async function request(options, headers, tell) {
  try {
    const answer = await fetch(options.url, {
      method: options.method,
      headers,
      body: typeof options.data === "string" ? options.data : JSON.stringify(options.data),
      signal: AbortSignal.timeout(options.timeout ?? 10000),
    });
    const text = await answer.text();
    let data = text;
    try {
      data = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error; // Hosts hand on what isn't JSON as text.
    }
    return () => tell(answer.status, data);
  } catch (error) {
    return () => options.fail({ errMsg: `request:fail ${error.message}`, error: 12 });
  }
}

const asWeChat = (options) =>
  request(options, options.header, (statusCode, data) => options.success({ statusCode, data }));

const requests = {
  wx: asWeChat,
  tt: asWeChat,
  qq: asWeChat,
  ks: asWeChat,
  swan: asWeChat,
  my: (options) =>
    request(options, options.headers, (status, data) => {
      if (status < 300) options.success({ status, data });
      else options.fail({ error: 19, ...(scenario.hidesStatus ? {} : { status, data }) });
    }),
};

function act(name, options) {
  const outcome = (scenario.does?.[name] ?? []).shift();
  if (!outcome) throw new Error(`${api}.${name} was not expected`);
  if (outcome.never) return;
  counted(async () => {
    await null; // A host never answers before its function has returned.
    if (outcome.success) options.success(outcome.success);
    else options.fail(outcome.fail);
  });
}

let updateReady = null;

const language = () => ({ language: scenario.language ?? "en" });

const functions = {
  getUpdateManager: () => ({
    onUpdateReady: (ready) => (updateReady = ready),
    applyUpdate: () => happened.calls.push(["applyUpdate", {}]),
  }),
  onNeedPrivacyAuthorization: () => undefined,
  // Douyin tells no language.
  ...{
    wx: { getAppBaseInfo: language },
    my: { getAppBaseInfo: language },
    qq: { getSystemInfoSync: language },
    ks: { getSystemInfoSync: language },
    swan: { getSystemInfoSync: language },
  }[api],
  request: (options) => void counted(async () => (await requests[api](options))()),
  navigateBack: () => close(),
  reLaunch: ({ url }) => {
    while (stack.length) close();
    open(url);
  },
};

const strict = new Proxy(functions, {
  get(_, name) {
    const own = functions[name];
    if (!own && !(name in (scenario.does ?? {}))) throw new Error(`${api}.${name} is not expected`);
    return (options = {}) => {
      if (!name.startsWith("get") || !own) happened.calls.push([name, options]);
      return own ? own(options) : act(name, options);
    };
  },
});

let declared = null;
const context = vm.createContext(
  {
    [api]: strict,
    App: (app) => app.onLaunch(),
    Page: (page) => (declared = page),
    getCurrentPages: () => stack,
    setTimeout: (done, pause) => counted(() => new Promise((r) => setTimeout(r, pause / FASTER))).then(done),
    console: { warn: () => undefined },
  },
  { codeGeneration: { strings: false, wasm: false } },
);

const modules = new Map();

function load(path) {
  if (!modules.has(path)) {
    const module = { exports: {} };
    modules.set(path, module);
    const code = readFileSync(join(folder, path), "utf8");
    const names = ["require", "module", "exports"];
    const run = vm.compileFunction(code, names, { parsingContext: context, filename: path });
    run((name) => load(normalize(join(dirname(path), name))), module, module.exports);
  }
  return modules.get(path).exports;
}

function open(url) {
  const [path, query = ""] = url.replace(/^\//, "").split("?");
  modules.delete(`${path}.js`); // Each page on the stack has fields of its own.
  load(`${path}.js`);
  const page = Object.assign(declared, { route: path, seen: [] });
  page.setData = (data) => {
    Object.assign(page.data, JSON.parse(JSON.stringify(data)));
    page.seen.push(page.data.state ?? page.data.problem);
  };
  stack.push(page);
  const read = scenario.decodes ? decodeURIComponent : (value) => value;
  const pairs = query ? query.split("&").map((pair) => pair.split("=").map(read)) : [];
  page.onLoad?.(Object.fromEntries(pairs));
}

function close() {
  stack.pop().onUnload?.();
}

async function settle() {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (waiting) quiet = -1;
  }
}

/** Waits for a state of the page on top. */
async function until(state) {
  while (stack.at(-1).data.state !== state) await new Promise((r) => setTimeout(r, 1));
}

const steps = {
  open,
  close,
  settle,
  until,
  update: () => updateReady(),
  call: (name, ...values) => stack.at(-1)[name](...values),
  twice: (name) => {
    const page = stack.at(-1);
    page[name]();
    page[name]();
  },
  share: (options) => happened.shares.push(stack.at(-1).onShareAppMessage(options)),
};

process.on("unhandledRejection", (error) => happened.errors.push(String(error?.message ?? error)));

load("app.js");
for (const [step, ...values] of scenario.steps) await steps[step](...values);
await settle();
happened.pages = stack.map(({ route, data, seen }) => ({ route, data, seen }));
process.stdout.write(JSON.stringify(happened));
