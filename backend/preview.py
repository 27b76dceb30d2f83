"""The preview of the shells, at `/preview`: for developers and demos, never in production."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, request, send_from_directory

from backend import origin
from backend.config import Config
from backend.visitors import SESSION
from package.platforms import PLATFORMS
from package.preview.bundle import bundle
from package.render import render
from package.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "package" / "preview" / "static"
# Reads the codes on pictures, for browsers that can't.
DECODER = ROOT / "node_modules" / "jsqr" / "dist"

# Stricter than the page's: nothing but its own files, and the page itself in a frame.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def blueprint(config: Config) -> Blueprint:
    """Return the routes of the preview. Who calls this has seen that previews are wanted."""
    if not config.preview_login:
        raise ValueError("the preview signs anybody in by name: it is for dev and demo only")
    bp = Blueprint("preview", __name__, url_prefix="/preview")
    bp.add_url_rule("", "index", index)
    bp.add_url_rule("/static/<path:name>", "static", static)
    bp.add_url_rule("/jsqr.js", "decoder", decoder)
    bp.add_url_rule("/shell/<host>.js", "shell", shell)
    bp.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    bp.after_request(_protect)
    return bp


def index() -> Response:
    """The preview's page."""
    return send_from_directory(STATIC, "index.html")


def static(name: str) -> Response:
    """Its scripts, style and icon."""
    return send_from_directory(STATIC, name)


def decoder() -> Response:
    """The decoder for codes on pictures."""
    return send_from_directory(DECODER, "jsQR.js")


def shell(host: str) -> Response:
    """A shell as it is built, in one script. Built now: whoever changes it sees it at once."""
    platform = PLATFORMS.get(host)
    if platform is None:
        abort(404)
    settings: Settings = read_settings(platform=platform)
    return Response(bundle(render(platform, settings), platform), mimetype="text/javascript")


def sign_out() -> Response:
    """Forget who is signed in, so that the next page is opened by nobody."""
    origin.check(request)
    response = Response(status=204)
    response.delete_cookie(SESSION)
    return response


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "no-store"
    return response
