"""Texts: the gettext catalogues of the app, read once at start."""

from __future__ import annotations

from pathlib import Path

from babel.messages.pofile import read_po

from qiao import i18n

TEXTS = Path(__file__).resolve().parent.parent / "frontend" / "app" / "texts"


def load(folder: Path = TEXTS) -> None:
    """Fill the catalogues of `qiao.i18n` from the .po files in `folder`."""
    for path in sorted(folder.glob("*.po")):
        i18n.catalogs[path.stem] = read_catalog(path)


def read_catalog(path: Path) -> dict[str, str | list[str]]:
    """Return source text -> translation, or the list of its plural forms."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    found: dict[str, str | list[str]] = {}
    for message in catalog:
        # A fuzzy one is a guess that nobody has looked at.
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, str):
            found[message.id] = str(message.string)
        elif all(message.string):
            found[message.id[0]] = [str(form) for form in message.string]
    return found
