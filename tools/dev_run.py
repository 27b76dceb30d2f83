"""One run of the server of `build.py dev`, seen from `dev`."""

import json
import os
import socket
import subprocess
import sys
from typing import Any

from tools.paths import ROOT


class Run:
    """A process that imports at once, makes the app when told to, and serves until ended."""

    def __init__(self, listener: socket.socket) -> None:
        # Every run has the same listening socket, so a request between two of them waits
        # instead of failing.
        self._ready, told = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.dev_server", str(listener.fileno()), str(told)],
            cwd=ROOT,
            stdin=subprocess.PIPE,  # ends with us, whatever ends us
            bufsize=0,
            pass_fds=[listener.fileno(), told],
        )
        os.close(told)

    def take_over(self) -> bool:
        """Let it serve; return whether it does. If not, it has said why."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"serve\n")
        except BrokenPipeError:
            return False  # it failed while importing
        # Answers with a byte, or ends.
        return os.read(self._ready, 1) != b""

    def tell(self, mistake: dict[str, Any]) -> None:
        """Have the open pages show what is wrong with the sources as they are now."""
        assert self._process.stdin is not None
        self._process.stdin.write((json.dumps(mistake) + "\n").encode())

    def end(self) -> None:
        """End it at once: whoever waits for an answer is reloaded anyway."""
        self._process.kill()
        self._process.wait()
        os.close(self._ready)
