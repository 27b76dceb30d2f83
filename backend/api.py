"""The API: one route for each endpoint of the contract, under `/api`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, g, jsonify, request
from sqlalchemy.orm import Session

from backend import bodies, origin
from backend.dispatch import Caller, Site
from backend.endpoints import ENDPOINTS
from backend.visitors import SESSION, Visitor
from qiao.contract import Endpoint, Problem


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


def _view(site: Site, endpoint: Endpoint[Any]) -> Callable[..., Response]:
    writes = endpoint.method != "GET"

    def view(**params: Any) -> Response:
        visitor: Visitor = g.visitor
        # What a cookie allows, and what sets one, must not be sent by another site's page.
        if writes and (SESSION in request.cookies or endpoint.who == "guest"):
            origin.check(request)
        sent = None
        if endpoint.takes is not None:
            sent = (
                bodies.read_json(request, endpoint.largest)
                if writes
                else bodies.read_query(request, endpoint.takes)
            )
        key = request.headers.get("Idempotency-Key") if writes else None
        now = datetime.now(UTC)

        def work(db: Session) -> Any:
            return Caller(site, db, visitor, now).call(endpoint, params, sent, key)

        # The transaction is over, and its outcome certain, before the answer begins.
        answer = site.database.run(work, writes=writes, repeatable=key is not None)
        visitor.settle()
        visitor.keep_alive(site.database, now)
        response = Response(status=204) if endpoint.gives is None else jsonify(answer)
        response.status_code = endpoint.status
        return response

    return view
