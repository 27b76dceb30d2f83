"""What a run of the benchmark leaves: text for the terminal, and the files in docs/."""

import json
from pathlib import Path
from typing import Any

from tools.bench import chart, table
from tools.bench.profiles import PLAIN, SLOW, THROTTLED
from tools.paths import ROOT

DOCS = ROOT / "docs"
ABOUT = Path(__file__).parent / "about.md"


def text(found: dict[str, Any]) -> str:
    """Return all tables."""
    parts = [found["machine"]]
    for conditions in (THROTTLED, PLAIN):
        if conditions.name in found["starts"]:
            parts.append(table.starts(conditions, found["starts"][conditions.name]))
    if found["sizes"]:
        parts.append(table.sizes(found["sizes"]))
    if found["inits"]:
        parts.append(table.inits(SLOW, found["inits"]))
    if found["rows"]:
        parts.append(table.rows(found["rows"], "script", "A table's rows: script"))
        parts.append(table.rows(found["rows"], "layout", "A table's rows: script and layout"))
    return "\n\n\n".join(parts)


def save(found: dict[str, Any]) -> None:
    """Write docs/bench.json, docs/bench.svg and docs/bench.md."""
    (DOCS / "bench.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (DOCS / "bench.svg").write_text(chart.picture(found), "utf-8")
    about = ABOUT.read_text("utf-8")
    (DOCS / "bench.md").write_text(f"{about}\n```text\n{text(found)}\n```\n", "utf-8")
