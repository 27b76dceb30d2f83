"""The figures of the servers as tables for people."""

import json
from typing import Any

from tools.bench.api.asking import CONNECTIONS
from tools.bench.figures import ratio
from tools.bench.table import aligned, short
from tools.paths import ROOT

DOCS = ROOT / "docs"
ABOUT = """\
# How fast the server is

`python3 build.py bench --api` measures all of this anew. Absolute times are those of one machine
on one day, on which whoever asks works, too: compare the ratios.

The bare app (`tools/bench/api/plain.py`) is what one would write by hand with Flask, Jinja and
SQLAlchemy: the same tables, the same queries, the same gunicorn, the same promise about places. It
has no idempotency keys, no sessions that can be ended, no signed codes, no second language, no log
and no metrics. Nobody who signs up was there before: each sign-up makes an account, too.

Lists are asked in process. "Found by" names the indexes of the database's own plan at the last
size.
"""
TITLES = {"page": "an event's page", "sign-up": "a sign-up"}


def text(found: dict[str, Any]) -> str:
    """Return all tables."""
    parts = [_api(kind, asked) for kind, asked in found["api"].items()]
    parts += [_growth(kind, rows) for kind, rows in found["growth"].items()]
    return "\n\n\n".join(parts)


def save(found: dict[str, Any]) -> None:
    """Write docs/bench-api.json and docs/bench-api.md."""
    (DOCS / "bench-api.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (DOCS / "bench-api.md").write_text(f"{ABOUT}\n```text\n{text(found)}\n```\n", "utf-8")


def _api(kind: str, asked: dict[str, Any]) -> str:
    lines = [["", "Qiao", "bare Flask", "bare/Qiao", "Qiao p50", "p99", "bare p50", "p99"]]
    for what, peers in asked.items():
        mine, bare = peers["qiao"], peers["plain"]
        times = [one[name]["median"] for one in (mine, bare) for name in ("median", "p99")]
        lines.append(
            [
                TITLES[what],
                short(mine["rate"]["median"]),
                short(bare["rate"]["median"]),
                f"{ratio(bare['rate'], mine['rate']):.2f}x",
                *(short(time) for time in times),
            ]
        )
    runs = asked["page"]["qiao"]["rate"]["runs"]
    return (
        f"{kind}: requests a second by {CONNECTIONS} people at once, and ms, "
        f"median of {runs} interleaved runs\n\n{aligned(lines)}"
    )


def _growth(kind: str, rows: list[dict[str, Any]]) -> str:
    sizes = sorted({one["rows"] for one in rows})
    names = list(dict.fromkeys(one["list"] for one in rows))
    by_size = {(one["list"], one["rows"]): one for one in rows}
    lines = [["", *(f"{size:,} rows" for size in sizes), "growth", "found by"]]
    for name in names:
        mine = [by_size[name, size] for size in sizes]
        lines.append(
            [
                name,
                *(short(one["ms"]["median"]) for one in mine),
                f"{ratio(mine[-1]['ms'], mine[0]['ms']):.1f}x",
                " ".join(mine[-1]["indexes"]),
            ]
        )
    return f"{kind}: ms of a page of a list, as the rows behind it grow\n\n{aligned(lines)}"
