// The kernel: makes DOM nodes from a tree, or adopts those the server sent.
//
// Its twin is ../html.py: both read the same tree and must agree on every node.
// Python builds plain data and owns the signals; only this file touches nodes. Live parts are
// "sinks": Python keeps one effect for each and calls `apply(sink, value)` when it changed.

import { apply as applyAttribute, attributeName, isTyped, plain, setText, text } from "./attributes.js";
import { movesFor } from "./moves.js";
import { enter } from "./enter.js";

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;
const SVG = "http://www.w3.org/2000/svg";
// What can be gone through, but is no list of children.
const REFUSED = new Set([_b_.dict, _b_.bytes]);
// A textarea's text is its `value`.
const CHILDLESS = new Set(
  "area base br col embed hr img input link meta source textarea wbr".split(" "),
);

// Classes and functions of the Python side, see dom.py.
let python;

// Where the next node goes. Creating: into `parent`, before `before`. Hydrating: `cursor` is
// the node of the server that comes next. `parts` collects what the current block consists of.
let parent, before, cursor, parts, namespace;
let hydrating = false;
// Empty texts that the page added while hydrating.
let added = [];

export function setup(host) {
  python = $B.get_dict(host);
}

// Replace what is inside of `root` by the tree.
export function mount(root, tree) {
  root.replaceChildren();
  run({ parent: root, before: null, hydrating: false }, tree);
}

// Adopt what the server sent inside of `root`; throws HydrationError where it differs.
export function hydrate(root, tree) {
  const typed = Array.from(root.querySelectorAll("input,textarea,select")).filter(isTyped);
  run({ parent: root, before: null, hydrating: true }, tree);
  if (cursor !== null) mismatch("nothing more", cursor);
  hydrating = false;
  // What was typed before the page was ready is the person's, not the server's.
  for (const control of typed) {
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
  }
  // And the taps made meanwhile, see early.js.
  globalThis.qiaoKeptTaps?.();
}

function run(place, tree) {
  ({ parent, before, hydrating } = place);
  namespace = null;
  parts = [];
  added = [];
  cursor = hydrating ? parent.firstChild : null;
  build(tree);
}

// Called by Python from within a block, so that effects made on the way belong to its owner.
export function build(tree) {
  const kind = typeof tree;
  if (kind === "string" || tree instanceof String) return place(staticText(plain(String(tree))));
  if (tree === None || tree === false || tree === undefined) return None;
  if (tree.ob_type === python.Element) return buildElement(tree);
  if (Array.isArray(tree)) {
    for (const child of tree) build(child);
    return None;
  }
  if (kind === "number" || kind === "bigint" || tree.ob_type === _b_.float) {
    return place(staticText(_b_.str.$factory(tree)));
  }
  if (tree.ob_type === python.Each) return buildRegion(python.rows, tree);
  if (tree.ob_type === python.Show) return buildRegion(python.branches, tree);
  if (tree.ob_type === python.Boundary) return buildRegion(python.guard, tree);
  if (tree.ob_type === python.Pending) return buildRegion(python.waiting, tree);
  if (tree.ob_type === python.Portal) return buildPortal(tree);
  if (kind === "function" || $B.$bool($B.$call(_b_.callable, tree))) return buildHole(tree);
  if (tree === true || !$B.$bool($B.$call(_b_.hasattr, tree, "__iter__")) || REFUSED.has($B.get_class(tree))) {
    throw $B.$call(
      python.TreeError,
      _b_.repr(tree) + " can't be a child: give text, a number, an element or a list",
    );
  }
  for (const child of $B.make_js_iterator(tree)) build(child);
  return None;
}

function place(node) {
  if (node === null) return None;
  parts.push(node);
  if (!hydrating && node.parentNode !== parent) parent.insertBefore(node, before);
  return None;
}

// The text node for `value`. The server's text may run on into the next part: it is split.
function staticText(value) {
  if (!hydrating) return value === "" ? null : document.createTextNode(value);
  if (value === "") return null;
  return adoptText(value);
}

function adoptText(value) {
  if (value === "") {
    // The server had nothing to send; live text needs a node all the same.
    return addEmpty(cursor);
  }
  joinTexts(value.length);
  if (!cursor || cursor.nodeType !== Node.TEXT_NODE || !cursor.data.startsWith(value)) {
    mismatch("the text " + JSON.stringify(value), cursor);
  }
  const node = cursor;
  cursor = node.data.length > value.length ? node.splitText(value.length) : node.nextSibling;
  return node;
}

function addEmpty(next) {
  const node = parent.insertBefore(document.createTextNode(""), next);
  if (hydrating) added.push(node);
  return node;
}

// Texts stand in pieces where something that failed had been adopting them before.
function joinTexts(length) {
  while (
    cursor?.nodeType === Node.TEXT_NODE &&
    cursor.data.length < length &&
    cursor.nextSibling?.nodeType === Node.TEXT_NODE
  ) {
    cursor.data += cursor.nextSibling.data;
    cursor.nextSibling.remove();
  }
}

function buildHole(source) {
  $B.$call(python.live, source, { kind: "text", node: null });
  return None;
}

function buildElement(element) {
  const { tag, attrs, children } = $B.get_dict(element);
  if (CHILDLESS.has(tag) && (children.ob_type !== _b_.tuple || children.length > 0)) {
    throw $B.$call(python.TreeError, `<${tag}> can't have children`);
  }
  const outer = { parent, before, cursor, parts, namespace };
  if (tag === "svg") namespace = SVG;
  let node;
  if (hydrating) {
    node = cursor;
    if (!node || node.nodeType !== Node.ELEMENT_NODE || node.localName !== tag) {
      mismatch(`<${tag}>`, node);
    }
    outer.cursor = node.nextSibling;
  } else {
    node = namespace ? document.createElementNS(namespace, tag) : document.createElement(tag);
  }
  if (attrs !== None) {
    for (const name of Object.keys(attrs)) buildAttribute(node, name, attrs[name]);
  }
  parent = node;
  before = null;
  parts = [];
  cursor = hydrating ? node.firstChild : null;
  // A textarea's text is its value, which is an attribute here.
  if (tag !== "textarea") {
    build(children);
    if (hydrating && cursor !== null) mismatch(`nothing more in <${tag}>`, cursor);
  }
  ({ parent, before, cursor, parts, namespace } = outer);
  return place(node);
}

function buildAttribute(node, name, value) {
  if (name.startsWith("on_")) {
    if (value === None || value === false) return;
    node.addEventListener(name.slice(3).replaceAll("_", ""), (event) => fire(value, event));
  } else if (name === "ref") {
    if (value === None || value === false) return;
    $B.$setattr(value, "call", $B.asPython((method) => (node[method](), None), "call"));
  } else {
    const html = attributeName(name, python);
    const sink = { kind: "attribute", node, name: html };
    if (value !== None && typeof value !== "string" && $B.$bool($B.$call(_b_.callable, value))) {
      $B.$call(python.live, value, sink);
    } else if (!hydrating || html === "style") {
      // Styles are not sent: the policy forbids them in the document.
      applyAttribute(node, html, value, python);
    }
  }
}

// Take the new value of a live part. While hydrating, the server's node has it already.
export function apply(sink, value) {
  if (sink.kind === "attribute") {
    if (!hydrating || sink.done || sink.name === "style") applyAttribute(sink.node, sink.name, value, python);
    sink.done = true;
    return None;
  }
  const string = text(value, python);
  if (sink.node) {
    setText(sink.node, string);
  } else {
    sink.node = hydrating ? adoptText(string) : document.createTextNode(string);
    place(sink.node);
  }
  return None;
}

function fire(handler, event) {
  // The page sends its forms itself.
  if (event.type === "submit") event.preventDefault();
  const target = event.currentTarget;
  enter(
    python.dispatch,
    handler,
    event.type,
    $B.String(String(target.value ?? "")),
    target.checked === true,
    event.key ?? "",
    event,
  );
}

export function prevent(event) {
  event.preventDefault();
  return None;
}

// Blocks: what a row or a branch consists of: nodes, and regions that change on their own.

// Make a place that changes on its own; `fill` is the class that looks after it in Python.
function buildRegion(fill, tree) {
  const region = { region: true, blocks: [], byKey: new Map(), anchor: null };
  parts.push(region);
  $B.$call(fill, tree, region);
  region.anchor = addEmpty(hydrating ? cursor : before);
  return None;
}

// Outside of the root: in the way of no hydration, and above everything else.
function buildPortal(portal) {
  const outer = { parent, before, cursor, parts, namespace, hydrating };
  ({ parent, before, cursor, hydrating } = { parent: document.body, before: null, cursor: null, hydrating: false });
  parts = [];
  namespace = null;
  const mine = parts;
  try {
    build($B.get_dict(portal).children);
  } finally {
    ({ parent, before, cursor, parts, namespace, hydrating } = outer);
  }
  const remove = () => {
    for (const node of Array.from(nodesOf({ parts: mine }))) node.remove();
    return None;
  };
  $B.$call(python.on_dispose, $B.asPython(remove, "remove"));
  return None;
}

function* nodesOf(block) {
  for (const part of block.parts) {
    if (!part.region) yield part;
    else {
      for (const inner of part.blocks) yield* nodesOf(inner);
      // Not there yet in a region that fails while it is made.
      if (part.anchor) yield part.anchor;
    }
  }
}

// Make the block that `render` gives, where the cursor stands or before `next`.
function newBlock(region, render, args, next) {
  const outer = { parent, before, cursor, parts, namespace, hydrating };
  const block = { parts: [], owner: None, row: undefined };
  const addedBefore = added.length;
  parts = block.parts;
  if (region.anchor) {
    parent = region.anchor.parentNode;
    namespace = parent.namespaceURI === SVG ? SVG : null;
    before = next;
    hydrating = false;
  }
  try {
    block.owner = $B.$call(python.block, render, ...args);
    if (!region.anchor) outer.cursor = cursor;
  } catch (error) {
    // What was built of it before it failed must not stay; nodes of the server's may be needed.
    const wrong = hydrating ? added.splice(addedBefore) : Array.from(nodesOf(block));
    for (const node of wrong) node.remove();
    throw error;
  } finally {
    ({ parent, before, cursor, parts, namespace, hydrating } = outer);
  }
  return block;
}

function dropBlock(block) {
  $B.$call(python.dispose, block.owner);
  for (const node of Array.from(nodesOf(block))) node.remove();
}

// Build what `render` gives apart from the page, and throw it away: raises what fails in it.
export function rehearse(render) {
  const outer = { parent, before, cursor, parts, namespace, hydrating };
  parent = document.createDocumentFragment();
  parts = [];
  before = cursor = null;
  hydrating = false;
  try {
    $B.$call(python.dispose, $B.$call(python.block, render));
  } finally {
    ({ parent, before, cursor, parts, namespace, hydrating } = outer);
  }
  return None;
}

export function show_branch(region, render) {
  const old = region.blocks;
  region.blocks = [];
  for (const block of old) dropBlock(block);
  region.blocks = [newBlock(region, render, [], region.anchor)];
  return None;
}

// Bring the rows of a region to `pairs`, a list of (key, row); rows that stay keep their nodes.
export function show_rows(region, pairs, render, otherwise) {
  const old = region.byKey;
  const byKey = new Map();
  const kept = new Set();
  for (const [key, row] of pairs) {
    const block = old.get(jsKey(key));
    if (block && $B.is_or_equals(block.row, row)) {
      byKey.set(jsKey(key), block);
      kept.add(block);
    }
  }
  const indexOf = new Map(region.blocks.map((block, at) => [block, at]));
  for (const block of region.blocks) if (!kept.has(block)) dropBlock(block);
  const blocks = [];
  if (!region.anchor) {
    // From the start, so that nothing is forgotten if one fails.
    region.blocks = blocks;
    for (const [key, row] of pairs) {
      const block = newBlock(region, render, [row], null);
      block.row = row;
      byKey.set(jsKey(key), block);
      blocks.push(block);
    }
  } else {
    // From the end, so that the node to insert before is always in place.
    const stay = movesFor(pairs.map(([key]) => indexOf.get(byKey.get(jsKey(key))) ?? -1));
    const focused = document.activeElement;
    let next = region.anchor;
    for (let at = pairs.length - 1; at >= 0; at--) {
      const [key, row] = pairs[at];
      let block = byKey.get(jsKey(key));
      if (!block) {
        try {
          block = newBlock(region, render, [row], next);
        } catch (error) {
          // Nothing is better than half of it; the next change makes them all anew.
          for (const one of new Set([...blocks, ...byKey.values()])) if (one) dropBlock(one);
          region.blocks = [];
          region.byKey = new Map();
          throw error;
        }
        block.row = row;
        byKey.set(jsKey(key), block);
      } else if (!stay.has(at)) {
        for (const node of Array.from(nodesOf(block))) next.parentNode.insertBefore(node, next);
      }
      blocks[at] = block;
      const first = nodesOf(block).next();
      if (!first.done) next = first.value;
    }
    // A node that moves loses the focus.
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  }
  region.byKey = byKey;
  if (pairs.length === 0) blocks.push(newBlock(region, otherwise, [], region.anchor));
  region.blocks = blocks;
  return None;
}

function jsKey(key) {
  if (typeof key === "string" || typeof key === "number") return key;
  // No text that looks like it is the same.
  return key instanceof String ? String(key) : "\0" + _b_.repr(key);
}

export function drop_blocks(region) {
  for (const block of region.blocks) $B.$call(python.dispose, block.owner);
  return None;
}

function mismatch(wanted, found) {
  const got = !found
    ? "nothing"
    : found.nodeType === Node.ELEMENT_NODE
      ? `<${found.localName} class="${found.getAttribute("class") ?? ""}">`
      : JSON.stringify(found.data);
  hydrating = false;
  throw $B.$call(python.HydrationError, `the page wanted ${wanted}, the server had sent ${got}`);
}
