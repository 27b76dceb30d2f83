"""Verification files: with a small text at its root, a domain shows whose it is.

WeChat's console hands out `MP_verify_….txt` (业务域名), Alipay's a text file of its own
(H5 域名配置). The operator puts them into a folder; they are served as they are, without a
redirect, to anybody.
"""

from __future__ import annotations

import re
from pathlib import Path

from flask import Blueprint, Response

from backend.errors import NotFound

# The folder may hold something else by mistake; what is served is small and has a plain name.
NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")
LARGEST = 4096


def blueprint(folder: Path) -> Blueprint:
    """Return the route, which looks into `folder` at each request: a new file needs no start."""
    bp = Blueprint("verification", __name__)
    bp.add_url_rule("/<name>.txt", "file", lambda name: file(folder, name))
    return bp


def file(folder: Path, name: str) -> Response:
    """Answer with a file of the folder; raises `NotFound`."""
    path = folder / f"{name}.txt"
    if not NAME.fullmatch(name) or not path.is_file() or path.stat().st_size > LARGEST:
        raise NotFound
    return Response(path.read_bytes(), mimetype="text/plain")
