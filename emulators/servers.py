"""What the emulated platforms share: a real HTTP server, troubles to order, and what was asked.

An emulator runs in a thread of the test, on a free port, or for itself:
`python -m emulators.wechat --port 8101` prints what to set for a server of ours.
"""

import argparse
import socket
import threading
import time
from collections import Counter, deque
from contextlib import contextmanager

from flask import Flask, Response, request
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    """Addresses hold secrets: nothing is printed."""

    def log(self, type, message, *args):
        pass


class Emulator:
    """One platform's server. Subclasses add routes to `self.app` in their `__init__`."""

    def __init__(self):
        self.app = Flask(type(self).__module__, static_folder=None)
        self.calls = Counter()
        self.asked = []
        self.address = ""
        # How many calls of a path are answered before the platform finds them too many.
        self.limits = {}
        self._troubles = {}
        self._lock = threading.RLock()
        self.app.before_request(self._meet)

    def reset(self):
        """Forget what was asked and ordered."""
        self.calls.clear()
        self.asked.clear()
        self.limits.clear()
        self._troubles.clear()

    def trouble(self, path, *troubles):
        """Order what the next calls of `path` meet.

        "silence" (done, but no answer in time), "gone" (done, the connection breaks), "502" (done,
        a proxy's error page), or whatever else the platform's `problem` makes an answer of.
        """
        self._troubles.setdefault(path, deque()).extend(troubles)

    def path(self):
        """Return what this request asks for; Alipay has it in a parameter."""
        return request.path

    def problem(self, trouble):
        """Return the platform's own answer for a code."""
        raise NotImplementedError

    def too_many(self):
        """Return the platform's answer to too many calls."""
        raise NotImplementedError

    def _meet(self):
        path = self.path()
        with self._lock:
            self.calls[path] += 1
            if self.calls[path] > self.limits.get(path, 10**9):
                return self.too_many()
            waiting = self._troubles.get(path)
            trouble = waiting.popleft() if waiting else None
        if trouble is None:
            return None
        if trouble not in ("silence", "gone", "502"):
            return self.problem(trouble)
        # It reached the platform, which does what it was asked; only the answer is lost.
        self.app.view_functions[request.endpoint](**(request.view_args or {}))
        if trouble == "502":
            return Response("<html><h1>502 Bad Gateway</h1></html>", status=502)
        if trouble == "silence":
            time.sleep(1.5)
        request.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return Response(status=500)


@contextmanager
def running(emulator, port=0):
    """Serve an emulator in a thread; its `address` is set."""
    with serving(emulator.app, port) as address:
        emulator.address = address
        yield emulator


@contextmanager
def serving(app, port=0):
    """Serve an application in a thread; give its address."""
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def serve_for_ever(emulator, settings):
    """Run an emulator for itself, and print the settings of a server of ours that asks it."""
    parser = argparse.ArgumentParser(description=type(emulator).__doc__)
    parser.add_argument("--port", type=int, default=0)
    with running(emulator, parser.parse_args().port):
        for name, value in settings(emulator).items():
            print(f"{name}={value}", flush=True)
        threading.Event().wait()
