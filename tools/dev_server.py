"""The server behind `build.py dev`: one process, thrown away at each change.

Called with the number of the listening socket, which outlives it, and of a pipe into which it
writes when it has the app, so that the one before goes only when this one can take over. It
is started before there is a change, and imports what no change touches: libraries. Standard input
says when to import the sources, while the page is still being compiled, when that is done, what is
wrong with later sources, and ends with `dev`.
"""

import importlib
import json
import os
import signal
import socket
import sys
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from tools.live_reload import BUILD_PATH, SCRIPTS, STREAM_PATH, LiveReload
from tools.overlay import FILES, SOURCES, Overlay
from tools.paths import DEV_BUILD

# Seconds that a request under way has when another run takes over.
LONGEST_ANSWER = 2
# What the server imports besides the project itself.
LIBRARIES = DEV_BUILD / "libraries.json"
QUIET = ("/assets/", *SCRIPTS, STREAM_PATH, BUILD_PATH, SOURCES, *FILES)


class UnderWay:
    """Counts the requests that are being answered."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            self._count += 1

    def __exit__(self, *_error: object) -> None:
        with self._changed:
            self._count -= 1
            self._changed.notify_all()

    def wait_for_none(self, seconds: float) -> None:
        """Return when all are answered, or when that takes too long."""
        with self._changed:
            self._changed.wait_for(lambda: self._count == 0, seconds)


under_way = UnderWay()


class Handler(WSGIRequestHandler):
    """Shows the requests that somebody made, not those that follow from a page."""

    def run_wsgi(self) -> None:
        """Answer one request. A stream never ends by itself, so nobody waits for one."""
        with nullcontext() if self.path == STREAM_PATH else under_way:
            super().run_wsgi()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Print one line in the colours of werkzeug."""
        if not self.path.startswith(QUIET):
            super().log_request(code, size)


def main(listener: int, ready: int) -> None:
    """Serve until `dev` ends, or has another run."""
    # Ctrl-C is meant for `dev`, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _import_libraries()
    _next_line()
    from backend.app import create_app
    from backend.config import Config
    from backend.start import prepare

    run = _next_line()
    config = Config.from_environment()
    prepare(config)
    made = create_app(config)
    manifest = json.loads((config.build / "manifest.json").read_text("utf-8"))
    app = LiveReload(Overlay(made, config.build), run, manifest)
    with socket.socket(fileno=os.dup(listener)) as shared:
        host, port = shared.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Handler, fd=listener)
    threading.Thread(target=_follow_dev, args=[app, server], daemon=True).start()
    os.write(ready, b"1")
    os.close(ready)
    _keep_names_of_libraries()
    server.serve_forever(poll_interval=0.02)
    time.sleep(0.05)  # a request may have been accepted, but not read
    under_way.wait_for_none(LONGEST_ANSWER)
    os._exit(0)  # without waiting for streams


def _import_libraries() -> None:
    """Import what the server before this one had imported and is not of this project."""
    try:
        names = json.loads(LIBRARIES.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # whoever needs it says so


def _keep_names_of_libraries() -> None:
    modules = [module for module in sys.modules.copy().values() if _is_library(module)]
    names = [module.__name__ for module in modules]
    partial = LIBRARIES.with_suffix(".new")
    partial.write_text(json.dumps(names), "utf-8")
    partial.replace(LIBRARIES)


def _is_library(module: ModuleType) -> bool:
    file = getattr(module, "__file__", None) or ""
    return "site-packages" in Path(file).parts and bool(module.__spec__)


def _next_line() -> str:
    """Return what `dev` says next."""
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)  # `dev` has ended, or the page cannot be compiled
    return line.strip()


def _follow_dev(app: LiveReload, server: BaseWSGIServer) -> None:
    """Pass on what `dev` says: of sources that cannot be compiled, what is wrong with them."""
    for line in sys.stdin:
        app.tell(json.loads(line))
    server.shutdown()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
