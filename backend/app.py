"""The application: everything put together."""

from __future__ import annotations

import importlib
import logging
import secrets
from typing import Any

from flask import Flask, Response, g, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, ValidationError

from backend import api, assets, bodies, dispatch, health, icons, openapi, pages, services, texts
from backend import language as languages
from backend.config import Config
from backend.documents import Documents
from backend.errors import Internal, problem_of
from backend.models import LARGEST_ID
from backend.start import codes_of, database_of
from backend.visitors import Visitor
from qiao.contract import Problem
from qiao.contract.endpoints import LARGEST
from qiao.i18n import language

log = logging.getLogger("qiao")

# Everything a page loads comes from here: no script within the document, no other host, no eval.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


class Id(IntegerConverter):
    """`<int:…>` as far as the databases' ids go, in plain digits."""

    regex = r"[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """Return the number. One that no id can be has no address."""
        number = int(value)
        if number > LARGEST_ID:
            raise ValidationError
        return number


class Json(DefaultJSONProvider):
    """JSON as small and as readable as it can be."""

    ensure_ascii = False
    compact = True
    sort_keys = False
    mimetype = "application/json"


def create_app(config: Config) -> Flask:
    """Return the application. The database must be migrated, see `backend.start.prepare`."""
    services.load()
    dispatch.require_all()
    texts.load()
    app = Flask("qiao", static_folder=None)
    app.json = Json(app)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.url_map.converters["int"] = Id
    # One address for each thing: "//events" is none, rather than a redirect to one.
    app.url_map.merge_slashes = False
    if config.proxies:
        count = config.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    site = dispatch.Site(config, database_of(config), codes_of(config))
    documents = Documents(config.build)
    app.extensions["qiao"] = site
    app.register_blueprint(api.blueprint(site))
    app.register_blueprint(openapi.blueprint())
    app.register_blueprint(pages.blueprint(site, documents))
    app.register_blueprint(assets.blueprint(config.build))
    app.register_blueprint(health.blueprint(site))
    app.register_blueprint(icons.blueprint())
    if config.preview_login:
        # Imported only here: production has no use for the shells' sources.
        app.register_blueprint(importlib.import_module("backend.preview").blueprint(config))
    _prepare_requests(app)
    _handle_problems(app, documents)
    return app


def _prepare_requests(app: Flask) -> None:
    @app.before_request
    def begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.visitor = Visitor.of(request)
        language.set(languages.language_of(request))

    @app.after_request
    def finish(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        # Web-views keep what they may, for very long.
        headers.setdefault("Cache-Control", "no-store")
        headers.setdefault("X-Request-Id", g.request_id)
        g.visitor.set_cookies(response, secure=request.is_secure)
        languages.remember(request, response)
        return response


def _handle_problems(app: Flask, documents: Documents) -> None:
    def answer(problem: Problem) -> Response:
        response = shown(problem)
        if "retry_after" in problem.details:
            response.headers["Retry-After"] = str(problem.details["retry_after"])
        if problem.status == 413:
            bodies.linger(request, response)
        return response

    def shown(problem: Problem) -> Response:
        if request.path == "/api" or request.path.startswith("/api/"):
            return api.problem_response(problem)
        again = request.full_path.rstrip("?") if problem.status >= 500 else ""
        return pages.problem_document(documents, problem, again)

    @app.errorhandler(Problem)
    def on_problem(problem: Problem) -> Any:
        return answer(problem)

    @app.errorhandler(HTTPException)
    def on_http_error(error: HTTPException) -> Any:
        if error.code is not None and error.code < 400:
            return error.get_response()  # a redirect of the router
        response = answer(problem_of(error))
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def on_mistake(error: Exception) -> Any:
        # The route, not the address: a ticket's code stands in that. Nothing of the body either.
        rule = request.url_rule.rule if request.url_rule else "no route"
        log.error("%s %s %s failed", g.request_id, request.method, rule, exc_info=error)
        return answer(Internal(request_id=g.request_id))
