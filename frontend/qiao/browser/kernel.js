// The kernel: makes DOM nodes from a tree, or adopts those the server sent.
//
// Its twin is ../html.py: both read the same tree and must agree on every node.
// Python builds plain data; only this file touches nodes. Each live part has an effect of its own.

import { apply as applyAttribute, attributeName, isTyped, plain, setText, text } from "./attributes.js";
import { movesFor } from "./moves.js";
import { enter } from "./enter.js";

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;
const SVG = "http://www.w3.org/2000/svg";
// A textarea's text is its `value`.
const CHILDLESS = new Set(
  "area base br col embed hr img input link meta source textarea wbr".split(" "),
);

// Classes and functions of the Python side, see dom.py, and what effects are made of.
let python;
let core;

// Where the next node goes. Creating: into `parent`, before `before`. Hydrating: `cursor` is
// the node of the server that comes next. `parts` collects what the current block consists of.
let parent, before, cursor, parts, namespace;
let hydrating = false;
// Empty texts that the page added while hydrating.
let added = [];

export function setup(host) {
  python = $B.get_dict(host);
  core = python.Owner.$core;
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
  if (kind === "function") return buildHole(tree);
  if (tree.ob_type === python.Each) return buildRegion(keepRows, tree);
  if (tree.ob_type === python.Show) return buildRegion(keepBranch, tree);
  if (tree.ob_type === python.Boundary) return buildRegion(python.guard, tree);
  if (tree.ob_type === python.Pending) return buildRegion(python.waiting, tree);
  if (tree.ob_type === python.Portal) return buildPortal(tree);
  if (isLive(tree)) return buildHole(tree);
  // A dict or bytes can be gone through, but are no list of children.
  const isOther = $B.get_class(tree) === _b_.dict || $B.is_bytes(tree);
  if (tree === true || isOther || !$B.$bool($B.$call(_b_.hasattr, tree, "__iter__"))) {
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
  if (parts !== null) parts.push(node);
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

// A signal, a computed, or a function without parameters.
function isLive(value) {
  if (typeof value === "function") return true;
  const cls = value.ob_type;
  return cls !== undefined && cls.tp_call !== $B.NULL && cls !== python.Element;
}

function buildHole(source) {
  const sink = { kind: "text", node: null };
  new core.Effect(() => apply(sink, $B.$call(source))).start();
  return None;
}

function buildElement(element) {
  const { tag, attrs, children } = element;
  if (children !== null && CHILDLESS.has(tag) && (children.ob_type !== _b_.tuple || children.length > 0)) {
    throw $B.$call(python.TreeError, `<${tag}> can't have children`);
  }
  const outerParent = parent;
  const outerBefore = before;
  const outerParts = parts;
  const outerNamespace = namespace;
  let outerCursor = cursor;
  if (tag === "svg") namespace = SVG;
  let node;
  if (hydrating) {
    node = cursor;
    if (!node || node.nodeType !== Node.ELEMENT_NODE || node.localName !== tag) {
      mismatch(`<${tag}>`, node);
    }
    outerCursor = node.nextSibling;
  } else {
    node = namespace ? document.createElementNS(namespace, tag) : document.createElement(tag);
  }
  if (attrs !== null) for (const name in attrs) buildAttribute(node, name, attrs[name]);
  parent = node;
  before = null;
  // What it consists of matters to nobody: it goes as a whole.
  parts = null;
  cursor = hydrating ? node.firstChild : null;
  // A textarea's text is its value, which is an attribute here.
  if (tag !== "textarea") {
    if (children !== null) build(children);
    if (hydrating && cursor !== null) mismatch(`nothing more in <${tag}>`, cursor);
  }
  parent = outerParent;
  before = outerBefore;
  cursor = outerCursor;
  parts = outerParts;
  namespace = outerNamespace;
  return place(node);
}

function buildAttribute(node, name, value) {
  if (name.startsWith("on_")) {
    if (value === None || value === false) return;
    // What a handler starts ends with the page or layout that the element is in, not with a row or
    // a branch, which the handler itself may take away.
    const owner = core.currentOwner();
    node.addEventListener(name.slice(3).replaceAll("_", ""), (event) => fire(value, owner, event));
  } else if (name === "ref") {
    if (value === None || value === false) return;
    $B.$setattr(value, "call", $B.asPython((method) => (node[method](), None), "call"));
  } else {
    const html = attributeName(name, python);
    if (isLive(value)) {
      const sink = { kind: "attribute", node, name: html };
      new core.Effect(() => apply(sink, $B.$call(value))).start();
    } else if (!hydrating || html === "style") {
      // Styles are not sent: the policy forbids them in the document.
      applyAttribute(node, html, value, python);
    }
  }
}

// Take the new value of a live part. While hydrating, the server's node has it already.
function apply(sink, value) {
  if (sink.kind === "attribute") {
    // A new node has no class, and often gets none.
    const needless = hydrating ? sink.name !== "style" : value === None && sink.name === "class";
    if (sink.done || !needless) applyAttribute(sink.node, sink.name, value, python);
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

function fire(handler, owner, event) {
  // The page sends its forms itself.
  if (event.type === "submit") event.preventDefault();
  enter(dispatch, handler, owner, event);
}

// Call the handler of an event, with the event if it takes one.
function dispatch(handler, owner, event) {
  let result;
  try {
    result = core.batched(() => (takesArgument(handler) ? $B.$call(handler, eventOf(event)) : $B.$call(handler)));
  } catch (error) {
    return $B.$call(python.report, $B.exception(error));
  }
  return $B.$call(python.start, result, owner ?? None);
}

function eventOf(event) {
  const target = event.currentTarget;
  const value = $B.String(String(target.value ?? ""));
  return $B.$call(python.Event, event.type, value, target.checked === true, event.key ?? "", event);
}

// Tell whether a handler has a parameter without a default: `lambda row=row: …` has none.
function takesArgument(handler) {
  const bound = handler.ob_type === $B.method;
  const infos = (bound ? handler.im_func : handler).$function_infos;
  if (infos === undefined) return false;
  const needed = infos[$B.func_attrs.positional_length] - (infos[$B.func_attrs.__defaults__]?.length ?? 0);
  return needed > (bound ? 1 : 0);
}

export function prevent(event) {
  event.preventDefault();
  return None;
}

// Blocks: what a row or a branch consists of: nodes, and regions that change on their own.

// Make a place that changes on its own; `fill` looks after it.
function buildRegion(fill, tree) {
  const region = { region: true, blocks: [], byKey: new Map(), anchor: null, apart: null, turn: 0 };
  if (parts !== null) parts.push(region);
  $B.$call(fill, tree, region);
  region.anchor = addEmpty(hydrating ? cursor : before);
  return None;
}

const read = (source) => (isLive(source) ? $B.$call(source) : source);

// The rows of an `each`.
function keepRows(tree, region) {
  const { rows, key, render, otherwise } = $B.get_dict(tree);
  keepFilled(region, () => {
    const wanted = read(rows);
    const list = Array.isArray(wanted) ? wanted.slice() : Array.from($B.make_js_iterator(wanted));
    const found = matched(region, list, key);
    core.unread(() => showRows(region, list, found, render, otherwise));
  });
}

// The branches of a `show`.
function keepBranch(tree, region) {
  const { when, render, otherwise } = $B.get_dict(tree);
  let shown;
  keepFilled(region, () => {
    const wanted = $B.$bool(read(when));
    if (wanted === shown) return;
    shown = wanted;
    core.unread(() => show_branch(region, wanted ? render : otherwise));
  });
}

function keepFilled(region, update) {
  const effect = new core.Effect(update);
  effect.after = () => drop_blocks(region);
  effect.start();
}

// Return the blocks that rows have already, undefined for a row that is new or no longer equal to
// the one before, and for each of those its place by its key.
function matched(region, rows, keyOf) {
  const old = region.byKey.size > 0 ? region.blocks : [];
  const turn = ++region.turn;
  const blocks = new Array(rows.length);
  const fresh = new Map();
  // How far the last row was from where it had been: those after it often are as far.
  let shift = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    let block = old[at];
    if (block?.row !== row) block = old[at + shift];
    let key;
    // The same row has the same key.
    if (block !== undefined && block.row === row) key = block.key;
    else {
      key = jsKey($B.$call(keyOf, row));
      block = region.byKey.get(key);
      if (block !== undefined) shift = block.at - at;
    }
    if (block?.asked === turn || fresh.has(key)) {
      const told = _b_.repr($B.$call(keyOf, row));
      $B.RAISE(_b_.ValueError, `each: two rows have the key ${told}; a key must name one row`);
    }
    if (block !== undefined) block.asked = turn;
    if (block !== undefined && (block.row === row || $B.is_or_equals(block.row, row))) {
      block.kept = turn;
      blocks[at] = block;
    } else fresh.set(key, at);
  }
  return { blocks, fresh };
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

// Make the block that `make` builds, where the cursor stands or before `next`.
function newBlock(region, make, next) {
  const outer = { parent, before, cursor, parts, namespace, hydrating };
  const block = { parts: [], owner: null, row: undefined, key: undefined, at: -1, asked: 0, kept: 0 };
  const addedBefore = added.length;
  parts = block.parts;
  if (region.anchor) {
    namespace = region.anchor.parentNode.namespaceURI === SVG ? SVG : null;
    parent = region.apart ?? region.anchor.parentNode;
    before = next;
    hydrating = false;
  }
  try {
    block.owner = owned(make);
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

// Call `make`; return the owner of what is live in what it made.
function owned(make) {
  const owner = new core.Owner();
  try {
    owner.run(make);
  } catch (error) {
    owner.dispose();
    throw error;
  }
  return owner;
}

function dropBlock(block) {
  block.owner?.dispose();
  for (const node of Array.from(nodesOf(block))) node.remove();
}

function dropAll(region) {
  const { blocks, anchor } = region;
  region.blocks = [];
  region.byKey = new Map();
  if (blocks.length === 0) return;
  const { parentNode } = anchor;
  const alone = firstNode(blocks[0]) === parentNode.firstChild && anchor === parentNode.lastChild;
  if (!alone) {
    for (const block of blocks) dropBlock(block);
    return;
  }
  try {
    for (const block of blocks) block.owner?.dispose();
  } finally {
    parentNode.replaceChildren(anchor);
  }
}

// Build what `render` gives apart from the page, and throw it away: raises what fails in it.
export function rehearse(render) {
  const outer = { parent, before, cursor, parts, namespace, hydrating };
  parent = document.createDocumentFragment();
  parts = [];
  before = cursor = null;
  hydrating = false;
  try {
    owned(() => build($B.$call(render))).dispose();
  } finally {
    ({ parent, before, cursor, parts, namespace, hydrating } = outer);
  }
  return None;
}

export function show_branch(region, render) {
  const old = region.blocks;
  region.blocks = [];
  for (const block of old) dropBlock(block);
  region.blocks = [newBlock(region, () => build($B.$call(render)), region.anchor)];
  return None;
}

// Bring the rows of a region to these; `blocks` are those that stay, with their nodes.
function showRows(region, rows, { blocks, fresh }, render, otherwise) {
  const keys = new Map(Array.from(fresh, ([key, at]) => [at, key]));
  const make = (at, next) => {
    const block = newBlock(region, () => build($B.$call(render, rows[at])), next);
    block.row = rows[at];
    block.key = keys.get(at);
    region.byKey.set(block.key, block);
    blocks[at] = block;
    return block;
  };
  if (!region.anchor) {
    // From the start, so that nothing is forgotten if one fails.
    for (let at = 0; at < rows.length; at++) region.blocks.push(make(at, null));
  } else {
    dropOthers(region, rows.length - fresh.size);
    try {
      if (region.blocks.length === 0) makeTogether(region, rows.length, make);
      else arrange(region, blocks, make);
    } catch (error) {
      // Nothing is better than half of it; the next change makes them all anew.
      for (const one of new Set([...region.blocks, ...blocks])) if (one) dropBlock(one);
      region.blocks = [];
      region.byKey = new Map();
      throw error;
    }
    region.blocks = blocks;
  }
  for (let at = 0; at < rows.length; at++) blocks[at].at = at;
  if (rows.length === 0) region.blocks.push(newBlock(region, () => build($B.$call(otherwise)), region.anchor));
}

// Drop all blocks but the `kept` ones that stay.
function dropOthers(region, kept) {
  const { blocks, turn } = region;
  if (kept === 0) return dropAll(region);
  if (kept === blocks.length) return;
  region.blocks = blocks.filter((block) => block.kept === turn);
  for (const block of blocks) {
    if (block.kept === turn) continue;
    region.byKey.delete(block.key);
    dropBlock(block);
  }
}

// Make all blocks where there are none; they come into the document at once.
function makeTogether(region, count, make) {
  const { anchor } = region;
  const { parentNode } = anchor;
  const fragment = document.createDocumentFragment();
  region.apart = fragment;
  try {
    for (let at = 0; at < count; at++) make(at, null);
  } finally {
    region.apart = null;
  }
  parentNode.insertBefore(fragment, anchor);
}

// Make the blocks that are missing, and move those that stand elsewhere.
function arrange(region, blocks, make) {
  const stay = movesFor(Array.from(blocks, (block) => (block ? block.at : -1)));
  const focused = document.activeElement;
  let next = region.anchor;
  // From the end, so that the node to insert before is always in place.
  for (let at = blocks.length - 1; at >= 0; at--) {
    if (!blocks[at]) make(at, next);
    else if (!stay.has(at)) {
      for (const node of Array.from(nodesOf(blocks[at]))) next.parentNode.insertBefore(node, next);
    }
    next = firstNode(blocks[at]) ?? next;
  }
  // A node that moves loses the focus.
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}

function firstNode(block) {
  const [part] = block.parts;
  if (part !== undefined && !part.region) return part;
  const first = nodesOf(block).next();
  return first.done ? null : first.value;
}

function jsKey(key) {
  if (typeof key === "string" || typeof key === "number") return key;
  // To Python, True is 1 and 2.0 is 2.
  if (typeof key === "boolean") return Number(key);
  if (key.ob_type === _b_.float) return key.value;
  // No text that looks like it is the same.
  return key instanceof String ? String(key) : "\0" + _b_.repr(key);
}

export function drop_blocks(region) {
  for (const block of region.blocks) block.owner?.dispose();
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
