"""`build.py test`: everything that must hold before a change goes in."""

import argparse
import os
import sys

from tools import assets, browser, packages, say
from tools.commands import hand_over
from tools.paths import ROOT


def main(options: argparse.Namespace) -> int:
    """Get ready, then become pytest, so that its last line and its exit code are the command's."""
    get_ready(browser_needed=not options.rest)
    os.chdir(ROOT)
    # The checks are tests too, see tests/unit/test_tools_check.py: one result for everything.
    hand_over([sys.executable, "-m", "pytest", *(options.rest or _side_by_side())])
    return 0


def get_ready(*, browser_needed: bool = False) -> None:
    """Have what tests need: npm's packages, the compiled page, and a browser in $CHROMIUM."""
    packages.ensure(everything=True)
    try:
        os.environ["CHROMIUM"] = browser.ensure()
    except say.Failed as failed:
        if browser_needed:
            raise
        # A chosen few may do without.
        say.line(f"{failed}\nGoing on without it: only tests that need it will fail.\n")
    assets.ensure()


def _side_by_side() -> list[str]:
    """Return what makes pytest use every core: a file stays whole, its fixtures are dear."""
    return ["-n", str(os.cpu_count()), "--dist", "loadfile"]
