"""Brings open pages up to date when the server was started anew. Only `build.py dev` wraps the app.

The page listens at a stream that begins with the name of what is served, its build and its style
sheet. When the server goes away, the browser connects again by itself. If it reads another name, it
takes the app's new code (exchange.js), or loads the page anew where that can't be done, and puts
back what its signals held (keep.js); if the style sheet alone is another one, it takes that. While
the sources cannot be compiled, this run goes on, and the stream says what is wrong with them.
"""

import json
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SCRIPT_PATH = "/dev/reload.js"
KEEP_PATH = "/dev/keep.js"
EXCHANGE_PATH = "/dev/exchange.js"
BUILD_PATH = "/dev/build.json"  # exchange.js knows it, too
STREAM_PATH = "/dev/runs"  # reload.js knows it too
HERE = Path(__file__).parent
SCRIPTS = {
    SCRIPT_PATH: (HERE / "reload.js").read_text("utf-8"),
    KEEP_PATH: (HERE / "keep.js").read_text("utf-8"),
    EXCHANGE_PATH: (HERE / "exchange.js").read_text("utf-8"),
}
RUNTIME = re.compile(rb'<script defer src="/assets/runtime\.[^>]*></script>')
# A closed page is noticed when something is sent to it.
HEARTBEAT_SECONDS = 15


class LiveReload:
    """A WSGI app around another: adds the scripts to each page and answers their addresses.

    `run` names what is served but for the style sheet; `manifest` is that of the build.
    """

    def __init__(
        self, app: "WSGIApplication", run: str = "", manifest: dict[str, Any] | None = None
    ) -> None:
        self.app = app
        self.run = run or secrets.token_hex(8)
        self.manifest = manifest or {}
        self.style = f"/assets/{manifest['style']}" if manifest else ""
        # A file of its own: the page's policy allows no script within the document. The name
        # tells the page which run it is from: its stream may come from the next one already.
        self.tag = f'<script defer src="{SCRIPT_PATH}?{self.run}"></script></head>'.encode()
        # Before the page's own scripts, which make the signals.
        self.first = f'<head><script defer src="{KEEP_PATH}"></script>'.encode()
        # Behind the runtime, before the first module is registered.
        self.second = f'<script defer src="{EXCHANGE_PATH}"></script>'.encode()
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
        if request.path in SCRIPTS:
            return _never_kept(Response(SCRIPTS[request.path], mimetype="text/javascript"))
        if request.path == BUILD_PATH:
            return _never_kept(Response(self._build(), mimetype="application/json"))
        if request.path == STREAM_PATH:
            return _never_kept(Response(self._runs(), mimetype="text/event-stream"))
        response = Response.from_app(self.app, request.environ)
        if response.mimetype == "text/html" and request.method != "HEAD":
            text = response.get_data().replace(b"<head>", self.first, 1)
            text = RUNTIME.sub(lambda tag: tag[0] + self.second, text, count=1)
            response.set_data(text.replace(b"</head>", self.tag, 1))
        return response

    def _build(self) -> str:
        told = {name: self.manifest[name] for name in ("build", "texts")}
        files = {name: f"/assets/{self.manifest[name]}" for name in ("app", "runtime")}
        return json.dumps(told | files)

    def _runs(self) -> Iterator[str]:
        # `retry` is how soon the browser connects again: at once, the socket is there already.
        begin = json.dumps(
            {"run": self.run, "style": self.style, "build": self.manifest.get("build", "")}
        )
        yield f"retry: 50\ndata: {begin}\n\n"
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
