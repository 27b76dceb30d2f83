"""Paths with parameters, `/events/<int:id>`, read and filled the same way on both ends."""

from __future__ import annotations

from typing import Any

from qiao.quoting import quote

# More digits than a database's 64-bit key has; such a number names nothing.
LONGEST_INT = 18


def fill_path(path: str, params: dict[str, Any]) -> str:
    """Return `path` with its parameters filled in; raises `TypeError` when they don't fit."""
    filled = []
    left = dict(params)
    for segment in path.split("/"):
        if segment.startswith("<"):
            name = segment[1:-1].rpartition(":")[2]
            if name not in left:
                raise TypeError(f"{path} needs a value for {name!r}")
            segment = quote(str(left.pop(name)))
        filled.append(segment)
    if left:
        raise TypeError(f"{path} has no parameter {', '.join(sorted(left))}")
    return "/".join(filled)


def path_names(path: str) -> list[str]:
    """Return the names of the parameters of `path`."""
    return [part[1:-1].rpartition(":")[2] for part in path.split("/") if part.startswith("<")]


def match_path(path: str, address: str) -> dict[str, Any] | None:
    """Return the parameters of `address` (decoded, without query), or `None` if it isn't `path`."""
    wanted, given = path.split("/"), address.split("/")
    if len(wanted) != len(given):
        return None
    params: dict[str, Any] = {}
    for pattern, segment in zip(wanted, given, strict=True):
        if pattern.startswith("<"):
            kind, _, name = pattern[1:-1].rpartition(":")
            if kind == "int":
                if not (segment.isascii() and segment.isdigit() and len(segment) <= LONGEST_INT):
                    return None
                params[name] = int(segment)
            elif segment:
                params[name] = segment
            else:
                return None
        elif pattern != segment:
            return None
    return params


def query_string(values: dict[str, Any]) -> str:
    """Return `?a=1&b=x` for the values that are there, or an empty string."""
    pairs = [
        f"{quote(name)}={quote(str(value))}" for name, value in values.items() if value is not None
    ]
    return "?" + "&".join(pairs) if pairs else ""
