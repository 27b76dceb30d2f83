"""Find Chromium, and the fonts to show Chinese in it; install them where that is allowed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import say

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
ELSEWHERE = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A test must not depend on a desktop, a graphics card, or what the browser asks of its maker.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FONT_PACKAGE = "fonts-noto-cjk"


def find() -> str | None:
    """Return the path of Chromium: $CHROMIUM, else the first one that is installed."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        found = shutil.which(chosen)
        if found is None:
            raise say.Failed(f"CHROMIUM={chosen!r} is not a program that can be run.")
        return found
    for name in (*NAMES, *ELSEWHERE):
        found = shutil.which(name)
        if found:
            return found
    return None


def flags() -> list[str]:
    """Return the flags to start it with; without its sandbox only as root, where it has none."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def ensure() -> str:
    """Return the path of Chromium, installing it and a Chinese font if need be and allowed."""
    path = find()
    fonts = _has_chinese_font()
    wanted = [*([] if path else ["chromium"]), *([FONT_PACKAGE] if fonts is False else [])]
    if wanted and _may_install():
        complaint = _install(wanted)
        path = find()
    else:
        complaint = "Only root can install it here." if shutil.which("apt-get") else ""
    if path is None:
        raise say.Failed(_what_to_do(complaint))
    if FONT_PACKAGE in wanted and not _has_chinese_font():
        say.line(f"Note: no Chinese font; pictures will show boxes. Debian has {FONT_PACKAGE}.")
    return path


def _has_chinese_font() -> bool | None:
    if not shutil.which("fc-list"):
        # Nobody to ask. On a Mac there are such fonts; elsewhere they may come with the browser.
        return None if sys.platform == "darwin" else False
    listed = subprocess.run(["fc-list", ":lang=zh", "file"], capture_output=True, text=True)
    return bool(listed.stdout.strip())


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> str:
    """Install with apt; return what it complained of, if it did."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-y", "--no-install-recommends", *packages]
    with say.step(f"Installing {' and '.join(packages)} with apt (takes a minute)"):
        for words in (["update"], install):
            done = subprocess.run(
                ["apt-get", *words],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            if done.returncode:
                return done.stdout
    return ""


def _what_to_do(complaint: str) -> str:
    mac = "brew install --cask chromium"
    debian = f"sudo apt-get install chromium {FONT_PACKAGE}"
    return (
        f"{complaint}\nThe tests need Chromium, and none was found.\n"
        f"Install it ({mac if sys.platform == 'darwin' else debian}),\n"
        "or say where it is: CHROMIUM=/path/to/chrome python3 build.py test\n"
        "Tests that need no browser: python3 build.py test " + " ".join(_without_browser())
    ).lstrip()


def _without_browser() -> list[str]:
    tests = Path(__file__).resolve().parent.parent / "tests"
    return [f"tests/{name}" for name in ("unit", "api") if (tests / name).is_dir()]
