"""Make `.venv` and install what the lock names. Runs on the standard library alone."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import say, stamps
from tools.paths import FRONTEND, REQUIREMENTS, ROOT, VENV, VENV_PYTHON

STAMP = VENV / "qiao.json"
# What pip says of packages that it has no trouble with.
SMALL_TALK = ("Requirement already", "Ignoring ", "Collecting ", "Looking in ", "  Using cached ")
# The lock of `dev` holds all that is in the lock of `serve`.
HOLDS = {"serve": ("serve",), "dev": ("serve", "dev")}


def ready(group: str) -> bool:
    """Whether `.venv` is whole and has what the lock of this group says."""
    return _whole() and stamps.read(STAMP).get(group) == _lock_hash(group)


def ensure(group: str) -> None:
    """Bring `.venv` to the lock of `group`, doing as little as needed."""
    if ready(group):
        return
    with one_at_a_time():
        if ready(group):  # by the one that was waited for
            return
        if not _whole():
            _make()
        _install(group)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two commands started together share one setup instead of spoiling each other's."""
    # The folder itself can carry the lock, and the kernel frees it when its holder dies.
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say.line("Waiting for another build.py that is at work in this folder …")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _whole() -> bool:
    stamp = stamps.read(STAMP)
    return (
        "busy" not in stamp  # killed in the middle of an installation
        and stamp.get("root") == str(ROOT)  # moved or copied: its scripts point elsewhere
        and VENV_PYTHON.exists()
        and stamp.get("python") == os.path.realpath(VENV_PYTHON)  # another Python since then
    )


def _lock_hash(group: str) -> str:
    return stamps.hash_of([REQUIREMENTS / f"{group}.txt"])


def _make() -> None:
    _ask_for_venv()
    if VENV.exists():
        say.line("The .venv here is half made or made elsewhere: making it anew.")
        shutil.rmtree(VENV)
    with say.step("Making .venv"):
        _run([sys.executable, "-m", "venv", str(VENV)], "Python could not make .venv.")
        _add_import_roots()
    stamps.write(STAMP, {"root": str(ROOT), "python": os.path.realpath(VENV_PYTHON)})


def _ask_for_venv() -> None:
    # Debian and Ubuntu ship these two in a package of their own.
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise say.Failed(
        f"This Python ({sys.executable}) has no venv or no ensurepip.\n"
        f"On Debian and Ubuntu: sudo apt-get install python{version}-venv"
    )


def _add_import_roots() -> None:
    packages = next((VENV / "lib").glob("python*/site-packages"))
    roots = [os.path.relpath(root, packages) for root in (ROOT, FRONTEND)]
    (packages / "qiao.pth").write_text("\n".join(roots) + "\n", "utf-8")


def _install(group: str) -> None:
    lock = REQUIREMENTS / f"{group}.txt"
    command = [
        str(VENV_PYTHON), "-m", "pip", "install",
        "--require-hashes", "--prefer-binary", "--no-input",
        "--disable-pip-version-check", "--progress-bar", "off",
        "-r", str(lock),
    ]  # fmt: skip
    stamp = stamps.read(STAMP)
    stamps.write(STAMP, stamp | {"busy": group})
    with say.step(f"Installing the Python packages of requirements/{group}.txt") as shown:
        failed = _run_with_details(command, shown)
        if failed:
            # pip came to an end by itself, so it has undone what it had begun.
            stamps.write(STAMP, stamp)
            raise say.Failed(
                f"{failed}\npip could not install requirements/{group}.txt; its words are above."
                "\nIs there a network? Behind a proxy, set HTTPS_PROXY; for a mirror,"
                " PIP_INDEX_URL."
            )
    hashes = {held: _lock_hash(held) for held in HOLDS[group]}
    stamps.write(STAMP, stamp | hashes)


def _run(command: list[str], complaint: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise say.Failed(f"{done.stdout}\n{complaint}")


def _run_with_details(command: list[str], shown: say.Step) -> str:
    """Run pip, showing what it downloads; return its output if it failed, else nothing."""
    output: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for text in process.stdout:
            if not text.startswith(SMALL_TALK):
                output.append(text)
            if detail := _worth_telling(text.strip()):
                shown.detail(detail)
    if process.returncode < 0:
        raise say.Failed(f"pip was ended by signal {-process.returncode}.")
    return "".join(output) if process.returncode else ""


def _worth_telling(text: str) -> str | None:
    """What of pip's output is shown while it works: that which takes long enough to be read."""
    word, _, rest = text.partition(" ")
    if word == "Building" or (word == "Downloading" and "MB" in rest):
        return f"{word} {Path(rest).name}"
    if word == "WARNING:" and rest.startswith("Retrying"):
        return "no answer, trying again"
    return "Unpacking" if text.startswith("Installing collected") else None
