"""What an operator reads of the errors that pages reported."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.paths import ROOT


def reported_to(data: Path) -> list[dict[str, Any]]:
    """Return what `build.py errors --json` tells of a server's data folder."""
    words = ["errors", "--json", "--data", str(data)]
    run = f"import tools.commands as c, tools.help as h; c.run_inside(h.parse({words!r}))"
    told = subprocess.run(
        [sys.executable, "-c", run],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    errors: list[dict[str, Any]] = json.loads(told.stdout)
    return errors
