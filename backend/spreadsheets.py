"""CSV as spreadsheets read it right: UTF-8 with a mark, and no cell that is a formula to them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# Without it Excel takes UTF-8 for the code page of the machine.
MARK = "\ufeff"
# What begins a formula (OWASP, "CSV Injection"); the wide forms do in an East Asian Excel.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def lines(rows: Iterable[Sequence[object]]) -> str:
    """Return rows (texts, numbers, `None` for an empty cell) as lines of a CSV file (RFC 4180)."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([cell(value) for value in row] for row in rows)
    return text.getvalue()


def cell(value: object) -> object:
    """Return what a cell holds of a value; a text that would be a formula gets an apostrophe."""
    harmful = isinstance(value, str) and value.startswith(FORMULA)
    return f"'{value}" if harmful else value
