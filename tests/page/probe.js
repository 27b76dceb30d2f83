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
