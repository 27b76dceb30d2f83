"""The build behind `build.py dev`: into a folder of its own, and without compressing.

One process for all changes but those of the compiler itself: what was read and compiled before
stays in it. Standard input has a line for each build, with the names of what to build; the answers
go into a pipe, one line of JSON each: what is wrong, or null.
"""

import json
import os
import signal
import sys
from typing import Any

from compiler.build import Builder
from compiler.errors import BuildError, SourceError
from tools import say, stamps
from tools.assets import INPUTS
from tools.dev_compile import STAMP
from tools.paths import DEV_BUILD, FRONTEND


def main(answers: int) -> None:
    """Build as often as asked, until `dev` ends."""
    # Ctrl-C is meant for `dev`.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Builder(DEV_BUILD, packed=False) as builder:
        for line in sys.stdin:
            # Before building: a file saved meanwhile is not in this build.
            built = stamps.hash_of(INPUTS)
            mistake = _build(builder, shells="shells" in line.split())
            os.write(answers, (json.dumps(mistake) + "\n").encode())
            if mistake is None:
                stamps.write(STAMP, {"hash": built})
                builder.save()


def _build(builder: Builder, shells: bool) -> dict[str, Any] | None:
    try:
        builder.build(say.line)
    except BuildError as error:
        say.line(str(error))
        return told(error)
    if shells:
        from package.build import build_all

        build_all(log=say.line)
    return None


def told(error: BuildError) -> dict[str, Any]:
    """Return an error of the build as the page of `dev` shows it, with the line it is about."""
    mistake: dict[str, Any] = {"message": str(error), "frames": []}
    if isinstance(error, SourceError) and error.line:
        file = FRONTEND / error.file
        lines = file.read_text("utf-8").splitlines() if file.is_file() else []
        text = lines[error.line - 1].strip() if error.line <= len(lines) else ""
        mistake["frames"] = [{"file": error.file, "line": error.line, "name": "", "text": text}]
    return mistake


if __name__ == "__main__":
    main(int(sys.argv[1]))
