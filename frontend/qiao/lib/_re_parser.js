// Reads a regular expression of Python: from text to a tree, or an error that says where.

import { CATEGORIES, anyCase, folded } from "./_re_letters.js";

const FLAGS = { i: 2, L: 4, m: 8, s: 16, u: 32, x: 64, a: 256 };
const CONTROLS = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };
const PLACES = ["start", "end", "border"];
const EMPTY = { type: "sequence", items: [] };

export function parse(pattern, flags, fail) {
  const letters = Array.from(pattern);
  const names = new Map();
  const widths = [];
  let [at, groups, global] = [0, 0, flags];

  const wrong = (message, place = at) => fail(message, place);
  const take = (text) => {
    const there = letters.slice(at, at + text.length).join("") === text;
    if (there) at += text.length;
    return there;
  };
  const until = (end, what) => {
    const from = at;
    while (at < letters.length && letters[at] !== end) at++;
    if (at === letters.length) {
      wrong(from === at ? `missing ${what}` : `missing ${end}, unterminated name`, from);
    }
    const text = letters.slice(from, at++).join("");
    return text || wrong(`missing ${what}`, from);
  };
  const named = (text, from) => {
    if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(text)) {
      wrong(`bad character in group name '${text}'`, from);
    }
    return text;
  };

  // -- one letter

  const one = (test) => ({ type: "one", test, width: [1, 1] });
  const ignoring = (f) => f & FLAGS.i && (f & FLAGS.a ? "ascii" : "unicode");

  function literal(code, f) {
    const ignore = ignoring(f);
    if (!ignore) return one((other) => other === code);
    const same = folded(code, ignore);
    return one((other) => other === code || folded(other, ignore) === same);
  }

  function category(name, f) {
    const [is, ascii] = [CATEGORIES[name.toLowerCase()], Boolean(f & FLAGS.a)];
    return name in CATEGORIES ? (code) => is(code, ascii) : (code) => !is(code, ascii);
  }

  /** Reads what follows a backslash at `from` and stands for one letter; undefined if nothing does. */
  function escaped(name, from) {
    const digits = { x: 2, u: 4, U: 8 }[name];
    if (digits) {
      const text = letters.slice(at, at + digits).join("");
      const code = parseInt(text, 16);
      const read = text.match(/^[\da-fA-F]*/)[0];
      if (read.length < digits) wrong(`incomplete escape \\${name}${read}`, from);
      if (code > 0x10ffff) wrong(`bad escape \\${name}${text}`, from);
      at += digits;
      return code;
    }
    if (/[a-zA-Z\d]/.test(name)) wrong(`bad escape \\${name}`, from);
    return name.codePointAt(0);
  }

  function octal(from, longest) {
    let text = "";
    while (text.length < longest && /[0-7]/.test(letters[at] ?? "")) text += letters[at++];
    const code = parseInt(text, 8);
    if (code > 0o377) wrong(`octal escape value \\${text} outside of range 0-0o377`, from);
    return code;
  }

  function set(f) {
    const from = at - 1;
    const negative = take("^");
    const tests = [];
    const member = () => {
      const begin = at;
      if (at >= letters.length) wrong("unterminated character set", from);
      if (!take("\\")) return letters[at++].codePointAt(0);
      const name = letters[at++] ?? wrong("bad escape (end of pattern)", begin);
      if (name.toLowerCase() in CATEGORIES) return category(name, f);
      if (name in CONTROLS) return CONTROLS[name];
      if (/[0-7]/.test(name)) {
        at--;
        return octal(begin, 3);
      }
      return escaped(name, begin);
    };
    for (let first = true; first || letters[at] !== "]"; first = false) {
      const begin = at;
      const low = member();
      const range = letters[at] === "-" && letters[at + 1] !== "]";
      if (!range) {
        tests.push(typeof low === "function" ? low : (code) => code === low);
        continue;
      }
      at++;
      const high = member();
      const shown = letters.slice(begin, at).join("");
      if (typeof low === "function" || typeof high === "function" || high < low) {
        wrong(`bad character range ${shown}`, begin);
      }
      tests.push((code) => code >= low && code <= high);
    }
    at++;
    const any = (code) => tests.some((test) => test(code));
    const found = ignoring(f) ? anyCase(any, ignoring(f)) : any;
    return one(negative ? (code) => !found(code) : found);
  }

  // -- groups

  function again(group, f, from) {
    if (group > groups) wrong(`invalid group reference ${group}`, from);
    if (!widths[group]) wrong("cannot refer to an open group", from);
    return { type: "again", group, ignore: ignoring(f), width: widths[group] };
  }

  function escape(f) {
    const from = at - 1;
    const name = letters[at++] ?? wrong("bad escape (end of pattern)", from);
    const border = { type: "border", ascii: Boolean(f & FLAGS.a), width: [0, 0] };
    if (name === "A") return { type: "start", width: [0, 0] };
    if (name === "Z") return { type: "end", only: true, width: [0, 0] };
    if (name === "b" || name === "B") return { ...border, negative: name === "B" };
    if (name.toLowerCase() in CATEGORIES) return one(category(name, f));
    if (name in CONTROLS) return literal(CONTROLS[name], f);
    if (name === "0" || /^[0-7]{3}$/.test(letters.slice(at - 1, at + 2).join(""))) {
      at--;
      return literal(octal(from, 3), f);
    }
    if (/[1-9]/.test(name)) {
      const more = /\d/.test(letters[at] ?? "") ? letters[at++] : "";
      return again(Number(name + more), f, from + 1);
    }
    return literal(escaped(name, from), f);
  }

  function capture(name, f, from) {
    const group = ++groups;
    if (name !== undefined) {
      if (names.has(name)) {
        wrong(`redefinition of group name '${name}' as group ${group}; was group ${names.get(name)}`, from);
      }
      names.set(name, group);
    }
    const body = branches(f);
    widths[group] = body.width;
    return { type: "group", group, body, width: body.width };
  }

  function look(f, behind, negative) {
    const body = branches(f);
    if (behind && body.width[0] !== body.width[1]) wrong("look-behind requires fixed-width pattern", null);
    return { type: "look", body, behind: behind ? body.width[0] : 0, negative, width: [0, 0] };
  }

  function referred(text, from) {
    if (/^\d+$/.test(text)) {
      if (Number(text) === 0) wrong("bad group number", from);
      return Number(text);
    }
    return names.get(named(text, from)) ?? wrong(`unknown group name '${text}'`, from);
  }

  function condition(f) {
    const from = at;
    const group = referred(until(")", "group name"), from);
    const yes = sequence(f);
    const no = take("|") ? sequence(f) : { ...EMPTY, width: [0, 0] };
    if (letters[at] === "|") wrong("conditional backref with more than two branches");
    if (group > groups) wrong(`invalid group reference ${group}`, from);
    const width = [Math.min(yes.width[0], no.width[0]), Math.max(yes.width[1], no.width[1])];
    return { type: "condition", group, yes, no, width };
  }

  /** Reads flags behind `(?`, for what stands in the parentheses. */
  function flagged(f, from) {
    const read = () => {
      let found = 0;
      while (letters[at] in FLAGS) {
        if (letters[at] === "L") wrong("bad inline flags: cannot use 'L' flag with a str pattern", at);
        found |= FLAGS[letters[at++]];
      }
      return found;
    };
    const on = read();
    if (take(")")) wrong("global flags not at the start of the expression", from);
    const off = take("-") ? read() || wrong("missing flag") : 0;
    if (!take(":")) wrong(/[a-zA-Z]/.test(letters[at] ?? "") ? "unknown flag" : "missing -, : or )");
    return branches(on & FLAGS.u ? (f | on) & ~off & ~FLAGS.a : (f | on) & ~off);
  }

  function group(f) {
    const from = at - 1;
    let found;
    if (!take("?")) found = capture(undefined, f, from);
    else if (take(":")) found = branches(f);
    else if (take("P<")) found = capture(named(until(">", "group name"), from + 4), f, from + 4);
    else if (take("P=")) return again(referred(until(")", "group name"), from + 4), f, from + 4);
    else if (take("#")) {
      while (at < letters.length && letters[at] !== ")") at++;
      if (at === letters.length) wrong("missing ), unterminated comment", from);
      found = null;
    } else if (take("=")) found = look(f, false, false);
    else if (take("!")) found = look(f, false, true);
    else if (take("<=")) found = look(f, true, false);
    else if (take("<!")) found = look(f, true, true);
    else if (take(">")) {
      const body = branches(f);
      found = { type: "atomic", body, width: body.width };
    } else if (take("(")) found = condition(f);
    else if (letters[at] in FLAGS || letters[at] === "-") found = flagged(f, from);
    else if (at >= letters.length) wrong("unexpected end of pattern");
    else if (letters[at] === "P" && at + 1 === letters.length) wrong("unexpected end of pattern");
    else {
      const name = letters.slice(at, at + (/[P<]/.test(letters[at]) ? 2 : 1)).join("");
      wrong(`unknown extension ?${name}`, from + 1);
    }
    if (!take(")")) wrong("missing ), unterminated subpattern", from);
    return found;
  }

  // -- what stands together

  function counts() {
    const from = at;
    if (take("*")) return [0, Infinity];
    if (take("+")) return [1, Infinity];
    if (take("?")) return [0, 1];
    const text = letters.slice(at).join("").match(/^\{(\d*)(,?)(\d*)\}/);
    if (!text || !(text[1] || text[2])) return null;
    at += text[0].length;
    const min = Number(text[1] || 0);
    const max = text[2] ? (text[3] ? Number(text[3]) : Infinity) : min;
    if (max < min) wrong("min repeat greater than max repeat", from);
    return [min, max];
  }

  function sequence(f) {
    const items = [];
    while (at < letters.length && letters[at] !== "|" && letters[at] !== ")") {
      const from = at;
      const verbose = f & FLAGS.x;
      if (verbose && /\s/.test(letters[at])) {
        at++;
        continue;
      }
      if (verbose && take("#")) {
        while (at < letters.length && letters[at] !== "\n") at++;
        continue;
      }
      const range = counts();
      if (range) {
        const body = items.pop();
        if (!body || PLACES.includes(body.type)) wrong("nothing to repeat", from);
        if (body.type === "repeat") wrong("multiple repeat", from);
        const way = take("?") ? "lazy" : take("+") ? "possessive" : "greedy";
        const [min, max] = range;
        const width = [body.width[0] * min, max && body.width[1] ? body.width[1] * max : 0];
        items.push({ type: "repeat", body, min, max, way, width });
        continue;
      }
      const item = atom(f);
      if (item) items.push(item);
    }
    if (items.length === 1 && items[0].type === "one") return items[0];
    const width = items.reduce(([low, high], one) => [low + one.width[0], high + one.width[1]], [0, 0]);
    return { type: "sequence", items, width };
  }

  function atom(f) {
    const letter = letters[at++];
    if (letter === "\\") return escape(f);
    if (letter === "[") return set(f);
    if (letter === "(") return group(f);
    if (letter === "^") return { type: "start", lines: Boolean(f & FLAGS.m), width: [0, 0] };
    if (letter === "$") return { type: "end", lines: Boolean(f & FLAGS.m), width: [0, 0] };
    if (letter === ".") return one(f & FLAGS.s ? () => true : (code) => code !== 10);
    return literal(letter.codePointAt(0), f);
  }

  function branches(f) {
    const found = [sequence(f)];
    while (take("|")) found.push(sequence(f));
    if (found.length === 1) return found[0];
    const width = [
      Math.min(...found.map((one) => one.width[0])),
      Math.max(...found.map((one) => one.width[1])),
    ];
    return { type: "either", branches: found, width };
  }

  // Flags of the whole pattern stand at its start.
  for (const name of pattern.match(/^\(\?([aimsux]+)\)/)?.[1] ?? "") global |= FLAGS[name];
  if (/^\(\?[aimsux]+\)/.test(pattern)) at = letters.indexOf(")") + 1;
  if (global & FLAGS.a && global & FLAGS.u) {
    wrong("ASCII and UNICODE flags are incompatible", null);
  }
  const tree = branches(global);
  if (at < letters.length) wrong("unbalanced parenthesis");
  return { tree, groups, names, flags: global & FLAGS.a ? global : global | FLAGS.u };
}
