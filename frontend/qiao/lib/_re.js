// Regular expressions as Python has them, by backtracking. The browser's own differ in what a word
// or a space is, in flags within a pattern and in conditions, and old ones can't look behind.

import { $B, _b_, raise } from "./_values.js";
import { parse } from "./_re_parser.js";
import { folded, isWord } from "./_re_letters.js";

/** Returns what `run` takes; `fail(message, pattern, position)` is the class of errors. */
export function compiled(pattern, flags, fail) {
  const parsed = parse(String(pattern), Number(flags), (message, position) => {
    const known = position === null ? [_b_.None, _b_.None] : [pattern, position];
    throw $B.$call(fail, $B.String(message), ...known);
  });
  return { ...parsed, state: null };
}

export const groups_of = ({ groups }) => groups;
export const flags_of = ({ flags }) => flags;

export function names_of({ names }) {
  const found = $B.empty_dict();
  for (const [name, group] of names) _b_.dict.$setitem(found, $B.String(name), group);
  return found;
}

/** Returns a text as `run` takes it. */
export const subject = (text) => ({ codes: Array.from(String(text), (letter) => letter.codePointAt(0)) });

/**
 * Matches from `start` on, before `end`: "match" only there, "search" at any place from there,
 * "fullmatch" up to the end. With `advance`, no empty match at `start`. Returns the places where
 * all groups begin and end, -1 where one has no part in it, and the last group; or None.
 */
export function run(program, { codes }, start, end, mode, advance) {
  const state = (program.state ??= prepared(program));
  Object.assign(state, { codes, end, whole: String(mode) === "fullmatch" });
  const last = String(mode) === "search" ? end : start;
  try {
    for (let at = start; at <= last; at++) {
      state.places.fill(-1);
      state.last = 0;
      state.barred = advance && at === start ? start : -1;
      const found = state.match(at);
      if (found < 0) continue;
      state.places[0] = at;
      state.places[1] = found;
      return $B.$list([...state.places, state.last]);
    }
  } catch (error) {
    if (error instanceof RangeError) raise("RecursionError", "too many repetitions of a group");
    throw error;
  }
  return _b_.None;
}

function prepared(program) {
  const state = { places: new Array(2 * (program.groups + 1)).fill(-1), open: [] };
  const accepted = (at) => (at === state.barred || (state.whole && at !== state.end) ? -1 : at);
  state.match = build(program.tree, accepted, state);
  return state;
}

/** Returns a function from a place to the end of the whole match, or -1: `node`, then `next`. */
function build(node, next, state) {
  return BUILDERS[node.type](node, next, state);
}

/** Runs `attempt`; what groups hold is as before unless it finds something, and `keep` says so. */
function guarded(state, attempt, keep = true) {
  const { last } = state;
  const places = [...state.places];
  const found = attempt();
  if (found < 0 || !keep) Object.assign(state, { places, last });
  return found;
}

const itself = (at) => at;

const BUILDERS = {
  one({ test }, next, state) {
    return (at) => (at < state.end && test(state.codes[at]) ? next(at + 1) : -1);
  },

  sequence({ items }, next, state) {
    return items.reduceRight((rest, item) => build(item, rest, state), next);
  },

  either({ branches }, next, state) {
    const ways = branches.map((branch) => build(branch, next, state));
    return (at) => {
      for (const way of ways) {
        const found = way(at);
        if (found >= 0) return found;
      }
      return -1;
    };
  },

  group({ group, body }, next, state) {
    const inner = build(
      body,
      (at) => {
        const { last, places } = state;
        const [begin, end] = [places[2 * group], places[2 * group + 1]];
        state.places[2 * group] = state.open[group];
        state.places[2 * group + 1] = at;
        state.last = group;
        const found = next(at);
        if (found < 0) {
          state.places[2 * group] = begin;
          state.places[2 * group + 1] = end;
          state.last = last;
        }
        return found;
      },
      state,
    );
    return (at) => {
      const before = state.open[group];
      state.open[group] = at;
      const found = inner(at);
      if (found < 0) state.open[group] = before;
      return found;
    };
  },

  repeat(node, next, state) {
    if (node.way === "possessive") {
      return BUILDERS.atomic({ body: { ...node, way: "greedy" } }, next, state);
    }
    return node.body.type === "one" ? repeatOne(node, next, state) : repeatAny(node, next, state);
  },

  atomic({ body }, next, state) {
    const inner = build(body, itself, state);
    return (at) =>
      guarded(state, () => {
        const found = inner(at);
        return found < 0 ? -1 : next(found);
      });
  },

  look({ body, behind, negative }, next, state) {
    const inner = build(body, itself, state);
    return (at) => {
      const from = at - behind;
      if (!negative) return guarded(state, () => (from >= 0 && inner(from) >= 0 ? next(at) : -1));
      const found = from < 0 ? -1 : guarded(state, () => inner(from), false);
      return found < 0 ? next(at) : -1;
    };
  },

  again({ group, ignore }, next, state) {
    const same = ignore ? (a, b) => folded(a, ignore) === folded(b, ignore) : (a, b) => a === b;
    return (at) => {
      const [begin, end] = [state.places[2 * group], state.places[2 * group + 1]];
      if (end < 0 || at + end - begin > state.end) return -1;
      for (let step = 0; step < end - begin; step++) {
        if (!same(state.codes[begin + step], state.codes[at + step])) return -1;
      }
      return next(at + end - begin);
    };
  },

  condition({ group, yes, no }, next, state) {
    const [there, missing] = [build(yes, next, state), build(no, next, state)];
    return (at) => (state.places[2 * group + 1] >= 0 ? there(at) : missing(at));
  },

  start({ lines }, next, state) {
    return (at) => (at === 0 || (lines && state.codes[at - 1] === 10) ? next(at) : -1);
  },

  end({ lines, only }, next, state) {
    return (at) => {
      const { codes, end } = state;
      const here = at === end || (!only && codes[at] === 10 && (lines || at === end - 1));
      return here ? next(at) : -1;
    };
  },

  border({ negative, ascii }, next, state) {
    return (at) => {
      const before = at > 0 && isWord(state.codes[at - 1], ascii);
      const after = at < state.end && isWord(state.codes[at], ascii);
      return (before !== after) !== negative ? next(at) : -1;
    };
  },
};

function repeatOne({ body: { test }, min, max, way }, next, state) {
  return (at) => {
    const limit = Math.min(max, state.end - at);
    let count = 0;
    if (way === "lazy") {
      for (; count <= limit; count++) {
        const found = count < min ? -1 : next(at + count);
        if (found >= 0) return found;
        if (count === limit || !test(state.codes[at + count])) return -1;
      }
      return -1;
    }
    while (count < limit && test(state.codes[at + count])) count++;
    for (; count >= min; count--) {
      const found = next(at + count);
      if (found >= 0) return found;
    }
    return -1;
  };
}

function repeatAny({ body, min, max, way }, next, state) {
  let [count, begun] = [0, -1];
  const once = (at) => {
    const before = [count, begun];
    count++;
    begun = at;
    const found = inner(at);
    if (found < 0) [count, begun] = before;
    return found;
  };
  const leave = (at) => {
    // Further on, the same part may be entered anew.
    const before = [count, begun];
    const found = next(at);
    if (found < 0) [count, begun] = before;
    return found;
  };
  const loop = (at) => {
    if (count < min) return once(at);
    // An empty turn is not followed by another one.
    const more = count < max && at !== begun;
    if (way === "lazy") {
      const found = leave(at);
      return found >= 0 || !more ? found : once(at);
    }
    const found = more ? once(at) : -1;
    return found >= 0 ? found : leave(at);
  };
  const inner = build(body, loop, state);
  return (at) => {
    const before = [count, begun];
    [count, begun] = [0, -1];
    const found = loop(at);
    [count, begun] = before;
    return found;
  };
}

