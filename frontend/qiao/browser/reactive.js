// Signals, computeds and effects as the page has them; ../tracking.py and its neighbours say how
// they work and are what the server runs. Both pass the same tests.
//
// Who reads whom is kept as links: one for each source that a reader read, in the reader's array in
// the order of reading, and in the source's list as long as the source has to say when it changes.

const $B = globalThis.__BRYTHON__;
const _b_ = $B.builtins;

// An effect that runs this many times in one batch goes on triggering itself, and never ends.
const MOST_RUNS = 100;

// What is running now.
let reader = null;
let owner = null;
let depth = 0;
let marked = [];
let batches = 0;
// Counts all writes: while it stands still no computed can have changed.
let clock = 0;
let made = 0;

export const CycleError = $B.$call(
  _b_.type,
  "CycleError",
  $B.fast_tuple([_b_.RuntimeError]),
  $B.$dict({ __module__: "qiao.signals" }),
);

// Return the Python exception; what may not be caught goes on.
function caught(error) {
  const exception = $B.exception(error);
  if (!$B.is_exc(exception, [_b_.Exception])) throw error;
  return exception;
}

function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" && typeof other !== "object" && typeof one !== "function") return false;
  return $B.get_class(one) === $B.get_class(other) && $B.$bool($B.rich_comp("__eq__", one, other));
}

class Link {
  constructor(source, reader) {
    this.source = source;
    this.reader = reader;
    this.version = 0;
    this.before = null;
    this.after = null;
    this.connected = false;
  }
}

// What can be read.
class Source {
  constructor(value) {
    this.held = value;
    this.version = 0;
    this.first = null;
    // Of the run that is going on, if it has read this.
    this.link = null;
  }

  track() {
    if (reader === null) return;
    let link = this.link;
    if (link === null || link.reader !== reader) link = this.link = reader.found(this);
    link.version = this.version;
  }

  peek() {
    const before = reader;
    reader = null;
    try {
      return this.get();
    } finally {
      reader = before;
    }
  }

  connect(link) {
    link.connected = true;
    link.after = this.first;
    if (this.first !== null) this.first.before = link;
    this.first = link;
  }

  disconnect(link) {
    if (!link.connected) return;
    link.connected = false;
    if (link.before === null) this.first = link.after;
    else link.before.after = link.after;
    if (link.after !== null) link.after.before = link.before;
    link.before = link.after = null;
  }

  // Bring the value up to date.
  refresh() {}

  markReaders() {
    for (let link = this.first; link !== null; link = link.after) link.reader.mark();
  }
}

export class Signal extends Source {
  get() {
    this.track();
    return this.held;
  }

  set(value) {
    if (same(value, this.held)) return;
    if (reader instanceof Computed) {
      throw $B.$call(CycleError, "a computed must not write a signal: use an effect, or an event handler");
    }
    this.held = value;
    this.version++;
    clock++;
    depth++;
    try {
      this.markReaders();
    } finally {
      endBatch();
    }
  }
}

// The part of a computed or an effect that reads.

function begin(one) {
  const before = reader;
  one.at = 0;
  reader = one;
  return before;
}

// Return the link to a source that the current run reads for the first time.
function found(source) {
  const { links, at } = this;
  if (this.fresh === null && at < links.length && links[at].source === source) {
    this.at++;
    return links[at];
  }
  const link = new Link(source, this);
  (this.fresh ??= []).push(link);
  return link;
}

// Take what was read as the new sources; leave those not read any more.
function settle(one, connected) {
  const { links, at, fresh } = one;
  one.fresh = null;
  const gone = at < links.length ? links.splice(at) : null;
  if (fresh !== null) for (const link of fresh) links.push(link);
  for (const link of links) if (link.source.link === link) link.source.link = null;
  if (!connected) return;
  if (fresh !== null) for (const link of fresh) link.source.connect(link);
  if (gone !== null) for (const link of gone) link.source.disconnect(link);
}

// Tell whether a source has really changed since the last run. Sources are asked in the order in
// which they were read: a change of an early one may mean that a later one isn't read any more.
function isStale(one) {
  for (const link of one.links) {
    if (link.version !== link.source.version) return true;
    link.source.refresh();
    if (link.version !== link.source.version) return true;
  }
  return false;
}

export class Computed extends Source {
  constructor(fn) {
    super(undefined);
    this.fn = fn;
    this.links = [];
    this.at = 0;
    this.fresh = null;
    this.running = false;
    this.stale = true;
    this.clock = -1;
    this.error = null;
  }

  get() {
    this.refresh();
    this.track();
    if (this.error !== null) throw this.error;
    return this.held;
  }

  refresh() {
    if (this.running) {
      throw $B.$call(CycleError, `${$B.$getattr(this.fn, "__qualname__", "a computed")} reads itself`);
    }
    if (this.first !== null && !this.stale) return;
    if (this.clock !== clock && (this.version === 0 || isStale(this))) this.compute();
    this.stale = false;
    this.clock = clock;
  }

  compute() {
    const before = begin(this);
    this.running = true;
    let value;
    let error = null;
    try {
      value = $B.$call(this.fn);
    } catch (failure) {
      // Kept, and raised for whoever reads the value.
      error = caught(failure);
    } finally {
      reader = before;
      this.running = false;
      settle(this, this.first !== null);
    }
    if (this.version === 0 || error !== null || this.error !== null || !same(value, this.held)) {
      this.held = value;
      this.error = error;
      this.version++;
    }
  }

  mark() {
    if (this.stale) return;
    this.stale = true;
    this.markReaders();
  }

  connect(link) {
    const alone = this.first === null;
    super.connect(link);
    if (!alone) return;
    // From now on sources have to say when they change; until now nobody listened.
    for (const own of this.links) own.source.connect(own);
    this.stale = true;
    this.refresh();
  }

  disconnect(link) {
    super.disconnect(link);
    if (this.first !== null) return;
    this.stale = true;
    for (const own of this.links) own.source.disconnect(own);
  }
}
Computed.prototype.found = found;

// A page, a row, a branch, an effect: what is made while it is current goes away with it.
export class Owner {
  constructor() {
    this.owned = null;
    this.parent = owner;
    this.onError = _b_.None;
  }

  // Let go of everything made inside, the last first; one that fails stops no other.
  dispose() {
    const { owned } = this;
    if (owned === null) return;
    this.owned = null;
    const before = reader;
    reader = null;
    let failure = null;
    for (let at = owned.length - 1; at >= 0; at--) {
      try {
        if (owned[at] instanceof Effect) owned[at].stop();
        else $B.$call(owned[at]);
      } catch (error) {
        failure ??= caught(error);
      }
    }
    reader = before;
    if (failure !== null) throw failure;
  }

  // Call a JavaScript function with this owner as the current one, untracked.
  run(fn) {
    const before = owner;
    const reading = reader;
    owner = this;
    reader = null;
    try {
      return fn();
    } finally {
      owner = before;
      reader = reading;
    }
  }

  // Return what takes a failure in here: the nearest `on_error`.
  handler() {
    for (let one = this; one !== null; one = one.parent) {
      if (one.onError !== _b_.None) return one.onError;
    }
    return null;
  }

  keep(one) {
    if (this.owned === null) this.owned = [one];
    else this.owned.push(one);
  }
}

// A JavaScript function that runs again when what it read has changed.
export class Effect extends Owner {
  constructor(fn) {
    super();
    this.number = ++made;
    this.fn = fn;
    this.links = [];
    this.at = 0;
    this.fresh = null;
    this.marked = false;
    this.disposed = false;
    this.batch = 0;
    this.runs = 0;
    // Called once it has stopped.
    this.after = null;
  }

  // Run for the first time.
  start() {
    if (this.parent !== null) this.parent.keep(this);
    try {
      this.rerun();
    } catch (error) {
      // Whoever wanted it has nothing to stop it with.
      this.stop();
      throw error;
    }
    return this;
  }

  rerun() {
    this.dispose();
    const before = owner;
    const then = clock;
    const reading = begin(this);
    owner = this;
    depth++;
    try {
      this.fn();
    } finally {
      reader = reading;
      owner = before;
      // It stopped itself while running.
      if (this.disposed) this.at = 0;
      if (this.disposed) this.fresh = null;
      settle(this, true);
      // A write during the run reached only who was listening already.
      if (clock !== then && !this.disposed && isStale(this)) this.mark();
      endBatch();
    }
  }

  mark() {
    if (this.marked) return;
    this.marked = true;
    marked.push(this);
  }

  // Never run again, and let go of everything made inside.
  stop() {
    this.disposed = true;
    for (const link of this.links) link.source.disconnect(link);
    this.links = [];
    this.dispose();
    if (this.after !== null) this.after();
  }
}
Effect.prototype.found = found;

// Run the marked effects when the outermost batch ends, in the order they were made.
function endBatch() {
  if (depth > 1 || marked.length === 0) {
    depth--;
    return;
  }
  let failure = null;
  const batch = ++batches;
  try {
    while (marked.length > 0) {
      const now = marked;
      marked = [];
      if (now.length > 1) now.sort((one, other) => one.number - other.number);
      for (let at = 0; at < now.length; at++) {
        if (marked.length > 0) {
          // The last one has marked others, which may have to run first.
          for (; at < now.length; at++) marked.push(now[at]);
          break;
        }
        const one = now[at];
        one.marked = false;
        try {
          if (!one.disposed && isStale(one)) runAgain(one, batch);
        } catch (error) {
          const exception = caught(error);
          const handler = one.handler();
          if (handler !== null) $B.$call(handler, exception);
          else failure ??= exception;
        }
      }
    }
  } finally {
    depth--;
  }
  if (failure !== null) throw failure;
}

function runAgain(one, batch) {
  one.runs = one.batch === batch ? one.runs + 1 : 1;
  one.batch = batch;
  if (one.runs > MOST_RUNS) throw $B.$call(CycleError, "effects trigger each other without end");
  one.rerun();
}

export function batched(fn) {
  depth++;
  try {
    return fn();
  } finally {
    endBatch();
  }
}

export function unread(fn) {
  const before = reader;
  reader = null;
  try {
    return fn();
  } finally {
    reader = before;
  }
}

export function currentOwner() {
  return owner;
}
