// The standard `json` for pages, over the browser's own parser: loads and dumps.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;
const None = _b_.None;

export function loads(text) {
  let value;
  try {
    value = JSON.parse(String(text));
  } catch (error) {
    throw $B.$call(_b_.ValueError, $B.String(error.message));
  }
  return toPython(value);
}

function toPython(value) {
  if (value === null) return None;
  switch (typeof value) {
    case "string":
      return $B.String(value);
    case "number":
      return Number.isSafeInteger(value) ? value : $B.fast_float(value);
    case "boolean":
      return value;
  }
  if (Array.isArray(value)) return $B.$list(value.map(toPython));
  const dict = $B.empty_dict();
  for (const key of Object.keys(value)) {
    _b_.dict.$setitem(dict, $B.String(key), toPython(value[key]));
  }
  return dict;
}

export function dumps(value) {
  return $B.String(JSON.stringify(toJS(value)));
}

function toJS(value) {
  if (value === None) return null;
  if (typeof value === "string" || value instanceof String) return String(value);
  if (typeof value === "boolean" || typeof value === "number") return value;
  if (value.ob_type === _b_.float) return value.value;
  if (Array.isArray(value)) return value.map(toJS);
  if ($B.get_class(value) === _b_.dict) {
    const object = {};
    for (const { key, value: member } of _b_.dict.$iter_items(value)) object[String(key)] = toJS(member);
    return object;
  }
  throw $B.$call(
    _b_.TypeError,
    `Object of type ${$B.class_name(value)} is not JSON serializable`,
  );
}
