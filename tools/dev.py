"""`build.py dev`: serve, watch the sources, and at each change rebuild, restart and reload."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import FrameType, TracebackType

from watchfiles import DefaultFilter, watch

from tools import packages, say
from tools.gunicorn_config import addresses
from tools.paths import BACKEND, FRONTEND, PACKAGE, ROOT
from tools.serve import check_address, set_environment

WATCHED = (FRONTEND, BACKEND, PACKAGE)
COMPILED = (FRONTEND, PACKAGE)
# Editors write a file in several steps, which follow each other within a few milliseconds.
QUIET_MS = 50


def main(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    check_address(options.host, options.port)
    os.environ["QIAO_DEV"] = "1"
    set_environment(options)
    packages.ensure()
    signal.signal(signal.SIGTERM, _end)
    with _listen(options.host, options.port) as listener, Server(listener) as server:
        if _compile() and server.replace():
            for address in addresses(*listener.getsockname()[:2]):
                say.line(address)
        say.line("Watching frontend, backend and package. Ctrl-C stops it.")
        only_sources = DefaultFilter(ignore_paths=[PACKAGE / "dist"])
        for changes in watch(
            *WATCHED, watch_filter=only_sources, debounce=1000, step=QUIET_MS, raise_interrupt=False
        ):
            _update(server, {Path(path) for _, path in changes})
    say.line("\nStopped.")
    return 0


class Server:
    """The process that serves now. A new one takes over when it has the app, or never."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.stop()

    def replace(self) -> bool:
        """Start a process; once it is ready, end the one before. Return whether it got ready."""
        # Both have the listening socket, so a request in between waits instead of failing.
        ready, told = os.pipe()
        fresh = subprocess.Popen(
            [sys.executable, "-m", "tools.dev_server", str(self.listener.fileno()), str(told)],
            cwd=ROOT,
            pass_fds=[self.listener.fileno(), told],
        )
        os.close(told)
        with os.fdopen(ready, "rb") as pipe:
            # The pipe also ends when the process does: then it has shown its traceback.
            took_over = pipe.read() != b""
        if took_over:
            self.stop()
            self.process = fresh
        else:
            fresh.wait()
        return took_over

    def stop(self) -> None:
        """End the process at once: whoever waits for an answer is reloaded anyway."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def _update(server: Server, changed: set[Path]) -> None:
    started = time.monotonic()
    say.line(f"\nChanged: {_names(changed)}")
    compiled = any(path.is_relative_to(folder) for path in changed for folder in COMPILED)
    if compiled and not _compile():
        say.line("The page stays as it was.")
        return
    if server.replace():
        say.line(f"Served anew after {time.monotonic() - started:.1f} s")
    else:
        say.line("The server stays as it was.")


def _compile() -> bool:
    """Build in a process of its own: the compiler and the contract may be what has changed."""
    return subprocess.run([sys.executable, "build.py", "build"], cwd=ROOT).returncode == 0


def _names(paths: Iterable[Path], shown: int = 3) -> str:
    names = sorted(str(path.relative_to(ROOT)) for path in paths)
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)  # leaves `with`, and so ends the server too
