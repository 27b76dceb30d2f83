"""What the lines of a build's Python are: kept by the build for reported errors, never served."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# The compiler names the folder, see `compiler.assets`.
FOLDER = "symbols"
BUILD = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Script:
    """Where the lines of a packed script come from, as `minify` in the compiler's worker tells."""

    files: list[str]
    # Line and column of the script, number of the file, line of the file; from 0, in order.
    lines: list[tuple[int, int, int, int]]

    def place(self, line: int, column: int) -> tuple[str, int] | None:
        """Return file and line (from 1) of what stands there (line and column from 1)."""
        at = bisect_right(self.lines, (line - 1, column - 1), key=lambda begin: begin[:2])
        if not at:
            return None
        _, _, file, number = self.lines[at - 1]
        return self.files[file], number + 1


@dataclass(frozen=True, slots=True)
class Symbols:
    """The sources of one build: file below the frontend folder -> its lines; and its scripts."""

    lines: dict[str, list[str]]
    scripts: dict[str, Script]

    def text(self, file: str, line: int) -> str | None:
        """Return the text of a line, without its indent; `None` if the build has no such line."""
        lines = self.lines.get(file, [])
        return lines[line - 1].strip() if 0 < line <= len(lines) else None

    def place(self, script: str, line: int, column: int) -> tuple[str, int] | None:
        """Return file and line of a place in a packed script; `None` where nobody knows."""
        found = self.scripts.get(script)
        return found.place(line, column) if found else None


def symbols_of(folder: Path, build: str) -> Symbols | None:
    """Return the symbols of a build, or `None` if none of this name is kept."""
    path = folder / FOLDER / f"{build}.json"
    return _read(path) if BUILD.fullmatch(build) and path.is_file() else None


# A build of the same name has the same content.
@lru_cache(maxsize=4)
def _read(path: Path) -> Symbols:
    content = json.loads(path.read_text("utf-8"))
    scripts = {
        name: Script(script["files"], [tuple(begin) for begin in script["lines"]])
        for name, script in content["scripts"].items()
    }
    return Symbols({file: text.split("\n") for file, text in content["sources"].items()}, scripts)
