"""What gunicorn serves to the benchmark: the app itself, and its pages with other scripts."""

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app

from backend import assets
from backend.app import POLICY, create_app
from backend.config import Config
from backend.documents import Documents
from qiao.html import to_html
from qiao.i18n import language
from qiao.pages import Page
from tools.bench.packing import OUT, STRICT
from tools.bench.peers.qiao import rows

# An event of the demo that has places left.
EVENT = 1
SCRIPTS = re.compile(r"(?:<script\b[^>]*\bsrc=[^>]*></script>)+")
# Fine clocks: a browser gives them only to a page that shares its process with no other site.
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def create(config: Config, out: Path = OUT) -> Flask:
    """Return the app with the benchmark's pages beside its own."""
    # The only peer that brings one.
    assets.TYPES[".wasm"] = "application/wasm"
    app = create_app(config)
    peers = json.loads((out / "peers" / "manifest.json").read_text("utf-8"))["pages"]
    app.register_blueprint(blueprint(Documents(out / "rows"), peers), url_prefix="/bench")
    for name in ("peers", "rows"):
        app.register_blueprint(
            assets.blueprint(out / name), name=f"{name}_assets", url_prefix=f"/bench/{name}"
        )
    return app


def blueprint(documents: Documents, peers: dict[str, Any]) -> Blueprint:
    """Return the pages: `/start/<peer>` is an event's page, `/rows/<peer>` the table."""
    bp = Blueprint("bench", __name__)

    @bp.get("/start/<peer>")
    def start(peer: str) -> Response:
        view: Any = current_app.view_functions["pages.event"]
        response = current_app.make_response(view(id=EVENT))
        return swapped(response, peer, peers["start"])

    @bp.get("/rows/<peer>")
    def table(peer: str) -> Response:
        response = Response(rows_document(documents, rows), mimetype="text/html")
        response.headers.update(ISOLATED)
        return swapped(response, peer, peers["rows"])

    @bp.get("/empty")
    def empty() -> Response:
        return Response("<!doctype html><title>Empty</title>", mimetype="text/html")

    return bp


def rows_document(documents: Documents, module: ModuleType) -> str:
    """Return the table's page as Qiao's server renders any page."""
    page = Page("rows", module)
    html = to_html(page.view(None, None))
    state: dict[str, Any] = {
        "page": "rows",
        "params": {},
        "language": language.get(),
        "calls": [],
        "entry": None,
        "session": False,
    }
    text = documents.write(title=page.title(None), html=html, state=state)
    # Built apart from the app, and so served apart.
    return text.replace('="/assets/', '="/bench/rows/assets/')


def swapped(response: Response, peer: str, peers: dict[str, Any]) -> Response:
    """Give a document of Qiao's the scripts of a peer; Qiao keeps its own."""
    if peer == "qiao":
        return response
    if peer not in peers:
        abort(404)
    head = peers[peer]
    response.set_data(swap_scripts(response.get_data(as_text=True), head["html"]))
    response.headers["Content-Security-Policy"] = POLICY.replace(STRICT, head["policy"])
    return response


def swap_scripts(document: str, head: str) -> str:
    """Put `head` in the place of all scripts that the document names, where the last ones stand."""
    *before, after = SCRIPTS.split(document)
    if not before:
        raise ValueError("a document without scripts has nothing to swap")
    return "".join(before) + head + after
