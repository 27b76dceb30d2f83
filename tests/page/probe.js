// What the parity test looks at from outside.

const $B = globalThis.__BRYTHON__;

export function make_root(html) {
  const root = document.createElement("div");
  root.innerHTML = String(html);
  document.body.replaceChildren(root);
  for (const node of root.querySelectorAll("*")) node.sent = true;
  return root;
}

// The order of attributes means nothing, and differs where one went and came again.
export function html(root) {
  const copy = root.cloneNode(true);
  for (const node of copy.querySelectorAll("*")) {
    const attributes = [...node.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of attributes) node.removeAttribute(name);
    for (const { name, value } of attributes) node.setAttribute(name, value);
  }
  return $B.String(copy.innerHTML);
}

export function made(root) {
  return [...root.querySelectorAll("*")].filter((node) => !node.sent).length;
}

// The server's HTML as this browser writes it.
export function canonical(text) {
  const box = document.createElement("div");
  box.innerHTML = String(text);
  return html(box);
}

// Counts what changes in the document from now on: nodes that come, go, or get other contents.
let changes = [];
const observer = new MutationObserver((records) => changes.push(...records));

export function watch() {
  observer.disconnect();
  changes = [];
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

export function changed() {
  const nodes = (record) => record.addedNodes.length + record.removedNodes.length || 1;
  changes.push(...observer.takeRecords());
  return changes.reduce((sum, one) => sum + nodes(one), 0);
}

export function click(root, selector) {
  root.querySelector(String(selector)).click();
}

// For tests that read the page as a person would, see units/screen.py.

export function add_root(html) {
  const root = document.createElement("div");
  root.innerHTML = String(html);
  document.body.append(root);
  root.isRoot = true;
  root.sent = allNodes(root);
  for (const node of root.sent) node.sent = true;
  return root;
}

function allNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// How many of the server's nodes, texts too, are not in the page any more.
export function lost(root) {
  return root.sent.filter((node) => !root.contains(node)).length;
}

export function clear() {
  document.body.replaceChildren();
}

export function select(root, selector) {
  return $B.$list([...root.querySelectorAll(String(selector))]);
}

export function tag(node) {
  return node.localName;
}

export function text(node) {
  return $B.String(node.textContent);
}

export function attribute(node, name) {
  const value = node.getAttribute(String(name));
  return value === null ? $B.builtins.None : $B.String(value);
}

export function fire(node, type) {
  return node.dispatchEvent(new Event(String(type), { bubbles: true, cancelable: true }));
}

export function type(node, text) {
  node.value = String(text);
  fire(node, "input");
}

export function tick(node, checked) {
  node.checked = checked;
  fire(node, "change");
}

export function traceback(error) {
  return $B.String($B.error_trace($B.exception(error)));
}

export function is_coroutine(result) {
  return result?.ob_type === $B.coroutine;
}

// Resolves when everything that was started, and needs no time, is done.
export function later() {
  return new Promise((resolve) => setTimeout(() => resolve($B.builtins.None)));
}

export function press(node, key) {
  node.dispatchEvent(new KeyboardEvent("keydown", { key: String(key), bubbles: true }));
}

// What stands in the document outside of the roots.
export function at_end() {
  const nodes = [...document.body.childNodes].filter((node) => !node.isRoot);
  return $B.String(nodes.map((node) => node.textContent).join(""));
}

// The state of controls, which is not in the HTML.

export function value(node) {
  return $B.String(node.value);
}

export function set_value(node, text) {
  node.value = String(text);
}

export function checked(node) {
  return node.checked;
}

export function set_checked(node, checked) {
  node.checked = checked;
}

export function focus(node) {
  node.focus();
}

export function has_focus(node) {
  return document.activeElement === node;
}

export function caret(node) {
  return node.selectionStart;
}

export function set_caret(node, at) {
  node.setSelectionRange(at, at);
}

// An answer that comes when a test wants it.

export function make_answer() {
  const answer = {};
  answer.promise = new Promise((resolve) => (answer.resolve = resolve));
  return answer;
}

export function wait_for(answer) {
  return answer.promise;
}

export function give(answer, value) {
  answer.resolve(value);
}

// What goes to the console as an error.
let heard = [];
const tell = console.error;

export function hear_errors() {
  heard = [];
  console.error = (text) => heard.push($B.String(String(text)));
}

export function heard_errors() {
  console.error = tell;
  return $B.$list(heard);
}

// Let the test itself call a coroutine of the page's Python.
export function offer(name, fn) {
  globalThis[String(name)] = async (...args) => {
    const frame = $B.frame_obj;
    try {
      return String(await $B.promise($B.$call(fn, ...args)));
    } catch (error) {
      throw new Error($B.error_trace($B.exception(error)));
    } finally {
      $B.frame_obj = frame;
    }
  };
}
