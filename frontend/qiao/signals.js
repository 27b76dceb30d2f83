// The page's qiao.signals: what Python sees of browser/reactive.js.

import * as core from "./browser/reactive.js";

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

export { CycleError } from "./browser/reactive.js";

/** Makes the Python class of a JavaScript one: `attributes` have get and set, `methods` are called. */
function classOf(name, shape, make, attributes, methods, slots = {}) {
  const cls = $B.make_builtin_class(`qiao.signals.${name}`);
  Object.assign(cls, slots);
  cls.tp_funcs = { ...methods };
  for (const [attribute, [get, set]] of Object.entries(attributes)) {
    cls.tp_funcs[`${attribute}_get`] = get;
    cls.tp_funcs[`${attribute}_set`] = set ?? None;
  }
  cls.tp_methods = Object.keys(methods);
  cls.tp_getset = Object.keys(attributes);
  $B.set_func_names(cls, "qiao.signals");
  $B.finalize_type(cls);
  cls.$factory = make;
  cls.$native = true;
  shape.prototype.ob_type = cls;
  return cls;
}

// Tests ask how many readers there are.
function targets(one) {
  const found = $B.empty_dict();
  let at = 0;
  for (let link = one.first; link !== null; link = link.after) _b_.dict.$setitem(found, ++at, link.reader);
  return found;
}

const READ = {
  tp_call: (one) => one.get(),
  tp_repr: (one) => `<${one instanceof core.Signal ? "signal" : "computed"} ${_b_.repr(one.peek())}>`,
};
const peek = (one) => one.peek();
const get = (one) => one.get();

export const Signal = classOf(
  "Signal",
  core.Signal,
  (value) => new core.Signal(value),
  { value: [get, (one, value) => one.set(value)], targets: [targets] },
  { peek },
  READ,
);

export const Computed = classOf(
  "Computed",
  core.Computed,
  (fn) => new core.Computed(fn),
  { value: [get], targets: [targets] },
  { peek },
  READ,
);

const OWNING = {
  on_error: [(one) => one.onError, (one, handler) => void (one.onError = handler)],
  parent: [(one) => one.parent ?? None],
};
const OWNED = {
  dispose: (one) => (one.dispose(), None),
  run: (one, fn, ...args) => one.run(() => $B.$call(fn, ...args)),
  handler: (one) => one.handler() ?? None,
};

export const Owner = classOf("Owner", core.Owner, () => new core.Owner(), OWNING, OWNED);
// What the kernel makes its effects of.
Owner.$core = core;

const stop = $B.asPython((one) => (one.stop(), None), "stop", "qiao.signals");

export const Effect = classOf(
  "Effect",
  core.Effect,
  (fn) => new core.Effect(() => $B.$call(fn)).start(),
  OWNING,
  { ...OWNED, stop: (one) => (one.stop(), None) },
);

// Of `build.py dev`, which keeps what they hold when the sources change.
const { qiaoMade } = globalThis;

export function signal(value) {
  const made = new core.Signal(value);
  qiaoMade?.(made);
  return made;
}

export function computed(fn) {
  return new core.Computed(fn);
}

export function effect(fn) {
  return { ob_type: $B.method, im_func: stop, im_self: Effect.$factory(fn) };
}

export function batch(fn) {
  return core.batched(() => $B.$call(fn));
}

export function untracked(fn) {
  return core.unread(() => $B.$call(fn));
}

export function on_dispose(fn) {
  const owner = core.currentOwner();
  if (owner === null) {
    $B.RAISE(_b_.RuntimeError, "on_dispose outside of a page: nothing would ever call it");
  }
  owner.keep(fn);
  return None;
}

export function current_owner() {
  return core.currentOwner() ?? None;
}
