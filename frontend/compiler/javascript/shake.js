// Which functions of the runtime can be reached from what the app's modules name, and the runtime
// without the others.
//
// A function that is assigned or declared where a section of the runtime runs is a unit. It is
// found by its last name: a local one by identifiers of live code, one of `$B` by `$B.name`, and
// what Python may look up (methods, slots, builtins) by any property or text of that name. What is
// not in a unit runs at the start, and so does all that it names.
"use strict";

const LOCAL = "local ";
const RUNTIME = "$B.";
const BUILTIN = "_b_.";
const PROPERTY = ".";

// Lists of the names that Python sees: a name that is only in one of them is called by nobody.
const LISTS = new Set(["tp_methods", "tp_getset", "classmethods", "staticmethods"]);

const GONE = `__BRYTHON__.$out=what=>function(){const $B=__BRYTHON__
$B.RAISE($B.builtins.NotImplementedError,what+' is not in this page: the build leaves out what no module names, see "What is left out" in docs/guide.md')}
`;
const AFTER = "var __BRYTHON__=globalThis.__BRYTHON__ ||{}\n";

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === "string");
const isCode = (node) =>
  node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
const isFunction = (node) =>
  node && isCode(node) && node.body.type === "BlockStatement";
const nameOf = (member) => (member.computed ? member.property.value : member.property.name);

/** Returns what the end of a name says: `__name___get` reads the attribute `__name__`. */
const attributeOf = (name) => name.replace(/_(?:get|set)$/, "");

/** Tells whether any program may look a name up that it made: a method's, no slot's. */
const isPublic = (name) =>
  /^[a-z]/.test(name) && !/^(?:tp|nb|sq|mp|bf|am)_/.test(name) && attributeOf(name) === name;

class Runtime {
  constructor(acorn, source, parts) {
    this.source = source;
    this.parts = parts;
    this.units = [];
    this.byNode = new Map();
    // What the parts own, until it is found.
    this.missing = new Set(parts.flatMap(({ owns }) => owns));
    const tree = acorn.parse(source, { ecmaVersion: 2022 });
    // Each section is a function of its own, called at once: its local names are nobody else's.
    this.ends = tree.body.map((section) => section.end);
    if (tree.body.some(({ type }) => type === "FunctionDeclaration")) {
      throw new Error("shake: a function of the runtime stands in no section");
    }
    this.divide(tree);
    if (this.missing.size) throw new Error(`shake: the runtime has no ${[...this.missing]}`);
    for (const unit of this.units) {
      unit.names = new Set();
      [unit.code.body, ...unit.code.params].forEach((node) => this.collect(node, unit.names, true));
    }
    this.rootNames = new Set();
    this.collect(tree, this.rootNames, false);
  }

  text(node) {
    return this.source.slice(node.start, node.end);
  }

  local({ name, start }) {
    return `${LOCAL}${this.ends.findIndex((end) => end > start)} ${name}`;
  }

  /** Returns by which name the target of an assignment is found; null if by a computed one. */
  place(node) {
    if (node.type === "Identifier") return this.local(node);
    const name = node.type === "MemberExpression" ? nameOf(node) : undefined;
    if (typeof name !== "string") return null;
    const owner = this.text(node.object);
    if (owner === "$B" || owner === "__BRYTHON__") return RUNTIME + name;
    return (owner === "_b_" || owner === "$B.builtins" ? BUILTIN : PROPERTY) + name;
  }

  /** Returns what a person calls the target of an assignment: `str.translate`. */
  title(node) {
    if (node.type !== "MemberExpression") return this.text(node);
    const owner = this.text(node.object).replace(/^_b_\.|\.tp_funcs$|_funcs$/g, "");
    return `${owner}.${nameOf(node)}`;
  }

  add(node, code, targets) {
    const places = targets.map((target) => this.place(target));
    if (places.includes(null)) return false;
    const titles = targets.map((target) => this.title(target));
    const ownNames = [...titles, ...titles.map((title) => title.slice(0, title.lastIndexOf(".")))];
    const part = this.parts.find(({ owns }) => owns.some((name) => ownNames.includes(name)));
    ownNames.forEach((name) => this.missing.delete(name));
    const unit = { node, code, places, title: titles[0], part: part?.name };
    this.units.push(unit);
    this.byNode.set(node, unit);
    return true;
  }

  /** Finds the units in code that runs at the start. */
  divide(node) {
    if (node.type === "FunctionDeclaration") {
      this.add(node, node, [node.id]);
      return;
    }
    if (node.type === "CallExpression" && isCode(node.callee)) {
      [...node.arguments, node.callee.body].forEach((child) => this.divide(child));
      return;
    }
    if (isCode(node)) return;
    if (node.type === "VariableDeclarator" && isFunction(node.init)) {
      if (this.add(node, node.init, [node.id])) return;
    }
    if (node.type === "AssignmentExpression") {
      const targets = [];
      let value = node;
      for (; value.type === "AssignmentExpression" && value.operator === "="; value = value.right) {
        targets.push(value.left);
      }
      if (isFunction(value) && this.add(node, value, targets)) return;
    }
    childrenOf(node).forEach((child) => this.divide(child));
  }

  /** Puts what code names into `names`; without `inside`, not what the units in it name. */
  collect(node, names, inside) {
    if (!inside && this.byNode.has(node)) return;
    if (node.type === "Identifier") {
      names.add(this.local(node));
    } else if (node.type === "Literal") {
      if (/^[\w$]+$/.test(node.value)) names.add(String(node.value));
    } else if (node.type === "TemplateElement") {
      if (/^[\w$]+$/.test(node.value.raw)) names.add(node.value.raw);
    } else if (node.type === "MemberExpression" && this.place(node)) {
      names.add(this.place(node));
      this.collect(node.object, names, inside);
    } else if (node.type === "Property" && !node.computed) {
      names.add(node.key.name ?? String(node.key.value));
      this.collect(node.value, names, inside);
    } else if (!(node.type === "AssignmentExpression" && LISTS.has(node.left.property?.name))) {
      childrenOf(node).forEach((child) => this.collect(child, names, inside));
    }
  }

  /** Returns the units that are reached when modules name `words`. */
  reached(words) {
    const brought = new Set();
    for (const part of this.parts) {
      if (part.words.some((word) => words.has(word))) brought.add(part.name);
    }
    const names = new Set(this.rootNames);
    const isFound = ({ places, part }) =>
      places.some((place) => {
        if (names.has(place)) return true;
        if (place.startsWith(LOCAL)) return false;
        if (place.startsWith(RUNTIME)) return words.has(place) || names.has(place.slice(3));
        const name = place.slice(place.indexOf(".") + 1);
        const attribute = attributeOf(name);
        if (isPublic(name)) return true;
        return [name, attribute].some(
          (one) => words.has(one) || names.has(one) || names.has(PROPERTY + one),
        );
      });
    const left = new Set(this.units.filter(({ part }) => !part || brought.has(part)));
    const live = new Set();
    for (let found = -1; found < live.size; ) {
      found = live.size;
      for (const unit of left) {
        if (!isFound(unit)) continue;
        live.add(unit);
        left.delete(unit);
        unit.names.forEach((name) => names.add(name));
      }
    }
    return live;
  }

  /** Returns the words that change what is reached. */
  optional() {
    const live = this.reached(new Set());
    const words = new Set(this.parts.flatMap((part) => part.words));
    for (const { places } of this.units.filter((unit) => !live.has(unit))) {
      for (const place of places) {
        if (place.startsWith(RUNTIME)) words.add(place);
        if (place.startsWith(LOCAL) || place.startsWith(RUNTIME)) continue;
        const name = place.slice(place.indexOf(".") + 1);
        words.add(name).add(attributeOf(name));
      }
    }
    return [...words].sort();
  }

  /** Returns the runtime in which only what `words` reach does something. */
  without(words) {
    const live = this.reached(words);
    const begin = this.source.indexOf(AFTER) + AFTER.length;
    if (begin < AFTER.length) throw new Error(`shake: no ${JSON.stringify(AFTER)}`);
    let code = this.source.slice(0, begin) + GONE;
    let done = begin;
    const dead = this.units.filter((unit) => !live.has(unit));
    for (const unit of dead.sort((a, b) => a.node.start - b.node.start)) {
      // Nothing live names a declaration; what is assigned may be asked for by a computed name.
      const [from, call] =
        unit.code === unit.node
          ? [unit.node, ""]
          : [unit.code, `$B.$out(${JSON.stringify(unit.part ?? unit.title)})`];
      code += this.source.slice(done, from.start) + call;
      done = from.end;
    }
    return code + this.source.slice(done);
  }
}

module.exports = { Runtime };
