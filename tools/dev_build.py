"""The build behind `build.py dev`: into a folder of its own, and without compressing.

A process at each change, since the compiler and the contract may be what has changed.
"""

import sys

from tools import assets, say
from tools.paths import DEV_BUILD


def main(shells: bool) -> int:
    """Compile; return 1 after telling what is wrong."""
    try:
        assets.compile_page(DEV_BUILD, say.line, packed=False)
    except say.Failed as failed:
        say.line(str(failed))
        return 1
    if shells:
        from package.build import build_all

        build_all(log=say.line)
    return 0


if __name__ == "__main__":
    sys.exit(main("shells" in sys.argv))
