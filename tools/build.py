"""`build.py build`: the page and the shells, as they are put on a server or handed in."""

import argparse

from package.build import build_all
from tools import assets, say
from tools.paths import BUILD, ROOT


def main(_options: argparse.Namespace) -> int:
    """Build both, and say where the results lie."""
    assets.ensure()
    say.line(f"Page: {BUILD.relative_to(ROOT)}/")
    # Without a stamp of its own: it takes no time, and leaves alone what stays the same.
    build_all(log=say.line)
    return 0
