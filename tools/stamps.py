"""Hashes of what a step reads, so that a step whose input is unchanged is skipped."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

# Made by running or testing, not by a person: never an input.
NOT_INPUT = {"__pycache__", "node_modules", "dist"}


def hash_of(paths: Iterable[Path], *more: str) -> str:
    """Hash files and everything under folders, by name and content, and the texts in `more`."""
    total = hashlib.sha256()
    for path in paths:
        for file in sorted(files_under(path)):
            content = file.read_bytes()
            # The length goes first, so that no content can pass for the next file's name.
            total.update(f"{file.relative_to(path.parent)}\0{len(content)}\0".encode())
            total.update(content)
    for text in more:
        total.update(f"\0{text}".encode())
    return total.hexdigest()


def files_under(path: Path) -> Iterable[Path]:
    """Every file at or under `path`; none if it is not there."""
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name not in NOT_INPUT]
        for name in names:
            if not name.endswith((".pyc", "~", ".swp")):
                yield Path(folder, name)


def read(stamp: Path) -> dict[str, str]:
    """What was written last, or nothing if there is no stamp or it cannot be read."""
    try:
        content = json.loads(stamp.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def write(stamp: Path, content: dict[str, str]) -> None:
    """Write whole or not at all: a kill in between must not leave half a stamp."""
    fresh = stamp.with_name(stamp.name + ".new")
    fresh.write_text(json.dumps(content, indent=1), "utf-8")
    fresh.replace(stamp)
