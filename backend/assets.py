"""Assets: the compiled page, precompressed. A name changes with its content, so all may be kept."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, request, send_file
from werkzeug.security import safe_join

TYPES = {
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
# Best first: what a browser accepts beside what lies beside the file.
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


def blueprint(build: Path) -> Blueprint:
    """Return the route for the files in `build/assets`."""
    bp = Blueprint("assets", __name__)
    folder = build / "assets"

    @bp.get("/assets/<path:name>")
    def asset(name: str) -> Response:
        path = safe_join(str(folder), name)
        kind = TYPES.get(Path(name).suffix)
        if path is None or kind is None or not Path(path).is_file():
            return Response("Not found\n", status=404, mimetype="text/plain")
        encoding, file = _smallest(Path(path))
        response = send_file(file, mimetype=kind, conditional=False, etag=False)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers.pop("Last-Modified", None)
        response.vary.add("Accept-Encoding")
        if encoding:
            response.headers["Content-Encoding"] = encoding
        return response

    return bp


def _smallest(path: Path) -> tuple[str, Path]:
    """Return the best encoding that the browser takes and that is there, and its file."""
    for encoding, suffix in ENCODINGS:
        packed = path.with_name(path.name + suffix)
        if request.accept_encodings.quality(encoding) > 0 and packed.is_file():
            return encoding, packed
    return "", path
