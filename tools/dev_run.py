"""One run of the server of `build.py dev`, seen from `dev`."""

import json
import os
import socket
import subprocess
import sys
from typing import Any

from tools.paths import ROOT

# Seconds; more than the longest answer has, see dev_server.py.
PATIENCE = 4


class Run:
    """A process that waits, imports the sources and makes the app when told to, and serves until
    ended."""

    def __init__(self, listener: socket.socket) -> None:
        # Every run has the same listening socket, so a request between two of them waits
        # instead of failing.
        self._serves = False
        self._ready, told = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.dev_server", str(listener.fileno()), str(told)],
            cwd=ROOT,
            stdin=subprocess.PIPE,  # ends with us, whatever ends us
            bufsize=0,
            pass_fds=[listener.fileno(), told],
        )
        os.close(told)

    def load(self) -> None:
        """Let it import the sources as they are now."""
        self._say("load")

    def take_over(self, name: str) -> bool:
        """Let it make the app and serve; return whether it does. If not, it has said why.

        Pages of a run of another name are loaded anew.
        """
        try:
            self._say(name)
        except BrokenPipeError:
            return False  # it failed while importing
        # Answers with a byte, or ends.
        self._serves = os.read(self._ready, 1) != b""
        return self._serves

    def tell(self, mistake: dict[str, Any]) -> None:
        """Have the open pages show what is wrong with the sources as they are now."""
        self._say(json.dumps(mistake))

    def end(self) -> None:
        """Let it finish what it answers just now, and go; at once, if it doesn't serve yet."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        if not self._serves:
            self._process.kill()
        try:
            self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._ready)

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
