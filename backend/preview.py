"""The preview of the shells, at `/preview`: for developers and demos, never in production."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, request, send_from_directory

from backend import origin
from backend.config import Config
from backend.visitors import SESSION
from package.platforms import PLATFORMS
from package.preview import PLAYED
from package.preview.bundle import bundle
from package.render import render
from package.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "package" / "preview" / "static"
# Reads the codes on pictures, for browsers that can't.
DECODER = ROOT / "node_modules" / "jsqr" / "dist"

# Before all other scripts of the page; it finds out itself whether a preview is around it.
INSIDE = '<script src="/preview/static/inside.js"></script>'
# Seconds.
LONGEST_ANSWER = 10
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
    bp.add_url_rule("/shell/<host>.js", "shell", lambda host: shell(host, config))
    bp.add_url_rule(
        "/platforms/<name>",
        "platforms",
        lambda name: ask_platforms(config.emulators, name),
        methods=["POST"],
    )
    bp.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    bp.after_request(_protect)
    bp.after_app_request(_be_inside)
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


def shell(host: str, config: Config) -> Response:
    """A shell as it is built, in one script. Built now: whoever changes it sees it at once.

    Messages that it names no templates for have those that the server sends them by: in WeChat
    alone, and another host that is played takes any id for one.
    """
    if host not in PLAYED:
        abort(404)
    platform = PLATFORMS[host]
    settings: Settings = read_settings(platform=platform)
    wechat = config.platforms.wechat
    known = {name: one.id for name, one in wechat.templates.items()} if wechat else {}
    named = {**known, **settings.templates.get(host, {})}
    settings = replace(settings, templates={**settings.templates, host: named})
    text = bundle(render(platform, settings), platform, settings.app_ids[host])
    return Response(text, mimetype="text/javascript")


def ask_platforms(desk: str | None, name: str) -> Response:
    """Hand on what the played phone asks of its platform, see emulators/desk.py."""
    origin.check(request)
    if desk is None:
        answer = jsonify(
            error="No platform is emulated here: start with `build.py dev` or `serve --demo`."
        )
        answer.status_code = 503
        return answer
    if not re.fullmatch("[a-z-]+", name):
        abort(404)
    asked = urllib.request.Request(
        f"{desk}/{name}",
        json.dumps(request.get_json()).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(asked, timeout=LONGEST_ANSWER) as found:
            return Response(found.read(), mimetype="application/json")
    except urllib.error.HTTPError as refused:
        return Response(refused.read(), status=refused.code, mimetype="application/json")


def sign_out() -> Response:
    """Forget who is signed in, so that the next page is opened by nobody."""
    origin.check(request)
    response = Response(status=204)
    response.delete_cookie(SESSION)
    return response


def _be_inside(response: Response) -> Response:
    """Give a page in a frame the script that makes its browser that of a host."""
    if request.headers.get("Sec-Fetch-Dest") == "iframe" and response.mimetype == "text/html":
        text = response.get_data(as_text=True)
        response.set_data(text.replace("<head>", f"<head>{INSIDE}", 1))
    return response


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "no-store"
    return response
