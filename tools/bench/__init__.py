"""`build.py bench`: Qiao beside what a person would pick instead."""

import argparse
import json
import sys
from contextlib import nullcontext, redirect_stdout
from typing import Any

from tools import assets, say
from tools.bench import api, dev, measure, packing, report
from tools.bench.profiles import PLAIN, SLOW, THROTTLED
from tools.bench.server import serving

ABOUT = """\
Measure how an event's page starts, and what a page does with 1,000 rows, for Qiao, vanilla
JavaScript, Preact, stock Brython and MicroPython. Peers run in turn; medians and ratios count.
With --api: the server beside a bare Flask app, and lists with ever more rows behind them.
With --dev: how long after a change `build.py dev` has new assets.
Absolute times are this machine's: leave it alone meanwhile. docs/bench.md says what each does.
"""


def main(options: argparse.Namespace) -> int:
    """Measure and print; the words after `bench` are the benchmark's own options."""
    chosen = parse(options.rest)
    if chosen.dev:
        timed = dev.run(chosen.runs)
        say.line(json.dumps(timed, indent=1) if chosen.json else dev.text(timed))
        return 0
    # Whoever reads the JSON wants nothing else on the standard output.
    with redirect_stdout(sys.stderr) if chosen.json else nullcontext():
        assets.ensure()
        packing.ensure()
        found = api.run(chosen.runs, quick=chosen.quick) if chosen.api else run(chosen)
    told = api if chosen.api else report
    if chosen.save:
        told.save(found)
    say.line(json.dumps(found, indent=1) if chosen.json else told.text(found))
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """Return the benchmark's options."""
    parser = argparse.ArgumentParser(
        prog="build.py bench",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="few runs: a first impression")
    parser.add_argument("--runs", type=int, help="runs of each peer (9 starts, 3 of the rows)")
    parser.add_argument("--api", action="store_true", help="the server instead of the page")
    parser.add_argument("--dev", action="store_true", help="the build instead of the page")
    parser.add_argument("--only", choices=("startup", "runtime", "rows"), help="one of these alone")
    parser.add_argument("--peers", nargs="+", choices=packing.NAMES, default=list(packing.NAMES))
    parser.add_argument("--json", action="store_true", help="print all figures, for machines")
    parser.add_argument("--save", action="store_true", help="write the figures into docs/")
    chosen = parser.parse_args(words)
    if chosen.save and (chosen.only or chosen.quick or chosen.peers != list(packing.NAMES)):
        parser.error("--save is for a whole run, of all peers")
    return chosen


def run(chosen: argparse.Namespace) -> dict[str, Any]:
    """Measure what was asked for."""
    found: dict[str, Any] = {
        "machine": measure.machine(),
        "starts": {},
        "sizes": {},
        "inits": {},
        "rows": {},
    }
    with serving() as address:
        if chosen.only in (None, "startup"):
            found["sizes"] = measure.sizes(address, chosen.peers)
            runs = chosen.runs or (3 if chosen.quick else 9)
            for each in (THROTTLED,) if chosen.quick else (THROTTLED, PLAIN):
                with say.step(f"Opening pages: {each.text}") as shown:
                    found["starts"][each.name] = measure.starts(
                        address, chosen.peers, runs, each, shown.detail
                    )
        if chosen.only in (None, "runtime"):
            runs = chosen.runs or (3 if chosen.quick else 9)
            with say.step("Starting runtimes") as shown:
                found["inits"] = measure.inits(address, chosen.peers, runs, SLOW, shown.detail)
        if chosen.only in (None, "rows"):
            runs = chosen.runs or (1 if chosen.quick else 3)
            with say.step("Making tables") as shown:
                found["rows"] = measure.tables(address, chosen.peers, runs, shown.detail)
    return found
