"""What a runtime of Python costs before any module runs, told by the browser's own trace."""

from dataclasses import dataclass

from tools.bench.chromium import BrowserError, Chromium, Message, Tab
from tools.bench.profiles import Conditions
from tools.bench.startup import LIMIT, REST, VISITS, prepared

# Of those peers that bring one: how the name of its file begins.
FILES = {"qiao": "runtime.", "brython": "brython."}
TRACE = {"includedCategories": ["devtools.timeline", "v8", "disabled-by-default-v8.compile"]}
PARTS = {"v8.compile": "compiled", "v8.run": "ran"}


@dataclass(frozen=True)
class Load:
    """ms of the main thread's own time that the runtime's script took."""

    compiled: float  # other than in the background, while it arrives
    ran: float


def loads(chromium: Chromium, address: str, file: str, conditions: Conditions) -> dict[str, Load]:
    """Open a page as often as the browser takes to keep its compiled code."""
    return {visit: _load(chromium, address, file, conditions) for visit in VISITS}


def _load(chromium: Chromium, address: str, file: str, conditions: Conditions) -> Load:
    tab = prepared(chromium)
    conditions.apply(tab)
    tab.ask("Tracing.start", traceConfig=TRACE, transferMode="ReportEvents")
    tab.send("Page.navigate", url=address)
    # The tab's first, empty page may be telling of itself still.
    _wait(tab, "Page.frameNavigated", address)
    _wait(tab, "Page.loadEventFired", address)
    # The browser keeps what it compiled some time after the page has run.
    tab.watch(REST, lambda event: False)
    ms = taken(_trace(tab), f"/{file}")
    tab.close()
    if "ran" not in ms:
        raise BrowserError(f"{address} ran no script named {file}*.")
    return Load(compiled=ms.get("compiled", 0.0), ran=ms["ran"])


def _wait(tab: Tab, method: str, address: str) -> None:
    if not tab.watch(LIMIT, lambda event: event["method"] == method):
        raise BrowserError(f"{address} did not load in {LIMIT:.0f} s.")


def _trace(tab: Tab) -> list[Message]:
    """End the trace and return its events."""
    found: list[Message] = []

    def see(event: Message) -> bool:
        if event["method"] == "Tracing.dataCollected":
            found.extend(event["params"]["value"])
        return bool(event["method"] == "Tracing.tracingComplete")

    tab.ask("Tracing.end")
    tab.watch(LIMIT, see)
    return found


def taken(events: list[Message], file: str) -> dict[str, float]:
    """Return the thread's ms by what was done with a file: others on the machine don't count."""
    ms: dict[str, float] = {}
    for event in events:
        arguments = event.get("args", {})
        name = arguments.get("data", {}).get("url") or arguments.get("fileName") or ""
        part = PARTS.get(event["name"])
        if part and file in name:
            ms[part] = ms.get(part, 0.0) + event.get("tdur", 0) / 1000
    return ms
