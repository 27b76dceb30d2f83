"""`build.py dev`: serve, watch the sources, and at each change rebuild, restart and reload."""

import argparse
import os
import secrets
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from watchfiles import DefaultFilter, watch

from tools import emulators, packages, say
from tools.dev_compile import Compiler, Mistake
from tools.dev_run import Run
from tools.gunicorn_config import addresses
from tools.paths import BACKEND, DEV_BUILD, FRONTEND, PACKAGE, ROOT
from tools.serve import check_address, set_environment

WATCHED = (FRONTEND, BACKEND, PACKAGE)
THEME = FRONTEND / "app" / "theme"
# Editors write a file in several steps, which follow each other within a few milliseconds.
QUIET_MS = 20
# So often somebody looks whether the watcher has seen something; at first, whether it watches.
LOOK_MS = 100
NO_START: Mistake = {
    "message": "The server can't start with these sources: see the terminal.",
    "frames": [],
}


def main(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    check_address(options.host, options.port)
    os.environ["QIAO_DEV"] = "1"
    os.environ["QIAO_BUILD"] = str(DEV_BUILD)
    set_environment(options)
    packages.ensure()
    signal.signal(signal.SIGTERM, _leave)
    with _listen(options.host, options.port) as listener, Development(listener) as development:
        changes = _changes()
        emulators.start(listener.getsockname()[1])
        if development.start():
            for address in addresses(*listener.getsockname()[:2]):
                say.line(address)
        say.line("Watching frontend, backend and package. Ctrl-C stops it.")
        try:
            development.follow(changes)
        except KeyboardInterrupt:
            say.line("\nStopped.")
    return 0


class Development:
    """Keeps the run that serves now; a new one takes its place when it has the app, or never."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._compiler = Compiler()
        self._run: Run | None = None
        # Waits for the next change, with all that does not change imported already.
        self._next = Run(listener)
        # Of what is served, but for the style sheet.
        self._name = ""

    def __enter__(self) -> "Development":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._compiler.end()
        for run in (self._run, self._next):
            if run:
                run.end()

    def start(self) -> bool:
        """Serve what the sources are now; return whether it could be."""
        self._next.load()
        return self._exchange(self._compiler.begin(), secrets.token_hex(8))

    def follow(self, changes: Iterator[set[Path]]) -> None:
        """Update at each change, until interrupted."""
        for changed in changes:
            started = time.monotonic()
            say.line(f"\nChanged: {_names(changed)}")
            if self.update(changed):
                say.line(f"Served anew after {time.monotonic() - started:.2f} s")
            else:
                say.line("What was served before stays.")

    def update(self, changed: set[Path]) -> bool:
        """Bring the page and the server to the sources; return whether they could be."""
        # While the page is compiled.
        self._next.load()
        mistake = self._compiler.build(changed)
        name = self._name if _only_style(changed) else ""
        return self._exchange(mistake, name or secrets.token_hex(8))

    def _exchange(self, mistake: Mistake | None, name: str) -> bool:
        loser: Run | None = self._next
        assert loser is not None
        try:
            if not mistake and not loser.take_over(name):
                mistake = NO_START
            if mistake:
                # What comes next is loaded anew, whatever it changes: the mistake is on show.
                self._name = ""
                if self._run:
                    self._run.tell(mistake)
                return False
            loser, self._run, self._name = self._run, loser, name
            return True
        finally:
            if loser:
                loser.end()
            self._next = Run(self._listener)


def _changes() -> Iterator[set[Path]]:
    """Return the files that change from now on, some at a time: also while the first build runs."""
    only_sources = DefaultFilter(ignore_paths=[PACKAGE / "dist"])
    seen = watch(
        *WATCHED,
        watch_filter=only_sources,
        step=QUIET_MS,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
    )
    next(seen)  # watching has begun when this is back, with nothing yet
    return ({Path(path) for _, path in changes} for changes in seen if changes)


def _only_style(changed: set[Path]) -> bool:
    return all(path.suffix == ".css" and path.is_relative_to(THEME) for path in changed)


def _names(paths: set[Path], shown: int = 3) -> str:
    names = sorted(str(path.relative_to(ROOT)) for path in paths)
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)  # through the `with` above, which ends the run
