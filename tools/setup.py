"""`build.py setup`: all that work on the code needs. `.venv` was made on the way here."""

import argparse

from tools import packages, say


def main(_options: argparse.Namespace) -> int:
    """Complete what `environment` began."""
    packages.ensure(everything=True)
    say.line("Ready.")
    return 0
