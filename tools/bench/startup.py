"""How a page starts: opened in a fresh browser, tapped at first paint, opened again."""

import json
import time
from dataclasses import dataclass, field

from tools.bench.chromium import BrowserError, Chromium, Message, Tab
from tools.bench.profiles import Conditions

# A phone's window.
WINDOW = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
VISITS = ("cold", "second", "third")
# How often the button is tapped.
AGAIN = 0.1
# No visit may take longer.
LIMIT = 30.0
# Left alone after the answer: the browser keeps what it made of the scripts for the next visit.
REST = 0.5

# Runs before the page's own scripts, the same for all: notes when a tap has its effect.
NOTE = """
(() => {
  let watch = null;
  addEventListener("click", (event) => {
    // Nobody taps what can't be seen; before its style is there, something else lies here.
    if (!performance.getEntriesByName("first-contentful-paint").length) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const root = document.getElementById("root");
    if (watch || !root) return;
    watch = new MutationObserver(() => {
      if (!root.querySelector(".share [role=status]")?.textContent) return;
      watch.disconnect();
      performance.mark("answered");
      benchAnswered("");
    });
    watch.observe(root, { childList: true, subtree: true, characterData: true });
  }, true);
})();
"""
READ = """JSON.stringify(Object.fromEntries(
  [...performance.getEntriesByType("mark"), ...performance.getEntriesByType("paint")]
    .map((entry) => [entry.name, entry.startTime])))"""
BUTTON = """(() => {
  const box = document.querySelector(".share button").getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})()"""


@dataclass(frozen=True)
class Start:
    """One visit. The first three are ms since the navigation."""

    paint: float
    hydrated: float
    answered: float  # the first tap that had its effect
    script: float  # ms running JavaScript on the main thread
    task: float  # ms of anything on the main thread
    wire: int  # bytes received for scripts


@dataclass
class Watcher:
    """Follows a visit by the browser's events."""

    arrived: bool = False
    answered: bool = False
    scripts: set[str] = field(default_factory=set)
    wire: int = 0
    failures: list[str] = field(default_factory=list)

    def see(self, event: Message) -> bool:
        """Take note of an event; tell whether it changes what is to be done."""
        method, params = event["method"], event["params"]
        if method == "Page.frameNavigated":
            self.arrived = True
            return True
        if method == "Runtime.bindingCalled":
            self.answered = True
            return True
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.failures.append(details.get("exception", {}).get("description", details["text"]))
            return True
        if method == "Network.responseReceived":
            kind = params["response"]["mimeType"]
            if kind.endswith("javascript") or kind == "application/wasm":
                self.scripts.add(params["requestId"])
        if method == "Network.loadingFinished" and params["requestId"] in self.scripts:
            self.wire += int(params["encodedDataLength"])
        return False


def find_button(chromium: Chromium, address: str) -> tuple[float, float]:
    """Return where the Share button is: the same place with each peer's scripts."""
    tab = prepared(chromium)
    tab.send("Page.navigate", url=address)
    tab.watch(LIMIT, lambda event: event["method"] == "Page.loadEventFired")
    x, y = tab.evaluate(BUTTON)
    tab.close()
    if not 0 < y < WINDOW["height"]:
        raise BrowserError("The Share button is not in sight: it can't be tapped.")
    return x, y


def visits(
    chromium: Chromium, address: str, button: tuple[float, float], conditions: Conditions
) -> dict[str, Start]:
    """Visit a page three times with a fresh profile."""
    # The browser's own start must not be part of the first visit.
    first = prepared(chromium)
    first.send("Page.navigate", url=address.partition("/bench/")[0] + "/bench/empty")
    first.watch(LIMIT, lambda event: event["method"] == "Page.loadEventFired")
    first.close()
    return {name: visit(chromium, address, button, conditions) for name in VISITS}


def prepared(chromium: Chromium) -> Tab:
    """Return a tab of a phone's size that tells what happens in it."""
    tab = chromium.page()
    for domain in ("Page", "Network", "Performance", "Runtime"):
        tab.ask(f"{domain}.enable")
    tab.ask("Emulation.setFocusEmulationEnabled", enabled=True)
    tab.ask("Emulation.setDeviceMetricsOverride", **WINDOW)
    tab.ask("Network.setExtraHTTPHeaders", headers={"Accept-Language": "en"})
    return tab


def visit(
    chromium: Chromium, address: str, button: tuple[float, float], conditions: Conditions
) -> Start:
    """Open a page in a new tab, and tap where the button will be until that has an effect."""
    chromium.ask("Browser.grantPermissions", permissions=["clipboardSanitizedWrite"])
    tab = prepared(chromium)
    tab.ask("Runtime.addBinding", name="benchAnswered")
    tab.ask("Page.addScriptToEvaluateOnNewDocument", source=NOTE)
    conditions.apply(tab)
    watcher = Watcher()
    begun = time.monotonic()
    taps = 0
    tab.send("Page.navigate", url=address)
    while not watcher.answered and not watcher.failures:
        if time.monotonic() - begun > LIMIT:
            raise BrowserError(f"{address}: no answer to {taps} taps in {LIMIT:.0f} s.")
        # When it is painted can't be known from outside before the page is idle again.
        tab.watch(AGAIN, watcher.see)
        if watcher.arrived:
            tap(tab, *button)
            taps += 1
    tab.watch(REST, watcher.see)
    if watcher.failures:
        raise BrowserError(f"{address}: {watcher.failures[0]}")
    result = read(tab, watcher.wire)
    tab.close()
    return result


def tap(tab: Tab, x: float, y: float) -> None:
    """Press and let go."""
    for kind in ("mousePressed", "mouseReleased"):
        tab.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)


def read(tab: Tab, wire: int) -> Start:
    """Read what the page and the browser have noted."""
    metrics = {
        metric["name"]: metric["value"] for metric in tab.ask("Performance.getMetrics")["metrics"]
    }
    at: dict[str, float] = json.loads(tab.evaluate(READ))
    return Start(
        paint=at["first-contentful-paint"],
        hydrated=at["hydrated"],
        answered=at["answered"],
        script=metrics["ScriptDuration"] * 1000,
        task=metrics["TaskDuration"] * 1000,
        wire=wire,
    )
