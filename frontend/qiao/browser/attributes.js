// Attributes and texts of nodes; the twin of `attribute` and `hole_text` in ../html.py.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

const ADDRESSES = new Set(["href", "src", "action", "formaction", "poster", "cite", "data"]);
const SCHEMES = ["http:", "https:", "mailto:", "tel:", "data:image/"];
// To these "false" says something, and nothing at all something else.
const ENUMERATED = new Set(["contenteditable", "draggable", "spellcheck"]);
// What a person changes lives in a property; the attribute is only where it started.
const STATEFUL = new Set(["value", "checked", "selected"]);

const names = new Map();

export function attributeName(name, python) {
  let html = names.get(name);
  if (html === undefined) {
    html = name.replace(/_$/, "").replaceAll("_", "-");
    if (!/^-*[A-Za-z0-9][A-Za-z0-9-]*$/.test(html)) {
      throw $B.$call(python.TreeError, `${_b_.repr(name)} can't be the name of an attribute`);
    }
    names.set(name, html);
  }
  return html;
}

// NUL can't be sent in HTML; here it becomes what the server sends in its place.
export function plain(string) {
  return string.includes("\0") ? string.replaceAll("\0", "\ufffd") : string;
}

export function text(value, python) {
  if (typeof value === "string" || value instanceof String) return plain(String(value));
  if (value === None || value === false) return "";
  if (typeof value === "number" || typeof value === "bigint" || value.ob_type === _b_.float) {
    return _b_.str.$factory(value);
  }
  throw $B.$call(
    python.TreeError,
    `a live part gave ${_b_.repr(value)}: it can only be text; use show() or each()`,
  );
}

export function setText(node, string) {
  if (node.data !== string) node.data = string;
}

export function apply(node, name, value, python) {
  if (name === "style") return applyStyle(node, value, python);
  if (name === "class") value = classText(value, python);
  if (typeof value === "boolean" && (ENUMERATED.has(name) || name.startsWith("aria-"))) {
    value = value ? "true" : "false";
  }
  if (STATEFUL.has(name) && !node.namespaceURI.endsWith("svg")) {
    if (applyState(node, name, value, python)) return;
  }
  if (value === None || value === false) node.removeAttribute(name);
  else if (value === true) node.setAttribute(name, "");
  else {
    const string = text(value, python);
    node.setAttribute(name, ADDRESSES.has(name) ? safeAddress(string) : string);
  }
}

// The class attribute of a string, a list, or a dict of name -> wanted; twin of `class_text`.
function classText(value, python) {
  if (typeof value === "string") return value === "" ? None : value;
  if ($B.get_class(value) === _b_.dict) {
    value = Array.from(_b_.dict.$iter_items(value), (item) => $B.$bool(item.value) && item.key);
  }
  if (Array.isArray(value)) {
    value = value.filter((part) => $B.$bool(part)).map((part) => text(part, python));
    return value.length === 0 ? None : $B.String(value.join(" "));
  }
  return $B.$bool(value) ? value : None;
}

// One by one through the CSSOM, which the policy allows; names as in CSS or with underscores.
function applyStyle(node, value, python) {
  const wanted = new Set();
  if (value !== None && value !== false && $B.get_class(value) !== _b_.dict) {
    throw $B.$call(
      python.TreeError,
      `style=${_b_.repr(value)} on <${node.localName}>: a style is a dict of names and values`,
    );
  }
  if (value !== None && value !== false) {
    for (const { key, value: member } of _b_.dict.$iter_items(value)) {
      if (member === None || member === false) continue;
      const property = String(key).replaceAll("_", "-");
      wanted.add(property);
      node.style.setProperty(property, _b_.str.$factory(member));
    }
  }
  for (const property of Array.from(node.style)) {
    // Shorthands are kept as their parts: only what nobody named any more goes.
    if (![...wanted].some((name) => property === name || property.startsWith(name + "-"))) {
      node.style.removeProperty(property);
    }
  }
}

// Set the property beside the attribute; tells whether that was all.
function applyState(node, name, value, python) {
  if (name === "value") {
    const string = text(value, python);
    if (node.localName === "textarea") {
      if (node.defaultValue !== string) node.defaultValue = string;
      if (node.value !== string) node.value = string;
      return true;
    }
    if (node.localName === "input" && node.value !== string && node.type !== "file") {
      // Only when it differs: setting it moves the caret to the end.
      node.value = string;
    }
  } else {
    node[name] = value === true;
  }
  return false;
}

export function isTyped(control) {
  if (control.localName === "select") {
    const options = Array.from(control.options);
    const first = options.some((option) => option.defaultSelected);
    return options.some((option, at) =>
      first ? option.selected !== option.defaultSelected : option.selected && at > 0,
    );
  }
  if (control.type === "checkbox" || control.type === "radio") {
    return control.checked !== control.defaultChecked;
  }
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

function safeAddress(address) {
  // Browsers skip white space and control characters in a scheme.
  const plain = address.replace(/[\u0000-\u0020]/g, "").toLowerCase();
  const colon = plain.indexOf(":");
  if (colon < 0 || /[/?#]/.test(plain.slice(0, colon))) return address;
  return SCHEMES.some((scheme) => plain.startsWith(scheme)) ? address : "about:blank#refused";
}
