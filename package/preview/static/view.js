// Draws a page of a shell: its markup as the bundle holds it, with the page's data.
//
// `mount` is all that the rest of the preview knows of this file, so that another engine for
// markup can take its place.

import { reader } from "./expressions.js";

/** @typedef {import("./expressions.js").Data} Data */
/** @typedef {{ tag: string, when: string[], on: Record<string, string>, attributes: Record<string, string>, children: Template[] } | string} Template */
/** @typedef {{ node: Node, update(data: Data): void, dispose(): void }} Drawn */
/** @typedef {(name: string, detail: unknown) => void} Emit */

/**
 * A native component: gets attributes, tells of events.
 * @typedef {{ node: HTMLElement, set(name: string, value: unknown): void, dispose(): void }} Component
 */

/**
 * @typedef {object} Context
 * @property {(handler: string, event: { type: string, detail: unknown }) => void} call
 * @property {Record<string, (emit: Emit) => Component>} components
 * @property {(type: string, node: HTMLElement, emit: Emit) => void} open what a button opens
 */

const PLAIN = ["view", "text", "button"];

/**
 * Draws into `parent`; returns how to draw anew, and how to stop.
 * @param {Node} parent
 * @param {Template[]} templates
 * @param {Context} context
 */
export function mount(parent, templates, context) {
  const slots = slotsOf(templates).map((branches) => new Slot(parent, branches, context));
  return {
    /** @param {Data} data */
    update: (data) => slots.forEach((slot) => slot.update(data)),
    dispose: () => slots.forEach((slot) => slot.dispose()),
  };
}

/**
 * Siblings by the place they share: an `if` with the `elif`s and the `else` after it is one.
 * @param {Template[]} templates
 */
function slotsOf(templates) {
  /** @type {Template[][]} */
  const slots = [];
  for (const template of templates) {
    const condition = typeof template === "string" ? "" : template.when[0];
    if (condition === "elif" || condition === "else") {
      const before = slots.at(-1)?.at(-1);
      if (!before || typeof before === "string" || !["if", "elif"].includes(before.when[0])) {
        throw new Error(`A ${condition} has no if before it`);
      }
      slots.at(-1)?.push(template);
    } else {
      slots.push([template]);
    }
  }
  return slots;
}

/** A place among siblings: holds one of its branches, or nothing. */
class Slot {
  /**
   * @param {Node} parent
   * @param {Template[]} branches
   * @param {Context} context
   */
  constructor(parent, branches, context) {
    this.branches = branches;
    this.context = context;
    this.tests = branches.map(testOf);
    this.anchor = parent.appendChild(document.createComment(""));
    this.chosen = -1;
    /** @type {Drawn | null} */
    this.drawn = null;
  }

  /**
   * @param {Data} data
   */
  update(data) {
    const chosen = this.tests.findIndex((test) => test(data));
    if (chosen !== this.chosen) {
      this.dispose();
      this.chosen = chosen;
      this.drawn = chosen < 0 ? null : draw(this.branches[chosen], this.context);
      if (this.drawn) this.anchor.before(this.drawn.node);
    }
    this.drawn?.update(data);
  }

  dispose() {
    this.drawn?.dispose();
    if (this.drawn) this.anchor.parentNode?.removeChild(this.drawn.node);
    this.drawn = null;
  }
}

/**
 * @param {Template} template
 * @returns {import("./expressions.js").Reader}
 */
function testOf(template) {
  if (typeof template === "string" || !template.when.length) return () => true;
  return template.when[0] === "else" ? () => true : reader(template.when[1]);
}

/**
 * @param {Template} template
 * @param {Context} context
 * @returns {Drawn}
 */
function draw(template, context) {
  if (typeof template === "string") {
    const node = document.createTextNode("");
    const read = reader(template);
    return {
      node,
      update(data) {
        node.data = String(read(data) ?? "");
      },
      dispose() {},
    };
  }
  const component = componentOf(template, context);
  const attributes = Object.entries(template.attributes).map(([name, value]) => ({
    name,
    read: reader(value),
    last: /** @type {unknown} */ (undefined),
  }));
  const inner = mount(component.node, template.children, context);
  return {
    node: component.node,
    update(data) {
      for (const attribute of attributes) {
        const value = attribute.read(data);
        if (value !== attribute.last) component.set(attribute.name, value);
        attribute.last = value;
      }
      inner.update(data);
    },
    dispose() {
      inner.dispose();
      component.dispose();
    },
  };
}

/**
 * @param {Exclude<Template, string>} template
 * @param {Context} context
 * @returns {Component}
 */
function componentOf(template, context) {
  const { tag, on } = template;
  /** @type {Emit} */
  const emit = (type, detail) => {
    if (on[type]) context.call(on[type], { type, detail });
  };
  if (context.components[tag]) return context.components[tag](emit);
  if (!PLAIN.includes(tag)) throw new Error(`The preview does not draw <${tag}>`);
  // Unknown to HTML, but the shell's style sheet selects them by these names.
  const node = document.createElement(tag);
  node.addEventListener("click", (event) => {
    const opens = node.getAttribute("open-type");
    if (!on.tap && !opens) return;
    event.stopPropagation();
    emit("tap", {});
    // One button may do several things.
    for (const type of opens?.split("|") ?? []) context.open(type, node, emit);
  });
  return {
    node,
    set(name, value) {
      if (value === false) node.removeAttribute(name);
      else node.setAttribute(name, value === true ? "" : String(value ?? ""));
    },
    dispose() {},
  };
}
