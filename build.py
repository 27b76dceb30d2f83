#!/usr/bin/env python3
"""The one command of this project: `python3 build.py --help` says what it can do.

A thin door. It needs Python 3.11 and nothing else; the work is done in `tools/`, first with the
standard library alone, then by the Python of `.venv`. Nothing here may use newer syntax: an old
Python has to get as far as the sentence that tells its owner what is wrong.
"""

import sys


def main() -> int:
    """Refuse an old Python in plain words, else run the command; return the exit code."""
    if sys.version_info < (3, 11):
        sys.stderr.write(
            "Qiao needs Python 3.11 or newer; this is {} ({}).\n"
            "Call build.py with a newer one, for example: python3.11 build.py serve\n".format(
                sys.version.split()[0], sys.executable
            )
        )
        return 1

    from tools.commands import run  # here, because an old Python could not read it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
