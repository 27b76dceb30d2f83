"""Texts for translation: found in the sources by Babel, kept in `frontend/app/texts/*.po`."""

from __future__ import annotations

import argparse
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "frontend" / "app" / "texts"
SOURCES = ("frontend", "backend")
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}


def extract() -> Catalog:
    """Return all texts marked in the sources, with the files they stand in."""
    catalog = Catalog(charset="utf-8")
    for source in SOURCES:
        for name, _line, message, comments, context in extract_from_dir(
            str(ROOT / source), [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Texts:"]
        ):
            # Without line numbers: a catalogue changes when its texts do.
            place = (f"{source}/{name}", 0)
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def updated(path: Path) -> Catalog:
    """Return the catalogue in `path`, brought to the texts of the sources."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem)
    written = catalog.creation_date
    # No guessing from similar texts: a wrong translation is worse than the source text.
    catalog.update(extract(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.creation_date = written  # or every update would be a change
    return catalog


def po_text(catalog: Catalog) -> bytes:
    """Return the file of a catalogue."""
    file = BytesIO()
    write_po(file, catalog, sort_output=True, include_lineno=False, omit_header=False, width=100)
    return file.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Return the texts without a translation that somebody has looked at."""
    return [
        str(message.id)
        for message in catalog
        if message.id
        and (
            message.fuzzy
            or not message.string
            or (isinstance(message.string, (list, tuple)) and not all(message.string))
        )
    ]


def update() -> list[str]:
    """Rewrite every catalogue; return a line for each text that still wants a translation."""
    missing: list[str] = []
    for path in sorted(FOLDER.glob("*.po")):
        catalog = updated(path)
        path.write_bytes(po_text(catalog))
        missing += [f"{path.name}: {text}" for text in untranslated(catalog)]
    return missing


def main(options: argparse.Namespace) -> int:
    """Update the catalogues; fail while a text wants its translation."""
    missing = update()
    for line in missing:
        print(f"no translation: {line}")
    return 1 if missing else 0
