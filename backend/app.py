"""The application: everything put together."""

from __future__ import annotations

import importlib
import logging
import re
from typing import Any

from flask import Flask, Response, g, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

from backend import (
    api,
    assets,
    bodies,
    health,
    host_scripts,
    icons,
    implementations,
    limits,
    logs,
    metrics,
    notices,
    openapi,
    pages,
    picture_routes,
    services,
    texts,
    verification,
)
from backend import language as languages
from backend.config import Config
from backend.documents import Documents
from backend.errors import Internal, problem_of
from backend.models import LARGEST_ID
from backend.start import site_of
from backend.visitors import Visitor
from contract.access_tokens import BadToken
from qiao.contract import Problem
from qiao.contract.endpoints import LARGEST
from qiao.i18n import language

log = logging.getLogger("qiao")

# Everything a page loads comes from here: no script within the document, no other host, no eval.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
# Alipay's own script for pages in its web-view: an address that only its client knows.
ALIPAY_SCRIPT = "https://appx/web-view.min.js"


def policy_for(agent: str) -> str:
    """Return the policy for a browser: inside Alipay alone, Alipay's script may run as well."""
    if not re.search("AliApp|AlipayClient", agent):
        return POLICY
    return POLICY.replace("script-src 'self'", f"script-src 'self' {ALIPAY_SCRIPT}")


class Id(IntegerConverter):
    """`<int:…>` as far as the databases' ids go, in plain digits."""

    regex = r"[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """Return the number. One that no id can be has no address."""
        number = int(value)
        if number > LARGEST_ID:
            # Not a ValidationError: the router would remember that the path has other methods.
            raise NotFound
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
    implementations.require_all()
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
    site = site_of(config)
    documents = Documents(config.build)
    app.extensions["qiao"] = site
    app.register_blueprint(api.blueprint(site))
    app.register_blueprint(openapi.blueprint())
    app.register_blueprint(pages.blueprint(site, documents))
    app.register_blueprint(assets.blueprint(config.build))
    app.register_blueprint(health.blueprint(site))
    app.register_blueprint(icons.blueprint())
    app.register_blueprint(picture_routes.blueprint(config.uploads))
    app.register_blueprint(notices.blueprint(site))
    app.register_blueprint(verification.blueprint(config.verification))
    app.register_blueprint(host_scripts.blueprint(config.host_scripts))
    if config.preview_login:
        # Imported only here: production has no use for the shells' sources.
        app.register_blueprint(importlib.import_module("backend.preview").blueprint(config))
    if config.dev:
        app.register_blueprint(importlib.import_module("backend.api_page").blueprint(config))
    app.register_blueprint(metrics.blueprint(site))
    # In this order: a request that is refused has its id, is logged and counted, too.
    logs.follow(app)
    metrics.count(app)
    _prepare_requests(app)
    limits.limit(app, config)
    _handle_problems(app, documents)
    return app


def _prepare_requests(app: Flask) -> None:
    @app.before_request
    def begin() -> None:
        g.visitor = Visitor.of(request)
        language.set(languages.language_of(request))

    @app.after_request
    def finish(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy_for(request.user_agent.string))
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        # Web-views keep what they may, for very long.
        headers.setdefault("Cache-Control", "no-store")
        if request.is_secure:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        g.visitor.set_cookies(response, secure=request.is_secure)
        languages.remember(request, response)
        return response


def _handle_problems(app: Flask, documents: Documents) -> None:
    def answer(problem: Problem) -> Response:
        response = shown(problem)
        if "retry_after" in problem.details:
            response.headers["Retry-After"] = str(problem.details["retry_after"])
        if problem.status == 401 and request.path.startswith("/api/"):
            wrong = ', error="invalid_token"' if isinstance(problem, BadToken) else ""
            response.headers["WWW-Authenticate"] = f'Bearer realm="Qiao"{wrong}'
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
        response = answer(limits.problem_of(error) or problem_of(error))
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def on_mistake(error: Exception) -> Any:
        # The route, not the address: a ticket's code stands in that. Nothing of the body either.
        log.error("%s %s failed", request.method, logs.route(), exc_info=error)
        return answer(Internal(request_id=g.request_id))
