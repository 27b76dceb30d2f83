"""`build.py bench --dev`: how long after a change `build.py dev` has new assets.

Of the processor only what Python takes is told: Node answers what is not in memory, one module.
"""

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from compiler.build import Builder
from compiler.sources import Sources
from tools.bench.figures import figure
from tools.bench.table import aligned, short
from tools.paths import FRONTEND

RUNS = 9
CHANGED = "app/pages/events.py"
STEPS = {
    "first": "Everything, nothing in memory",
    "warm": "Everything, in memory",
    "same": "Nothing changed",
    "changed": "One page changed",
}


def run(runs: int | None) -> dict[str, Any]:
    """Return "dev", step -> "wall" and "processor" -> figure, of milliseconds."""
    found: dict[str, list[tuple[float, float]]] = {step: [] for step in STEPS}
    with tempfile.TemporaryDirectory() as folder:
        sources, out = Path(folder, "frontend"), Path(folder, "build")
        shutil.copytree(FRONTEND, sources, ignore=shutil.ignore_patterns("__pycache__"))
        for step in ("first", "warm"):
            with Builder(out, Sources(sources), packed=False) as builder:
                found[step].append(_timed(builder))
                builder.save()
        with Builder(out, Sources(sources), packed=False) as builder:
            _timed(builder)
            for at in range(runs or RUNS):
                found["same"].append(_timed(builder))
                with (sources / CHANGED).open("a", encoding="utf-8") as page:
                    page.write(f"\nCHANGE_{at} = {at}\n")
                found["changed"].append(_timed(builder))
    return {
        "dev": {
            step: {
                "wall": figure([wall for wall, _processor in times]),
                "processor": figure([processor for _wall, processor in times]),
            }
            for step, times in found.items()
        }
    }


def text(found: dict[str, Any]) -> str:
    """Return the table of what was measured."""
    rows = [["Milliseconds", "wall: median", "least", "processor: median"]]
    for step, figures in found["dev"].items():
        wall, processor = figures["wall"], figures["processor"]
        times = (wall["median"], wall["min"], processor["median"])
        rows.append([STEPS[step], *map(short, times)])
    return aligned(rows)


def _timed(builder: Builder) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    builder.build(lambda _text: None)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000
