"""What goes wrong in the page, shown over it with its Python. Only `build.py dev` adds this.

It brings the page the text of its Python files, for tracebacks on the console, too. Files of their
own: the page's policy allows neither script nor style within the document.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HERE = Path(__file__).parent
FILES = {
    "/dev/overlay.js": (HERE / "overlay.js", "text/javascript"),
    "/dev/overlay.css": (HERE / "overlay.css", "text/css"),
}
SOURCES = "/dev/sources.js"
# Before the page's own scripts, which may fail.
TAGS = f'<script defer src="{SOURCES}"></script><script defer src="/dev/overlay.js"></script>'


class Overlay:
    """A WSGI app around another: adds the overlay to each page and answers its addresses."""

    def __init__(self, app: "WSGIApplication", build: Path) -> None:
        self.app = app
        self.build = build

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.path in FILES:
            file, kind = FILES[request.path]
            return _never_kept(Response(file.read_text("utf-8"), mimetype=kind))
        if request.path == SOURCES:
            return _never_kept(Response(self._sources(), mimetype="text/javascript"))
        response = Response.from_app(self.app, request.environ)
        if response.mimetype == "text/html" and request.method != "HEAD":
            tags = f"<head>{TAGS}".encode()
            response.set_data(response.get_data().replace(b"<head>", tags, 1))
        return response

    def _sources(self) -> str:
        manifest = json.loads((self.build / "manifest.json").read_text("utf-8"))
        symbols = self.build / "symbols" / f"{manifest['build']}.json"
        sources = json.loads(symbols.read_text("utf-8"))["sources"]
        return f"globalThis.qiaoSources = {json.dumps(sources, ensure_ascii=False)};\n"


def _never_kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
