"""What a page does with a table of 1,000 rows: the operations of js-framework-benchmark."""

from dataclasses import dataclass, field

from tools.bench.chromium import BrowserError, Chromium, Tab

# Operation, and what is pressed for it.
STEPS = (
    ("create", "#create"),
    ("replace", "#create"),
    ("update", "#update"),
    ("select", "#rows tr:nth-child(5) .label a"),
    ("swap", "#swap"),
    ("remove", "#rows tr:nth-child(4) .remove"),
    ("append", "#append"),
    ("", "#create"),  # back to 1,000, so that clearing is as much for all who read this
    ("clear", "#clear"),
)
OPERATIONS = tuple(name for name, _ in STEPS if name)
# Rounds of all steps in one page: V8 needs some to see what is worth compiling well.
WARM_UP = 2
ROUNDS = 3
LIMIT = 30.0

# Presses, waits for what the handler left to microtasks, then has the browser lay the table out.
# A frame goes before it, so that nothing of the step before is left to do.
PRESS = """(async (selector) => {
  const target = document.querySelector(selector);
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const begun = performance.now();
  target.click();
  await null;
  await null;
  const ran = performance.now();
  document.body.getBoundingClientRect();
  const laid = performance.now();
  return [ran - begun, laid - begun];
})"""
# What stands in the table, as a number.
STATE = """Array.from(document.getElementById("rows").rows)
  .map((row) => row.className + row.textContent).join("\\n")
  .split("").reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)"""
READY = """performance.getEntriesByName("hydrated").length > 0 || new Promise((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("hydrated").length) resolve(true);
  }).observe({ type: "mark", buffered: true });
})"""


@dataclass
class Work:
    """All that one page did: for each operation the ms of script, and of script and layout."""

    script: dict[str, list[float]] = field(default_factory=dict)
    layout: dict[str, list[float]] = field(default_factory=dict)
    memory: float = 0  # MB that 1,000 rows take
    states: list[int] = field(default_factory=list)


def work(chromium: Chromium, address: str) -> Work:
    """Open a page and have it do everything, several times."""
    tab = opened(chromium, address)
    done = Work()
    for round_ in range(WARM_UP + ROUNDS):
        for name, selector in STEPS:
            # Garbage of the step before is no matter of this one.
            tab.ask("HeapProfiler.collectGarbage")
            script, layout = tab.evaluate(f"{PRESS}({selector!r})")
            done.states.append(tab.evaluate(STATE))
            if name and round_ >= WARM_UP:
                done.script.setdefault(name, []).append(script)
                done.layout.setdefault(name, []).append(layout)
    before = memory(tab)
    tab.evaluate(f"{PRESS}('#create')")
    done.memory = memory(tab) - before
    tab.close()
    return done


def opened(chromium: Chromium, address: str) -> Tab:
    """Open a page and wait until its buttons work."""
    tab = chromium.page()
    tab.ask("Page.enable")
    tab.ask("Runtime.enable")
    tab.send("Page.navigate", url=address)
    if not tab.watch(LIMIT, lambda event: event["method"] == "Page.loadEventFired"):
        raise BrowserError(f"{address} did not load within {LIMIT:.0f} s.")
    tab.evaluate(READY)
    return tab


def memory(tab: Tab) -> float:
    """Return the MB that a page holds: objects, nodes, and the memory of WebAssembly."""
    for _ in range(2):
        tab.ask("HeapProfiler.collectGarbage")
    usage = tab.ask("Runtime.getHeapUsage")
    names = ("usedSize", "embedderHeapUsedSize", "backingStorageSize")
    total: float = sum(usage[name] for name in names)
    return total / 1e6


def compare(peer: str, done: Work, other: Work) -> None:
    """Raise where two pages didn't make the same table of every step."""
    for at, (mine, theirs) in enumerate(zip(done.states, other.states, strict=True)):
        if mine != theirs:
            round_, step = divmod(at, len(STEPS))
            what = STEPS[step][0] or STEPS[step][1]
            raise BrowserError(f"{peer}: after {what!r} (round {round_}) the table is wrong.")
