"""The emulated platforms of `dev` and `--demo`: WeChat, WeChat Pay and Alipay on this machine."""

import json
import os
import subprocess
import sys

from tools import say
from tools.paths import ROOT


def start(port: int) -> None:
    """Start them, and set the environment of a server at `port` that asks them.

    They end with us, and with whatever program we become: their standard input is ours to close.
    Who has set up a real platform gets that one, and no emulator.
    """
    own = sorted(name for name in os.environ if name.startswith(PLATFORMS) and os.environ[name])
    if own:
        say.line(f"{own[0]} is set: the platforms are not emulated, and the preview can't sign in.")
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "emulators"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    os.set_inheritable(process.stdin.fileno(), True)
    line = process.stdout.readline()
    if not line:
        raise say.Failed("The emulated platforms did not start; their own words are above.")
    os.environ.update(json.loads(line))
    os.environ.setdefault("QIAO_ADDRESS", f"http://127.0.0.1:{port}")
    _kept.append(process)


PLATFORMS = ("QIAO_WECHAT", "QIAO_ALIPAY")
# A process that nobody holds is waited for by the collector of garbage.
_kept: list[subprocess.Popen[str]] = []
