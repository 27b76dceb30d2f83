"""The benchmark's figures as tables for people."""

from collections.abc import Sequence
from typing import Any

from tools.bench.figures import Figure, ratio
from tools.bench.profiles import Conditions

TITLES = {
    "qiao": "Qiao",
    "vanilla": "vanilla JavaScript",
    "preact": "Preact",
    "brython": "stock Brython",
    "micropython": "MicroPython (wasm)",
}
VISITS = {
    "cold": "first visit",
    "second": "second visit, files kept by the browser",
    "third": "third visit, compiled code kept, too",
}
OPERATIONS = {
    "create": "create 1,000",
    "replace": "replace 1,000",
    "update": "update every 10th",
    "select": "select one",
    "swap": "swap two",
    "remove": "remove one",
    "append": "append 1,000",
    "clear": "clear 1,000",
}


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return cells as lines: the first column to the left, the others to the right."""
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def starts(conditions: Conditions, visits: dict[str, Any]) -> str:
    """Return the tables of one device and network."""
    runs = next(iter(visits["cold"].values()))["hydrated"]["runs"]
    parts = [
        f"An event's page starts: {conditions.text}\n"
        f"ms since the navigation, median (least) of {runs} interleaved runs"
    ]
    for visit, peers in visits.items():
        head = ["first paint", "hydrated", *compared(peers), "tap answered", "script ran"]
        lines = [["", *head]]
        for peer, one in peers.items():
            lines.append(
                [
                    TITLES[peer],
                    whole(one["paint"]),
                    whole(one["hydrated"]),
                    *(
                        times(one["hydrated"], peers[other]["hydrated"])
                        for other in ("vanilla", "brython")
                        if other in peers
                    ),
                    whole(one["answered"]),
                    whole(one["script"]),
                ]
            )
        parts.append(f"{VISITS[visit]}\n{aligned(lines)}")
    return "\n\n".join(parts)


def compared(peers: dict[str, Any]) -> list[str]:
    """Return the titles of the columns of ratios."""
    names = {"vanilla": "to vanilla", "brython": "to Brython"}
    return [title for peer, title in names.items() if peer in peers]


def sizes(peers: dict[str, dict[str, int]]) -> str:
    """Return the table of bytes."""
    lines = [["script of that page, KB", "brotli", "raw"]]
    lines += [
        [TITLES[peer], f"{one['brotli'] / 1000:.1f}", f"{one['raw'] / 1000:.1f}"]
        for peer, one in peers.items()
    ]
    return aligned(lines)


def inits(conditions: Conditions, visits: dict[str, Any]) -> str:
    """Return the table of what the runtimes take by themselves."""
    peers = list(visits["cold"])
    runs = visits["cold"][peers[0]]["ran"]["runs"]
    lines = [["", *(f"{TITLES[peer]}: {what}" for peer in peers for what in ("compiled", "ran"))]]
    for visit, found in visits.items():
        figures = [found[peer][what] for peer in peers for what in ("compiled", "ran")]
        lines.append([VISITS[visit], *map(whole, figures)])
    return (
        f"The runtime before any module runs: {conditions.text}\n"
        f"ms of the main thread, median (least) of {runs} interleaved runs\n\n{aligned(lines)}"
    )


def rows(found: dict[str, Any], kind: str, title: str) -> str:
    """Return the table of the operations, a peer a column; `kind` is "script" or "layout"."""
    operations = found[kind]
    peers = list(found["memory"])
    runs = operations["create"][peers[0]]["runs"]
    lines = [["", *(TITLES[peer] for peer in peers)]]
    for name, figures in operations.items():
        lines.append(
            [OPERATIONS[name], *(beside(figures[peer], figures.get("vanilla")) for peer in peers)]
        )
    memory = found["memory"]
    if kind == "script":
        lines.append(
            ["MB of 1,000 rows", *(beside(memory[peer], memory.get("vanilla")) for peer in peers)]
        )
    return f"{title}, ms, median of {runs} and its ratio to vanilla\n\n{aligned(lines)}"


def beside(one: Figure, vanilla: Figure | None) -> str:
    """Return a figure and how many times vanilla's it is."""
    return f"{short(one['median'])}" + (f"  {times(one, vanilla):>7}" if vanilla else "")


def whole(one: Figure) -> str:
    """Return a figure in whole numbers, the least behind it."""
    return f"{one['median']:.0f} ({one['min']:.0f})"


def short(value: float) -> str:
    """Return a number in about three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def times(one: Figure, other: Figure) -> str:
    """Return a ratio."""
    value = ratio(one, other)
    return f"{value:.0f}x" if value >= 100 else f"{value:.1f}x" if value >= 10 else f"{value:.2f}x"
