"""The commands and their options, and the way from the system's Python into that of `.venv`."""

import argparse
import importlib
import os
import sys
from pathlib import Path

from tools import environment, say
from tools.help import parse
from tools.paths import ROOT, VENV, VENV_PYTHON

# Which lock of requirements/ a command needs. Serving must not wait for test tools.
GROUPS = {
    "serve": "serve",
    "work": "serve",
    "errors": "serve",
    "admin": "serve",
    "build": "serve",
    "upload": "serve",
    "dev": "dev",
    "test": "dev",
    "check": "dev",
    "bench": "dev",
    "setup": "dev",
    "texts": "dev",
    "reference": "dev",
    "lock": "dev",
}


def run(words: list[str]) -> int:
    """Run the command that `words` name and return the exit code."""
    options = parse(words)
    try:
        group = GROUPS[options.command]
        if not _inside_venv():
            environment.ensure(group)
            hand_over([str(VENV_PYTHON), str(ROOT / "build.py"), *words])
        if not environment.ready(group):
            # A Python cannot exchange what it runs from: go back to the one that made .venv.
            base: str = sys._base_executable  # type: ignore[attr-defined]
            hand_over([base, str(ROOT / "build.py"), *words])
        return run_inside(options)
    except say.Failed as failed:
        print(f"\n{failed}" if str(failed) else "", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130  # what a shell says of a program that Ctrl-C ended


def run_inside(options: argparse.Namespace) -> int:
    """Run the command's own module, which may import all that is installed."""
    module = importlib.import_module(f"tools.{options.command}")
    code: int = module.main(options)
    return code


def hand_over(command: list[str]) -> None:
    """Become another program: signals reach it and its exit code is ours."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)


def _inside_venv() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()
