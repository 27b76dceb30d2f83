"""Texts in the language of the person: English is the source, catalogues give the others."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

# Set for each request on the server, once in the page.
language: ContextVar[str] = ContextVar("language", default="en")

# language -> source text -> translation, or a list of the plural forms. Filled once at start,
# by the server from the .po files and in the page by the language's chunk; only read after.
catalogs: dict[str, dict[str, str | list[str]]] = {}


def N_(message: str) -> str:
    """Mark `message` for translation and return it as it is; translated when shown."""
    return message


def gettext(message: str, **values: Any) -> str:
    """Return `message` in the language of the request, its `{placeholders}` filled."""
    found = catalogs.get(language.get(), {}).get(message) or message
    return fill(found if isinstance(found, str) else found[0], values)


def ngettext(one: str, many: str, n: int, **values: Any) -> str:
    """Return the form for `n` things; `{n}` is filled, too."""
    found = catalogs.get(language.get(), {}).get(one)
    if isinstance(found, list):
        # Chinese has one form; a language with more than two needs its rule here.
        text = found[0] if len(found) == 1 or n == 1 else found[1]
    else:
        text = found or (one if n == 1 else many)
    return fill(text, {"n": n, **values})


def fill(text: str, values: dict[str, Any]) -> str:
    # Not str.format: a translation must not reach attributes of the values. In one go: a value
    # that looks like a placeholder stays as it is.
    first, *rest = text.split("{")
    filled = [first]
    for part in rest:
        name, brace, after = part.partition("}")
        filled.append(f"{values[name]}{after}" if brace and name in values else "{" + part)
    return "".join(filled)
