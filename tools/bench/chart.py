"""The benchmark as a picture: how long a page takes to start, and rows as multiples of vanilla."""

import math
from html import escape
from typing import Any

from tools.bench.figures import ratio
from tools.bench.profiles import THROTTLED
from tools.bench.table import OPERATIONS, TITLES

COLOURS = {
    "qiao": "#c8402f",
    "vanilla": "#8a8a8a",
    "preact": "#7a5bc4",
    "brython": "#2f7fb8",
    "micropython": "#3f9a5f",
}
LEFT, WIDTH, LINE = 170, 420, 26
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#222}.h{font-weight:600}.f{fill:#666}"
    ".g{stroke:#ddd}@media(prefers-color-scheme:dark){text{fill:#eee}.f{fill:#aaa}.g{stroke:#444}}"
)


def picture(found: dict[str, Any]) -> str:
    """Return an SVG of a whole run."""
    first = found["starts"][THROTTLED.name]["cold"]
    parts, height = bars(first, 24)
    more, height = dots(found["rows"]["script"], height + 30)
    total = LEFT + WIDTH + 80
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {height}" width="{total}"'
        f' height="{height}" role="img"><title>Qiao and others, measured</title>'
        f"<style>{STYLE}</style>\n" + "\n".join(parts + more) + "\n</svg>\n"
    )


def bars(peers: dict[str, Any], top: int) -> tuple[list[str], int]:
    """Draw until when a page is painted and hydrated; return the parts and where they end."""
    longest = max(one["hydrated"]["median"] for one in peers.values())
    parts = [
        text(0, top, f"An event's page is hydrated after … ms ({THROTTLED.text}; first visit)", "h")
    ]
    for at, (peer, one) in enumerate(peers.items()):
        y = top + 12 + at * LINE
        ms, paint = one["hydrated"]["median"], one["paint"]["median"]
        length = WIDTH * ms / longest
        seen = LEFT + min(WIDTH, WIDTH * paint / longest)
        parts += [
            text(0, y + 14, TITLES[peer]),
            f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="18" fill="{COLOURS[peer]}"/>',
            f'<path d="M{seen:.1f} {y - 2}v22" stroke="#e0a000" stroke-width="3"/>',
            text(LEFT + max(length, seen - LEFT) + 8, y + 14, f"{ms:.0f}"),
        ]
    end = top + 12 + len(peers) * LINE + 14
    return [*parts, text(LEFT, end, "The mark is first paint.", "f")], end


def dots(operations: dict[str, Any], top: int) -> tuple[list[str], int]:
    """Draw the script time of each operation, as multiples of vanilla's, on a log scale."""
    ratios = {
        name: {peer: max(ratio(one, peers["vanilla"]), 0.1) for peer, one in peers.items()}
        for name, peers in operations.items()
    }
    most = max(value for one in ratios.values() for value in one.values())
    decades = max(1, math.ceil(math.log10(most)))
    bottom = top + 12 + len(ratios) * LINE
    parts = [text(0, top, "Script time of a table's operations, as a multiple of vanilla's", "h")]
    for power in range(decades + 1):
        x = place(10**power, decades)
        parts.append(f'<path class="g" d="M{x:.1f} {top + 12}V{bottom}"/>')
        parts.append(text(x - 8, bottom + 16, f"{10**power}x", "f"))
    for at, (name, peers) in enumerate(ratios.items()):
        y = top + 25 + at * LINE
        parts.append(text(0, y + 4, OPERATIONS[name]))
        # Qiao last: what is drawn later lies above.
        for peer in reversed(peers):
            x = place(peers[peer], decades)
            colour, size = COLOURS[peer], 7 if peer == "qiao" else 5
            parts.append(f'<circle cx="{x:.1f}" cy="{y}" r="{size}" fill="{colour}"/>')
    x = LEFT
    for peer in next(iter(ratios.values())):
        parts.append(f'<circle cx="{x - 160}" cy="{bottom + 38}" r="5" fill="{COLOURS[peer]}"/>')
        parts.append(text(x - 150, bottom + 42, TITLES[peer]))
        x += 30 + 8 * len(TITLES[peer])
    return parts, bottom + 56


def place(value: float, decades: int) -> float:
    """Return where a multiple of vanilla lies: from 0.3x on, a decade as wide as the next."""
    least = -0.5
    share = (math.log10(value) - least) / (decades - least)
    return LEFT + WIDTH * min(1.0, max(0.0, share))


def text(x: float, y: float, words: str, kind: str = "") -> str:
    """Write a line of text."""
    name = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y}"{name}>{escape(words)}</text>'
