"""The page's runtime: the pinned Brython, patched."""

from functools import cache
from importlib import resources

from compiler.patches import RUNTIME, apply


def brython_source() -> str:
    """Return brython.js as the installed package carries it."""
    return resources.files("brython").joinpath("data", "brython.js").read_text(encoding="utf-8")


@cache
def runtime_source() -> str:
    """Return the runtime before minifying."""
    return apply(brython_source(), RUNTIME)


def unicode_names() -> str:
    """Return the table that resolves `\\N{...}` in string literals, at build time only."""
    return resources.files("brython").joinpath("data", "unicode.txt").read_text(encoding="utf-8")
