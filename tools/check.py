"""`build.py check`: what can be said about the code without running the app."""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass

from tools import say
from tools.paths import ROOT
from tools.test import get_ready


@dataclass(frozen=True)
class Check:
    """A program of the development lock that looks at the code."""

    name: str
    words: tuple[str, ...]

    def run(self) -> str:
        """Return what the program complains of; nothing if all is well."""
        done = subprocess.run(
            [sys.executable, *self.words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.stdout + f"(exit code {done.returncode})" if done.returncode else ""


# It has no module to run with -m, and its script fails where the path to .venv has a space.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
CHECKS = (
    Check("ruff check", ("-m", "ruff", "check")),
    Check("ruff format", ("-m", "ruff", "format", "--check", "--diff")),
    Check("import-linter", ("-c", LINT_IMPORTS, "--no-cache")),
    Check("mypy", ("-m", "mypy")),
    Check("types of the shells", ("-m", "package", "check")),
)


def main(_options: argparse.Namespace) -> int:
    """Run every check, also after one that failed; return 1 if any did."""
    get_ready()
    docs = Check("examples of the docs", ("-m", "pytest", "-q", *docs_tests()))
    failed = [check.name for check in (*CHECKS, docs) if not _passes(check)]
    if failed:
        say.line(f"\nNot in order: {', '.join(failed)}")
        return 1
    say.line("\nAll in order.")
    return 0


def docs_tests() -> list[str]:
    """Return the tests that are named after a page of the docs, such as test_readme.py."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    names = {f"test_{page.stem.lower().replace('-', '_')}.py" for page in pages}
    found = (path for path in ROOT.glob("tests/**/test_*.py") if path.name in names)
    return sorted(str(path.relative_to(ROOT)) for path in found)


def _passes(check: Check) -> bool:
    started = time.monotonic()
    complaint = check.run()
    say.line(
        f"{check.name}: {'FAILED' if complaint else 'ok'} ({time.monotonic() - started:.1f} s)"
    )
    if complaint:
        say.line(complaint)
    return not complaint
