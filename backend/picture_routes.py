"""Picture files as they are served: each for ever, since its name goes with its contents."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

from backend.errors import NotFound
from backend.picture_files import NAME


def blueprint(folder: Path) -> Blueprint:
    """Return the route."""
    bp = Blueprint("pictures", __name__)

    @bp.get("/pictures/<name>")
    def picture(name: str) -> Response:
        if not NAME.fullmatch(name):
            raise NotFound
        response = send_from_directory(folder, name, mimetype="image/jpeg")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    return bp
