"""A page to try the API, at `/api-page`: for whoever develops, never in production.

Swagger UI (npm, `swagger-ui-dist`) from our own server. It calls as the person that the browser is
signed in as, or with an access token.
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

from backend.config import ROOT, Config

LIBRARY = ROOT / "node_modules" / "swagger-ui-dist"
FILES = ("swagger-ui-bundle.js", "swagger-ui.css")
STATIC = Path(__file__).with_name("api_page_files")
# As strict as the app's; its icons are data.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def blueprint(config: Config) -> Blueprint:
    """Return the routes. Who calls this has seen that somebody develops."""
    if not config.dev:
        raise ValueError("the page to try the API is for dev only")
    bp = Blueprint("api_page", __name__, url_prefix="/api-page")
    bp.add_url_rule("", "index", index)
    bp.add_url_rule("/<name>", "file", file)
    bp.after_request(_protect)
    return bp


def index() -> Response:
    """The page."""
    return send_from_directory(STATIC, "index.html")


def file(name: str) -> Response:
    """Its script and style, and those of the library."""
    return send_from_directory(LIBRARY if name in FILES else STATIC, name)


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "no-store"
    return response
