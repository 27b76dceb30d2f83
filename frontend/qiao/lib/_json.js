// Reading and writing JSON as Python's `json` does: what is a float stays one, integers have any
// size, and members keep their order, which the browser's own parser does not give.

import { $B, _b_, float, integer, raise } from "./_values.js";

const TOKEN = new RegExp(
  '[ \\t\\n\\r]*(?:([\\]{}[:,])|("(?:[^"\\\\\\x00-\\x1f]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*")|' +
    "(-?(?:0|[1-9]\\d*))((?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|(true|false|null|NaN|-?Infinity))[ \\t\\n\\r]*",
  "y",
);
const WORDS = { true: true, false: false, null: _b_.None, NaN: float(NaN) };
WORDS.Infinity = float(Infinity);
WORDS["-Infinity"] = float(-Infinity);

/** Returns the value that a text holds. `fail(what, at)` makes the error that it does not. */
export function read(text, fail) {
  const source = String(text);
  const pattern = new RegExp(TOKEN);
  let at = 0;
  let token;

  const wrong = (what, place) => {
    const before = [...source.slice(0, place)].length;
    throw $B.$call(fail, what, text, before);
  };
  const next = () => {
    at = pattern.lastIndex;
    token = pattern.exec(source);
    return token?.[1];
  };
  const text_of = (quoted) => $B.String(quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1));

  function value() {
    if (!token) wrong("Expecting value", at);
    const [, mark, quoted, whole, fraction, word] = token;
    if (quoted) return text_of(quoted);
    if (whole) return fraction ? float(Number(whole + fraction)) : integer(BigInt(whole));
    if (word) return WORDS[word];
    if (mark === "[") return list();
    if (mark === "{") return members();
    return wrong("Expecting value", at);
  }

  function list() {
    const found = $B.$list([]);
    if (next() === "]") return found;
    for (;;) {
      found.push(value());
      const mark = next();
      if (mark === "]") return found;
      if (mark !== ",") wrong("Expecting ',' delimiter", at);
      next();
    }
  }

  function members() {
    const found = $B.empty_dict();
    if (next() === "}") return found;
    for (;;) {
      if (!token?.[2]) wrong("Expecting property name enclosed in double quotes", at);
      const key = text_of(token[2]);
      if (next() !== ":") wrong("Expecting ':' delimiter", at);
      next();
      _b_.dict.$setitem(found, key, value());
      const mark = next();
      if (mark === "}") return found;
      if (mark !== ",") wrong("Expecting ',' delimiter", at);
      next();
    }
  }

  next();
  const found = value();
  if (pattern.lastIndex < source.length) wrong("Extra data", pattern.lastIndex);
  return found;
}

const UNICODE = /[\x7f-\uffff]/g;
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Returns the text of a value; `indent` is a text, or None for one line. */
export function write(value, indent, separator, colon, ascii, sorted, fallback) {
  const around = [];

  function quoted(text) {
    const json = JSON.stringify(String(_b_.str.$to_string(text)));
    return ascii ? json.replace(UNICODE, escaped) : json;
  }

  function name(key) {
    if ($B.is_str(key)) return quoted(key);
    if (key === _b_.None || typeof key === "boolean" || $B.is_int(key)) return `"${written(key)}"`;
    if ($B.$isinstance(key, _b_.float)) return `"${written(key)}"`;
    const kind = $B.class_name(key);
    return raise("TypeError", `keys must be str, int, float, bool or None, not ${kind}`);
  }

  function block(open, close, owner, items) {
    if (!items.length) return open + close;
    if (around.includes(owner)) raise("ValueError", "Circular reference detected");
    around.push(owner);
    const lines = items.map((item) => item());
    around.pop();
    if (indent === _b_.None) return open + lines.join(separator) + close;
    const line = (depth) => `\n${String(indent).repeat(depth)}`;
    const inner = line(around.length + 1);
    return open + inner + lines.join(separator.trimEnd() + inner) + line(around.length) + close;
  }

  function written(value) {
    if (value === _b_.None) return "null";
    if (typeof value === "boolean") return String(value);
    if ($B.is_str(value)) return quoted(value);
    if ($B.is_int(value)) return String($B.int_value(value));
    if ($B.$isinstance(value, _b_.float)) {
      const number = $B.float_value(value).value;
      if (Number.isFinite(number)) return String(_b_.float.tp_repr(value));
      return Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    }
    if ($B.$isinstance(value, [_b_.list, _b_.tuple])) {
      const items = [...$B.make_js_iterator(value)];
      return block("[", "]", value, items.map((item) => () => written(item)));
    }
    if ($B.$isinstance(value, _b_.dict)) {
      const items = [..._b_.dict.$iter_items(value)];
      if (sorted) items.sort((a, b) => ($B.rich_comp("__lt__", a.key, b.key) ? -1 : 1));
      const lines = items.map((item) => () => name(item.key) + colon + written(item.value));
      return block("{", "}", value, lines);
    }
    if (fallback === _b_.None) {
      const kind = $B.class_name(value);
      raise("TypeError", `Object of type ${kind} is not JSON serializable`);
    }
    return written($B.$call(fallback, value));
  }

  return $B.String(written(value));
}
