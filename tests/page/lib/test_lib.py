"""What the page knows of the standard library does what it does in CPython.

Each program prints what some cases come to. CPython runs it with the library it has, the page with
that of frontend/qiao/lib.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.page.site import run_in_page

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
LIB = Path(__file__).parents[3] / "frontend" / "qiao" / "lib"

START = """
from qiao.browser import probe

def run(name, program):
    print("BEGIN " + name)
    try:
        program()
    except Exception as error:
        print(probe.traceback(error))
"""


def start(names):
    """Return the page's first module: it imports one program after the other."""
    runs = "".join(
        f"def {name}():\n    import programs.{name}\nrun({name!r}, {name})\n" for name in names
    )
    return START + runs + 'print("DONE")\n'


@pytest.fixture(scope="module")
def printed(tmp_path_factory, chromium):
    """The lines that each program prints in the page."""
    names = [path.stem for path in PROGRAMS]
    files = {f"programs/{path.name}": path.read_text("utf-8") for path in PROGRAMS}
    files["qiao/browser/start.py"] = start(names)
    said = run_in_page(tmp_path_factory.mktemp("lib"), chromium, files)
    found = {}
    for line in "\n".join(text.rstrip("\n") for text in said).splitlines():
        if line.startswith("BEGIN "):
            lines = found[line.removeprefix("BEGIN ")] = []
        elif line != "DONE":
            lines.append(line)
    return found


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_the_page_prints_what_cpython_prints(path, printed):
    # Without the program's folder: each is named like the module that it tries.
    words = [sys.executable, "-P", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.stderr == ""
    assert printed[path.stem] == done.stdout.splitlines()


def test_each_module_of_the_library_has_a_program():
    own = {path.stem for path in LIB.iterdir() if not path.stem.startswith("_")}
    assert own == {path.stem for path in PROGRAMS}
