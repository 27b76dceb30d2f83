// The page's qiao.element: elements are made by the thousand, and read by the kernel only.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

// `attrs` is null or a plain object by Python's names; `children` is null where there are none.
class Shape {
  constructor(tag, attrs, children) {
    this.tag = tag;
    this.attrs = attrs;
    this.children = children;
  }
}

function attributes(element, keywords) {
  if (keywords.length === 1 && element.attrs === null) return keywords[0];
  const attrs = { ...element.attrs, ...keywords[0] };
  for (const more of keywords.slice(1)) {
    for (const { key, value } of _b_.dict.$iter_items(more)) attrs[key] = value;
  }
  return attrs;
}

export const Element = $B.make_builtin_class("qiao.element.Element");
Element.tp_call = (element, ...args) => {
  if (args.length === 0) return element;
  if (args.length > 1 || !args[0]?.$kw) {
    $B.RAISE(_b_.TypeError, `<${element.tag}> takes attributes by name; children go into [ ]`);
  }
  return new Shape(element.tag, attributes(element, args[0].$kw), element.children);
};
Element.tp_repr = (element) => `<${element.tag}>`;
Element.mp_subscript = (element, children) => new Shape(element.tag, element.attrs, children);
Element.$getitem = Element.mp_subscript;
Element.tp_funcs = {
  tag_get: (element) => element.tag,
  attrs_get: ({ attrs }) => (attrs === null ? None : $B.$dict({ ...attrs })),
  children_get: ({ children }) => children ?? $B.fast_tuple([]),
  tag_set: None,
  attrs_set: None,
  children_set: None,
};
Element.tp_getset = ["tag", "attrs", "children"];
$B.set_func_names(Element, "qiao.element");
$B.finalize_type(Element);
Element.$factory = (tag, attrs = None, children = null) => {
  const plain = attrs === None ? null : attributes({ attrs: null }, [{}, attrs]);
  return new Shape(tag, plain, children);
};
Element.$native = true;
Shape.prototype.ob_type = Element;
