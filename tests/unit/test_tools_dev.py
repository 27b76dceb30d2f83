"""`build.py dev`, on a copy of the sources that a test may change."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.paths import ROOT

COPIED = ("backend", "frontend", "package", "tools", "requirements")
PAGE = "frontend/app/pages/events.py"


class Dev:
    """A running `dev` over a copy."""

    def __init__(self, root: Path, log: Path) -> None:
        self.root = root
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-c", "import tools.commands as c, tools.help as h; "
                 "c.run_inside(h.parse(['dev', '--port=0']))"],
                cwd=root,
                # Goes before the original, which the environment's Python knows too.
                env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{root / 'frontend'}"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.wait(lambda: "Watching" in self.log.read_text())
        found = re.search(r"Serving at (\S+)", log.read_text())
        assert found, log.read_text()
        self.address = found[1]

    def page(self) -> str:
        with urllib.request.urlopen(self.address, timeout=20) as answer:
            text: str = answer.read().decode()
            return text

    def says(self, text: str) -> bool:
        """Tell whether the page says so. A run that is replaced while it answers, never does."""
        try:
            return text in self.page()
        except (ConnectionResetError, http.client.RemoteDisconnected):
            return False

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 120
        while not condition():
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.1)


@pytest.fixture(scope="module")
def dev(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dev]:
    root = tmp_path_factory.mktemp("a copy")
    for name in COPIED:
        left_out = shutil.ignore_patterns("__pycache__", "dist", "bench")
        shutil.copytree(ROOT / name, root / name, ignore=left_out)
    for name in ("build.py", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, root / name)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    started = Dev(root, tmp_path_factory.mktemp("log") / "dev.txt")
    yield started
    started.process.send_signal(signal.SIGTERM)
    assert started.process.wait(timeout=20) == 0


def test_a_page_listens_for_changes(dev: Dev) -> None:
    assert '<script defer src="/dev/reload.js?' in dev.page()


def test_a_change_of_a_page_is_served(dev: Dev) -> None:
    dev.change(PAGE, '_("Events")', '_("Changed by a test")')
    dev.wait(lambda: dev.says("Changed by a test"))


def test_a_mistake_in_a_page_is_told_and_the_page_stays(dev: Dev) -> None:
    dev.change(PAGE, "from qiao", "import sqlalchemy\nfrom qiao")
    dev.wait(lambda: "What was served before stays" in dev.log.read_text())
    assert "no module 'sqlalchemy' in the page" in dev.log.read_text()
    assert "</html>" in dev.page()


def test_it_goes_on_once_the_mistake_is_mended(dev: Dev) -> None:
    served = dev.log.read_text().count("Served anew")
    dev.change(PAGE, "import sqlalchemy\n", "")
    dev.wait(lambda: dev.log.read_text().count("Served anew") > served)


def test_a_mistake_in_the_server_is_told_and_the_server_stays(dev: Dev) -> None:
    (dev.root / "backend/health.py").write_text('raise RuntimeError("by a test")')
    dev.wait(lambda: "by a test" in dev.log.read_text())
    dev.wait(lambda: dev.log.read_text().count("What was served before stays") > 1)
    assert "</html>" in dev.page()
