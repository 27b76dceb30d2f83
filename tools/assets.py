"""Compile the page, unless nothing that it is made of has changed."""

from collections.abc import Callable
from pathlib import Path

from tools import environment, packages, say, stamps
from tools.paths import BUILD, FRONTEND, NPM_FILES, PACKAGE, REQUIREMENTS

STAMP = BUILD / "qiao.json"
# Node and Brython are pinned in the lock: another version is another input.
INPUTS = (FRONTEND, PACKAGE, REQUIREMENTS / "serve.txt", *NPM_FILES)


def ensure() -> None:
    """Bring build/ up to its sources."""
    if _ready(_hash()):
        return
    packages.ensure()
    with environment.one_at_a_time():
        # Hashed again, since another command may have built meanwhile; and before building,
        # so that a file saved during the build makes the next one build again.
        wanted = _hash()
        if not _ready(wanted):
            with say.step("Compiling the page") as shown:
                compile_page(BUILD, shown.detail)
            stamps.write(STAMP, {"hash": wanted})


def compile_page(out: Path, log: Callable[[str], None], *, packed: bool = True) -> None:
    """Compile every page into `out`; an error of the source is told as the compiler told it."""
    # Imported late: most starts find nothing to compile.
    from compiler.build import build
    from compiler.errors import BuildError

    try:
        build(out, log, packed=packed)
    except BuildError as error:
        raise say.Failed(str(error)) from error


def _hash() -> str:
    return stamps.hash_of(INPUTS)


def _ready(wanted: str) -> bool:
    return stamps.read(STAMP).get("hash") == wanted and (BUILD / "manifest.json").exists()
