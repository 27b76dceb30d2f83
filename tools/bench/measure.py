"""The measuring itself: peers in turn, run after run."""

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from tools import browser
from tools.bench import rows, runtimes
from tools.bench.chromium import Chromium
from tools.bench.figures import figure, turned
from tools.bench.profiles import Conditions
from tools.bench.sizes import script_sizes
from tools.bench.startup import VISITS, Start, find_button, visits

Log = Callable[[str], None]


def starts(
    address: str, peers: Sequence[str], runs: int, conditions: Conditions, log: Log
) -> dict[str, Any]:
    """Return visit -> peer -> what -> figure."""
    path = browser.ensure()
    with Chromium(path) as chromium:
        button = find_button(chromium, f"{address}/bench/start/{peers[0]}")
    found: dict[str, list[dict[str, Start]]] = {peer: [] for peer in peers}
    for run in range(runs):
        for peer in turned(peers, run):
            log(f"{conditions.name} {run + 1} of {runs}: {peer}")
            # A browser for each: what one peer left in it must help no other.
            with Chromium(path) as chromium:
                page = f"{address}/bench/start/{peer}"
                found[peer].append(visits(chromium, page, button, conditions))
    return {
        visit: {
            peer: {
                what: figure(asdict(run[visit])[what] for run in done)
                for what in ("paint", "hydrated", "answered", "script", "task", "wire")
            }
            for peer, done in found.items()
        }
        for visit in VISITS
    }


def inits(
    address: str, peers: Sequence[str], runs: int, conditions: Conditions, log: Log
) -> dict[str, Any]:
    """Return visit -> peer -> what -> figure, of the peers that bring a runtime in JavaScript."""
    path = browser.ensure()
    named = [peer for peer in peers if peer in runtimes.FILES]
    found: dict[str, list[dict[str, runtimes.Load]]] = {peer: [] for peer in named}
    for run in range(runs):
        for peer in turned(named, run):
            log(f"runtime {run + 1} of {runs}: {peer}")
            with Chromium(path) as chromium:
                page = f"{address}/bench/start/{peer}"
                file = runtimes.FILES[peer]
                found[peer].append(runtimes.loads(chromium, page, file, conditions))
    return {
        visit: {
            peer: {
                what: figure(asdict(run[visit])[what] for run in done)
                for what in ("compiled", "ran")
            }
            for peer, done in found.items()
        }
        for visit in VISITS
        if named
    }


def tables(address: str, peers: Sequence[str], runs: int, log: Log) -> dict[str, Any]:
    """Return script and layout, each operation -> peer -> figure, and memory, peer -> figure."""
    path = browser.ensure()
    found: dict[str, list[rows.Work]] = {peer: [] for peer in peers}
    for run in range(runs):
        for peer in turned(peers, run):
            log(f"{run + 1} of {runs}: {peer}")
            with Chromium(path) as chromium:
                found[peer].append(rows.work(chromium, f"{address}/bench/rows/{peer}"))
            rows.compare(peer, found[peer][-1], found[turned(peers, run)[0]][-1])
    return {
        "script": {
            name: {
                peer: figure(ms for one in done for ms in one.script[name])
                for peer, done in found.items()
            }
            for name in rows.OPERATIONS
        },
        "layout": {
            name: {
                peer: figure(ms for one in done for ms in one.layout[name])
                for peer, done in found.items()
            }
            for name in rows.OPERATIONS
        },
        "memory": {peer: figure(one.memory for one in done) for peer, done in found.items()},
    }


def sizes(address: str, peers: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return the bytes of each peer's scripts on the event's page."""
    return {peer: script_sizes(address, f"/bench/start/{peer}") for peer in peers}


def machine() -> str:
    """Say what did the work."""
    with Chromium(browser.ensure()) as chromium:
        product: str = chromium.ask("Browser.getVersion")["product"]
    return f"{product}, {cores()} cores"


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
