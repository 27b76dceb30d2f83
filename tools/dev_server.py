"""The server behind `build.py dev`: one process, thrown away at each change.

Called with the number of the listening socket, which outlives it, and of a pipe into which it
writes when it has the app, so that the one before goes only when this one can take over. It
imports while the page is still being compiled; standard input says when that is done, what is
wrong with later sources, and ends with `dev`.
"""

import json
import os
import signal
import socket
import sys
import threading

from werkzeug.serving import WSGIRequestHandler, make_server

from tools.live_reload import SCRIPT_PATH, STREAM_PATH, LiveReload

QUIET = ("/assets/", SCRIPT_PATH, STREAM_PATH)


class Handler(WSGIRequestHandler):
    """Shows the requests that somebody made, not those that follow from a page."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Print one line in the colours of werkzeug."""
        if not self.path.startswith(QUIET):
            super().log_request(code, size)


def main(listener: int, ready: int) -> None:
    """Serve until killed."""
    # Ctrl-C is meant for `dev`, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from backend.app import create_app
    from backend.config import Config
    from backend.start import prepare

    _wait_for_the_page()
    config = Config.from_environment()
    prepare(config)
    app = LiveReload(create_app(config))
    threading.Thread(target=_follow_dev, args=[app], daemon=True).start()
    with socket.socket(fileno=os.dup(listener)) as shared:
        host, port = shared.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Handler, fd=listener)
    os.write(ready, b"1")
    os.close(ready)
    server.serve_forever()


def _wait_for_the_page() -> None:
    if not sys.stdin.readline():
        sys.exit(0)  # `dev` has ended, or the page cannot be compiled


def _follow_dev(app: LiveReload) -> None:
    """Pass on what `dev` says: of sources that cannot be compiled, what is wrong with them."""
    for line in sys.stdin:
        app.tell(json.loads(line))
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
