"""Scripts with which a page talks to the shell around it, from our own origin.

Hosts hand these out at addresses of their own, which no page here may load from, and on no
registry; docs/publish.md says where each is. The operator puts them into a folder, as `<host>.js`.
Where one is missing, pages of that host make no native calls and say so.
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response

from backend.errors import NotFound

HOSTS = ("douyin", "qq", "kuaishou", "baidu")


def blueprint(folder: Path) -> Blueprint:
    """Return the route, which looks into `folder` at each request: a new file needs no start."""
    bp = Blueprint("host_scripts", __name__, url_prefix="/host-scripts")
    bp.add_url_rule("/<host>.js", "file", lambda host: file(folder, host))
    return bp


def file(folder: Path, host: str) -> Response:
    """Answer with the script of a host; raises `NotFound`."""
    path = folder / f"{host}.js"
    if host not in HOSTS or not path.is_file():
        raise NotFound
    # Asked for anew each time: it has no name of its own for each version.
    headers = {"Cache-Control": "no-cache"}
    return Response(path.read_bytes(), mimetype="text/javascript", headers=headers)
