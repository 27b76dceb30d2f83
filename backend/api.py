"""The API: one route for each endpoint of the contract, under `/api`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, g, jsonify, request
from sqlalchemy.orm import Session

from backend import bodies, dispatch, downloads, origin
from backend.dispatch import Caller
from backend.endpoints import ENDPOINTS
from backend.site import Site
from backend.visitors import SESSION, Visitor
from qiao.contract import Download, Endpoint, Problem, Record
from qiao.contract.uploads import uploads_in


def blueprint(site: Site) -> Blueprint:
    """Return the routes."""
    bp = Blueprint("api", __name__, url_prefix="/api")
    for name, endpoint in ENDPOINTS.items():
        bp.add_url_rule(
            endpoint.path,
            name.replace(".", "_"),
            _view(site, endpoint),
            methods=[endpoint.method],
        )
    return bp


def problem_response(problem: Problem) -> Response:
    """Return a problem as the API answers it, in the language of the request."""
    response = jsonify(problem.write())
    response.status_code = problem.status
    return response


def _sent(endpoint: Endpoint[Any], takes: type[Record]) -> Any:
    if endpoint.method == "GET":
        return bodies.read_query(request, takes)
    if uploads_in(takes):
        return bodies.read_multipart(request, takes, endpoint.largest)
    return bodies.read_json(request, endpoint.largest)


def _view(site: Site, endpoint: Endpoint[Any]) -> Callable[..., Response]:
    writes = endpoint.method != "GET"

    def view(**params: Any) -> Response:
        visitor: Visitor = g.visitor
        # What a cookie allows, and what sets one, must not be sent by another site's page.
        cookies = visitor.bearer is None
        if writes and cookies and (SESSION in request.cookies or endpoint.who == "guest"):
            origin.check(request)
        sent = None
        if endpoint.takes is not None:
            sent = _sent(endpoint, endpoint.takes)
        key = request.headers.get("Idempotency-Key") if writes else None
        now = datetime.now(UTC)

        def work(db: Session, answers: dict[str, Any]) -> Any:
            return Caller(site, db, visitor, now, answers).call(endpoint, params, sent, key)

        # The transaction is over, and its outcome certain, before the answer begins.
        answer = dispatch.run(site, work, writes=writes, repeatable=key is not None)
        visitor.settle()
        visitor.keep_alive(site.database, now)
        if isinstance(endpoint.gives, Download):
            return downloads.response(site.database, endpoint.gives, answer)
        response = Response(status=204) if endpoint.gives is None else jsonify(answer)
        response.status_code = endpoint.status
        if not writes:
            # Who reads again what they have, a script that polls, is told so in a few bytes.
            response.add_etag()
            response.make_conditional(request)
        return response

    return view
