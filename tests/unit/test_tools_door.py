"""build.py itself: the door, which must open far enough for every Python to be told the way."""

import ast
import subprocess
import sys

from tools.paths import ROOT

DOOR = ROOT / "build.py"
AS_OLD = """
import runpy, sys
sys.version_info = (3, 9, 2)
sys.argv = ["build.py", "serve"]
runpy.run_path({door!r}, run_name="__main__")
"""


def test_an_old_python_can_read_it() -> None:
    # The oldest one that may still be the `python3` of a machine.
    ast.parse(DOOR.read_text("utf-8"), feature_version=(3, 5))
    assert DOOR.read_bytes().isascii()


def test_an_old_python_is_told_what_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AS_OLD.format(door=str(DOOR))], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Qiao needs Python 3.11 or newer" in done.stderr


def test_it_works_from_any_folder_and_without_what_is_installed() -> None:
    # -S: no site-packages, as on a machine that has nothing yet.
    done = subprocess.run(
        [sys.executable, "-S", str(DOOR), "--help"], cwd="/", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "build.py serve" in done.stdout
