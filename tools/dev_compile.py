"""The process that compiles for `build.py dev`, seen from `dev`."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools import stamps
from tools.assets import INPUTS
from tools.paths import DEV_BUILD, FRONTEND, NPM_FILES, PACKAGE, ROOT

# What that process has imported: a change of it takes a new one.
ITS_CODE = (FRONTEND / "compiler", PACKAGE, *NPM_FILES)

# Of the sources that the last build without a mistake was made of.
STAMP = DEV_BUILD / "qiao.json"

Mistake = dict[str, Any]


class Compiler:
    """Starts the process when it is needed, and again when its own code has changed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = -1
        # A build that nobody has waited for.
        self._under_way = False

    def begin(self) -> Mistake | None:
        """Build everything; what is built already is served while the process reads it again."""
        if stamps.read(STAMP).get("hash") != stamps.hash_of(INPUTS):
            return self.build({FRONTEND, PACKAGE})
        self._ask(b"page shells\n")
        self._under_way = True
        return None

    def build(self, changed: set[Path]) -> Mistake | None:
        """Build what the changed files are part of; return what is wrong, for the page to show."""
        page, shells = _any_under(changed, FRONTEND), _any_under(changed, PACKAGE)
        if any(_any_under(changed, code) for code in ITS_CODE):
            self.end()
        if not page and not shells:
            return None
        if self._under_way:
            self._under_way = False
            if not _read_line(self._answers):  # what it says is about other sources
                self.end()
        self._ask(b"page shells\n" if shells else b"page\n")
        answer = _read_line(self._answers)
        if not answer:
            self.end()
            return {"message": "The build itself failed: see the terminal.", "frames": []}
        mistake: Mistake | None = json.loads(answer)
        return mistake

    def end(self) -> None:
        """End the process; the next build starts another."""
        self._under_way = False
        if self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait()
            os.close(self._answers)
            self._process = None

    def _ask(self, question: bytes) -> None:
        process = self._process or self._start()
        assert process.stdin is not None
        process.stdin.write(question)

    def _start(self) -> subprocess.Popen[bytes]:
        self._answers, told = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.dev_build", str(told)],
            cwd=ROOT,
            stdin=subprocess.PIPE,  # ends with us, whatever ends us
            bufsize=0,
            pass_fds=[told],
        )
        os.close(told)
        return self._process


def _any_under(paths: set[Path], folder: Path) -> bool:
    return any(path.is_relative_to(folder) for path in paths)


def _read_line(pipe: int) -> bytes:
    """Return a line, or nothing when whoever writes has ended."""
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(pipe, 65536)
        if not part:
            return b""
        line += part
    return line
