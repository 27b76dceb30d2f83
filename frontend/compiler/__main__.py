"""`python -m compiler --out build`: compile the page from the command line."""

import argparse
import sys
from pathlib import Path

from compiler.build import build
from compiler.errors import BuildError


def main() -> int:
    """Build, say how large everything is, and return the exit code."""
    parser = argparse.ArgumentParser(prog="compiler", description="Compile the page to assets.")
    parser.add_argument("--out", type=Path, default=Path("build"), help="folder (default: build)")
    try:
        manifest = build(parser.parse_args().out)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    for name, size in manifest["sizes"].items():
        print(f"{name:40} {size['raw']:>8} {size['gzip']:>8} gzip {size['brotli']:>8} brotli")
    return 0


if __name__ == "__main__":
    sys.exit(main())
