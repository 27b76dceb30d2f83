"""Source maps: where in the .py files the lines of a script come from, for developer tools.

Compiled code says at each statement which line of Python it is at, so each of its lines belongs to
the line that was said last.
"""

import json
import re
from collections.abc import Iterable

from compiler.chunks import Part

_LINE = re.compile(r"\$lineno = (\d+)")
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def source_map(parts: Iterable[Part]) -> str:
    """Return the map of a script of these parts, the text of its Python files in it."""
    mappings: list[str] = []
    sources: list[str] = []
    contents: list[str] = []
    before = (0, 0)  # file and line of the last segment: the next is told by the difference
    for part in parts:
        module = part.module
        if module is not None:
            sources.append(f"python:///{module.file}")
            contents.append(module.text)
        line = 1
        for code in part.code.split("\n"):
            if module is None:
                mappings.append("")
                continue
            said = _LINE.search(code)
            line = int(said[1]) if said else line
            here = (len(sources) - 1, line - 1)
            steps = (0, here[0] - before[0], here[1] - before[1], 0)
            mappings.append("".join(map(_number, steps)))
            before = here
    return json.dumps(
        {
            "version": 3,
            "sources": sources,
            "sourcesContent": contents,
            "names": [],
            "mappings": ";".join(mappings),
        },
        ensure_ascii=False,
    )


def _number(number: int) -> str:
    """Return a number in base 64: five bits a digit, the lowest first, the sign before all."""
    rest = abs(number) << 1 | (number < 0)
    digits = ""
    while True:
        rest, digit = rest >> 5, rest & 31
        digits += _DIGITS[digit | 32 if rest else digit]
        if not rest:
            return digits
