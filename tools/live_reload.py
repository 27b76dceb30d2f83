"""Reload open pages when the server was started anew. Only `build.py dev` wraps the app in this.

The page listens at a stream that begins with the name of this run of the server. When the server
goes away, the browser connects again by itself, reads another name, and loads the page anew. While
the sources cannot be compiled, this run goes on, and the stream says what is wrong with them.
"""

import json
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SCRIPT_PATH = "/dev/reload.js"
STREAM_PATH = "/dev/runs"  # reload.js knows it too
SCRIPT = Path(__file__).with_name("reload.js").read_text("utf-8")
# A closed page is noticed when something is sent to it.
HEARTBEAT_SECONDS = 15


class LiveReload:
    """A WSGI app around another: adds the script to each page and answers its two addresses."""

    def __init__(self, app: "WSGIApplication") -> None:
        self.app = app
        self.run = secrets.token_hex(8)
        # A file of its own: the page's policy allows no script within the document. The name
        # tells the page which run it is from: its stream may come from the next one already.
        self.tag = f'<script defer src="{SCRIPT_PATH}?{self.run}"></script></head>'.encode()
        self._mistake: dict[str, Any] | None = None
        self._told = Condition()

    def tell(self, mistake: dict[str, Any]) -> None:
        """Show on every page, from now on, what is wrong with the sources."""
        with self._told:
            self._mistake = mistake
            self._told.notify_all()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.path == SCRIPT_PATH:
            return _never_kept(Response(SCRIPT, mimetype="text/javascript"))
        if request.path == STREAM_PATH:
            return _never_kept(Response(self._runs(), mimetype="text/event-stream"))
        response = Response.from_app(self.app, request.environ)
        if response.mimetype == "text/html" and request.method != "HEAD":
            response.set_data(response.get_data().replace(b"</head>", self.tag, 1))
        return response

    def _runs(self) -> Iterator[str]:
        # `retry` is how soon the browser connects again: at once, the socket is there already.
        yield f"retry: 50\ndata: {self.run}\n\n"
        shown: dict[str, Any] | None = None
        while True:
            with self._told:
                if shown is self._mistake:
                    self._told.wait(HEARTBEAT_SECONDS)
                news = self._mistake if shown is not self._mistake else None
            shown = news or shown
            yield f"event: mistake\ndata: {json.dumps(news)}\n\n" if news else ":\n\n"


def _never_kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
