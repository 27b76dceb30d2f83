"""Finding and changing places in the Brython source, loudly."""

import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar

from compiler.errors import MarkerMissing

_patch = ContextVar("_patch", default="?")


def apply(source: str, patches: Iterable[Callable[[str], str]]) -> str:
    """Run `patches` over `source`, one after the other."""
    for patch in patches:
        token = _patch.set(patch.__name__)
        try:
            source = patch(source)
        finally:
            _patch.reset(token)
    return source


def replace(source: str, old: str, new: str, times: int = 1) -> str:
    """Replace `old`, which must be there exactly `times` times."""
    found = source.count(old)
    if found != times:
        raise MarkerMissing(_patch.get(), old, found, times)
    return source.replace(old, new)


def replace_pattern(source: str, pattern: str, new: str, at_least: int) -> str:
    """Replace a regular expression, which must match at least `at_least` times."""
    source, found = re.subn(pattern, new, source)
    if found < at_least:
        raise MarkerMissing(_patch.get(), pattern, found, at_least)
    return source


def find(source: str, marker: str) -> int:
    """Return where the only `marker` begins."""
    found = source.count(marker)
    if found != 1:
        raise MarkerMissing(_patch.get(), marker, found, 1)
    return source.index(marker)


def find_after(source: str, marker: str, start: int) -> int:
    """Return where the first `marker` after `start` begins."""
    at = source.find(marker, start)
    if at < 0:
        raise MarkerMissing(_patch.get(), marker, 0, 1)
    return at


def replace_span(source: str, start: str, end: str, new: str, keep_end: bool = True) -> str:
    """Replace from the only `start` to the next `end`; `end` itself stays unless told."""
    i = find(source, start)
    j = find_after(source, end, i + len(start))
    return source[:i] + new + source[j if keep_end else j + len(end) :]


def span(source: str, start: str, end: str) -> str:
    """Return the text from the only `start` up to and with the next `end`."""
    i = find(source, start)
    return source[i : find_after(source, end, i + len(start)) + len(end)]
