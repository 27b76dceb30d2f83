"""`build.py bench`: how the page starts, beside what a person would pick instead."""

from __future__ import annotations

import argparse
import json

from tools import browser
from tools.bench import packing, table
from tools.bench.chromium import Chromium
from tools.bench.profiles import PLAIN, THROTTLED, Conditions
from tools.bench.server import serving
from tools.bench.startup import Start, find_button, visits


def main(options: argparse.Namespace) -> int:
    """Measure and print; the words after `bench` are the benchmark's own options."""
    chosen = parse(options.rest)
    packing.ensure()
    results: dict[str, dict[str, list[dict[str, Start]]]] = {}
    conditions = (THROTTLED,) if chosen.quick else (THROTTLED, PLAIN)
    with serving() as address:
        for each in conditions:
            results[each.name] = start_up(address, each, chosen.runs, chosen.peers)
    if chosen.json:
        print(json.dumps(table.medians(results)))
    else:
        for each in conditions:
            print(table.text(each, table.medians(results)[each.name], chosen.runs))
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """Return the benchmark's options."""
    parser = argparse.ArgumentParser(prog="build.py bench")
    parser.add_argument("--runs", type=int, default=9, help="visits of each peer (%(default)s)")
    parser.add_argument("--quick", action="store_true", help="throttled only")
    parser.add_argument("--json", action="store_true", help="print for machines")
    parser.add_argument("--peers", nargs="+", choices=packing.NAMES, default=packing.NAMES)
    return parser.parse_args(words)


def start_up(
    address: str, conditions: Conditions, runs: int, peers: list[str]
) -> dict[str, list[dict[str, Start]]]:
    """Visit each peer's page `runs` times, in turn, so that a slow moment is everybody's."""
    found: dict[str, list[dict[str, Start]]] = {peer: [] for peer in peers}
    with Chromium(browser.ensure()) as chromium:
        button = find_button(chromium, f"{address}/bench/start/{peers[0]}")
    for _ in range(runs):
        for peer in peers:
            with Chromium(browser.ensure()) as chromium:
                page = f"{address}/bench/start/{peer}"
                found[peer].append(visits(chromium, page, button, conditions))
    return found
