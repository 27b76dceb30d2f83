"""`build.py lock`: write requirements/*.txt and package-lock.json anew.

A lock holds versions and hashes, never an address: whoever installs says where from.
"""

import argparse
import subprocess
import sys

from tools import say
from tools.packages import run_npm
from tools.paths import REQUIREMENTS, ROOT

OLDEST_PYTHON = "3.11"


def main(options: argparse.Namespace) -> int:
    """Resolve both kinds of packages."""
    _lock("serve", upgrade=options.upgrade)
    # What is served is what was tested: the second lock keeps the versions of the first.
    _lock("dev", "--constraints", "requirements/serve.txt", upgrade=options.upgrade)
    _lock_npm(upgrade=options.upgrade)
    say.line("Commit the changed files; the next command installs from them.")
    return 0


def _lock(group: str, *more: str, upgrade: bool) -> None:
    target = REQUIREMENTS / f"{group}.txt"
    with say.step(f"Locking requirements/{group}.in"):
        done = subprocess.run(
            [
                sys.executable, "-m", "uv", "pip", "compile",
                "--universal",  # one lock for every system and Python
                "--python-version", OLDEST_PYTHON,
                "--generate-hashes",
                "--no-emit-index-url",
                "--custom-compile-command", "python3 build.py lock",
                *more,
                *(["--upgrade"] if upgrade else []),
                f"requirements/{group}.in", "--output-file", str(target.relative_to(ROOT)),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )  # fmt: skip
        if done.returncode:
            raise say.Failed(f"{done.stderr}\nrequirements/{group}.in could not be resolved.")


def _lock_npm(*, upgrade: bool) -> None:
    # package.json names exact versions, so an upgrade there is an edit of that file.
    words = ["update" if upgrade else "install", "--package-lock-only", "--ignore-scripts"]
    words += ["--omit-lockfile-registry-resolved", "--no-audit", "--no-fund"]
    with say.step("Locking package.json"):
        complaint = run_npm(words)
        if complaint:
            raise say.Failed(f"{complaint}\npackage.json could not be resolved.")
