"""The commands and their options, and the way from the system's Python into that of `.venv`."""

import argparse
import os
import sys

from tools import say, setup
from tools.paths import ROOT, VENV, VENV_PYTHON

def run(words: list[str]) -> int:
    """Run the command that `words` name and return the exit code."""
    setup.ensure("dev")
    return 0
