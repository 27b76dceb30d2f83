"""Source maps: where in the sources the lines of a script come from.

Developer tools read them in `dev`. A packed build keeps what is left of one: the table that
`minify` makes of it, for the positions in scripts that pages report.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

# A file below the frontend folder, and the line in it.
Place = tuple[str, int]

_LINE = re.compile(r"\$lineno = (\d+)")
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


# Most modules are the same from one build to the next.
@lru_cache(maxsize=1024)
def places_of_python(code: str, file: str) -> tuple[Place, ...]:
    """Return where each line of compiled Python comes from.

    It says at each statement which line of Python it is at, so each of its lines belongs to the
    line that was said last.
    """
    line = 1
    places: list[Place] = []
    for text in code.split("\n"):
        said = _LINE.search(text)
        line = int(said[1]) if said else line
        places.append((file, line))
    return tuple(places)


def source_map(places: Iterable[Place | None], texts: dict[str, str]) -> str:
    """Return the map of a script whose lines come from these places; `texts` are of the files."""
    mappings: list[str] = []
    files: dict[str, int] = {}
    before = (0, 0)  # file and line of the last segment: the next is told by the difference
    for place in places:
        if place is None:
            mappings.append("")
            continue
        here = (files.setdefault(place[0], len(files)), place[1] - 1)
        steps = (0, here[0] - before[0], here[1] - before[1], 0)
        mappings.append("".join(map(_number, steps)))
        before = here
    content: dict[str, Any] = {
        "version": 3,
        "sources": [_address(file) for file in files],
        "names": [],
        "mappings": ";".join(mappings),
    }
    if texts:
        content["sourcesContent"] = [texts[file] for file in files]
    return json.dumps(content, ensure_ascii=not texts)


def _address(file: str) -> str:
    return f"{'python' if file.endswith('.py') else 'script'}:///{file}"


def file_of(address: str) -> str:
    """Return the file that a map calls `python:///app/pages/event.py`."""
    return address.partition(":///")[2]


@lru_cache(maxsize=4096)
def _number(number: int) -> str:
    """Return a number in base 64: five bits a digit, the lowest first, the sign before all."""
    rest = abs(number) << 1 | (number < 0)
    digits = ""
    while True:
        rest, digit = rest >> 5, rest & 31
        digits += _DIGITS[digit | 32 if rest else digit]
        if not rest:
            return digits
