"""The icon in the browser's tab, and what robots may read."""

from __future__ import annotations

from flask import Blueprint, Response

ICON = "/icon.svg"

# A bridge in the evening.
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="#0b6e5f"/>'
    '<path d="M3 21h26M7 21V10m18 11V10M3 16c2-1 3-3 4-6 3 8 15 8 18 0 1 3 2 5 4 6" '
    'fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>'
    '<path d="M11.5 15.5V21M16 16v5m4.5-5.5V21" stroke="#fff" opacity=".7"/>'
    "</svg>"
)
# Events may be found by everybody; what belongs to somebody is nobody's to collect.
ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /organise\nDisallow: /tickets\n"
DAY = "public, max-age=86400"


def blueprint() -> Blueprint:
    """Return the routes."""
    bp = Blueprint("icons", __name__)

    # Browsers ask for the second name on their own when they show something else than a page.
    @bp.get(ICON)
    @bp.get("/favicon.ico")
    def icon() -> Response:
        return Response(DRAWING, mimetype="image/svg+xml", headers={"Cache-Control": DAY})

    @bp.get("/robots.txt")
    def robots() -> Response:
        return Response(ROBOTS, mimetype="text/plain", headers={"Cache-Control": DAY})

    return bp
