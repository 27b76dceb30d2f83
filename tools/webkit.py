"""Find WebKit's driver, the engine family of iPhones' web-views; install it where allowed."""

import os
import shutil
import subprocess
from pathlib import Path

from tools import say

PACKAGES = ("webkit2gtk-driver", "xvfb")
LIBRARIES = Path("/usr/lib")


def ensure() -> str | None:
    """Return the path of the driver, installing it if root may; None where it can't be had."""
    if _missing() and shutil.which("apt-get") and os.geteuid() == 0:
        say.line("Installing " + " and ".join(PACKAGES) + " …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
        for command in (["apt-get", "update"], install):
            subprocess.run(command, env=quiet, capture_output=True, check=False)
    return None if _missing() else shutil.which("WebKitWebDriver")


def mini_browser() -> str:
    """Return the browser that the driver starts, which lies beside its library."""
    return str(next(LIBRARIES.glob("*/webkit2gtk-4.*/MiniBrowser")))


def _missing() -> bool:
    return not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb"))
