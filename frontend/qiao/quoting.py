"""Percent-encoding. In the page `quoting.js` takes its place: browsers have it themselves."""

from urllib.parse import quote as _quote


def quote(value: str) -> str:
    """Return `value` percent-encoded for one segment of a path or one part of a query."""
    return _quote(value, safe="")
