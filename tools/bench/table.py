"""The benchmark's figures as a table for people."""

from __future__ import annotations

from dataclasses import asdict
from statistics import median

from tools.bench.profiles import Conditions
from tools.bench.startup import Start

Results = dict[str, dict[str, list[dict[str, Start]]]]
Medians = dict[str, dict[str, dict[str, dict[str, float]]]]
FIGURES = (
    ("paint", "first paint, ms"),
    ("hydrated", "hydrated, ms"),
    ("tap", "tap answered, ms"),
    ("script", "script time, ms"),
    ("wire", "script, KB"),
)


def medians(results: Results) -> Medians:
    """Return conditions -> peer -> visit -> figure -> median."""
    return {
        name: {
            peer: {
                visit: {
                    figure: median(asdict(run[visit])[figure] for run in runs)
                    for figure, _ in FIGURES
                }
                for visit in ("cold", "third")
            }
            for peer, runs in peers.items()
        }
        for name, peers in results.items()
    }


def text(conditions: Conditions, peers: dict[str, dict[str, dict[str, float]]], runs: int) -> str:
    """Return the table of one set of conditions; the ratio is to stock Brython."""
    lines = [f"\n{conditions.text}; medians of {runs} interleaved runs"]
    for visit, said in (("cold", "first visit"), ("third", "third visit, everything cached")):
        lines.append(f"\n{said}")
        lines.append(
            f"{'':14}" + "".join(f"{title:>19}" for _, title in FIGURES) + f"{'to Brython':>12}"
        )
        for peer, visits in peers.items():
            row = visits[visit]
            cells = "".join(
                f"{row[name] / (1000 if name == 'wire' else 1):>19.{1 if name == 'wire' else 0}f}"
                for name, _ in FIGURES
            )
            other = peers.get("brython", {}).get(visit)
            ratio = f"{row['hydrated'] / other['hydrated']:>12.2f}" if other else ""
            lines.append(f"{peer:14}{cells}{ratio}")
    return "\n".join(lines)
