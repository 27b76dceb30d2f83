"""OpenAPI 3.1 at `/api/openapi.json`, made from the contract: nothing in it is written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, jsonify

from backend import access, errors, implementations
from backend.endpoints import ENDPOINTS
from backend.models import LARGEST_ID
from backend.schemas import Schemas
from contract.logins import LoginRequired
from qiao.contract import Download, Endpoint, Invalid, Problem
from qiao.contract.uploads import uploads_in
from qiao.i18n import language

Json = dict[str, Any]

WRITES_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "The same key and request again within 24 hours: no second effect, same answer. "
    "Without a session it must have 16 characters.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[ -~]+$"},
}
SECURITY: Json = {
    "session": {"type": "apiKey", "in": "cookie", "name": "session"},
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "An access token, made at /organise/access-tokens: `qiao_…`. One that may "
        "only read is refused by what writes.",
    },
}


def blueprint() -> Blueprint:
    """Return the route."""
    bp = Blueprint("openapi", __name__)

    @bp.get("/api/openapi.json")
    def openapi() -> Response:
        return jsonify(document())

    return bp


def document() -> Json:
    """Return the whole document."""
    # The labels in it are English, whoever asks: it describes, it is not shown to guests.
    before = language.set("en")
    try:
        schemas = Schemas()
        paths: dict[str, Json] = {}
        for name, endpoint in ENDPOINTS.items():
            path = "/api" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", endpoint.path)
            paths.setdefault(path, {})[endpoint.method.lower()] = operation(name, endpoint, schemas)
        return {
            "openapi": "3.1.0",
            "info": {"title": "Qiao", "version": "0.1.0"},
            "paths": paths,
            "components": {
                "schemas": schemas.components,
                "securitySchemes": SECURITY,
            },
        }
    finally:
        language.reset(before)


def operation(name: str, endpoint: Endpoint[Any], schemas: Schemas) -> Json:
    """Return the description of one endpoint."""
    subject, _, verb = name.partition(".")
    writes = endpoint.method != "GET"
    found: Json = {
        "operationId": f"{subject}_{verb}",
        "summary": implementations.summary(endpoint),
        "tags": [subject],
        "security": _security(endpoint),
        "parameters": [*_path_parameters(endpoint), *([WRITES_KEY] if writes else [])],
        "responses": _responses(endpoint, schemas),
    }
    if endpoint.takes is not None:
        if writes:
            kind = "multipart/form-data" if uploads_in(endpoint.takes) else "application/json"
            content = {kind: {"schema": schemas.record(endpoint.takes)}}
            found["requestBody"] = {"required": True, "content": content}
        else:
            found["parameters"] += [
                {
                    "name": field.name,
                    "in": "query",
                    "required": not field.optional,
                    "schema": schemas.query(field),
                }
                for field in endpoint.takes.fields.values()
            ]
    return found


def _security(endpoint: Endpoint[Any]) -> list[Json]:
    """Return whether session or token is needed, or only makes a difference."""
    # Roles, for a scheme without scopes of its own, since OpenAPI 3.1.
    found: list[Json] = [{"session": []}]
    if not endpoint.sessions_only:
        found.append({"token": ["read" if endpoint.method == "GET" else "write"]})
    return found if LoginRequired in access.problems(endpoint) else [{}, *found]


def _path_parameters(endpoint: Endpoint[Any]) -> list[Json]:
    kinds: dict[str, Json] = {
        "int": {"type": "integer", "minimum": 0, "maximum": LARGEST_ID},
        "": {"type": "string", "minLength": 1},
    }
    return [
        {"name": name, "in": "path", "required": True, "schema": kinds[kind]}
        for kind, name in re.findall(r"<(?:(\w+):)?(\w+)>", endpoint.path)
    ]


def _responses(endpoint: Endpoint[Any], schemas: Schemas) -> Json:
    success: Json = {"description": "Done."}
    if isinstance(endpoint.gives, Download):
        success["content"] = {endpoint.gives.media_type: {"schema": {"type": "string"}}}
    elif endpoint.gives is not None:
        success["content"] = {"application/json": {"schema": schemas.record(endpoint.gives)}}
    responses: Json = {str(endpoint.status): success}
    if endpoint.method == "GET" and not isinstance(endpoint.gives, Download):
        responses["304"] = {"description": "As it was when it had the ETag of If-None-Match."}
    by_status: dict[int, list[type[Problem]]] = {}
    for problem in _problems(endpoint):
        kinds = by_status.setdefault(problem.status, [])
        if problem not in kinds:
            kinds.append(problem)
    for status, kinds in sorted(by_status.items()):
        options = [schemas.problem(kind) for kind in kinds]
        responses[str(status)] = {
            "description": " ".join(kind.message for kind in kinds),
            "content": {
                "application/json": {
                    "schema": options[0] if len(options) == 1 else {"oneOf": options}
                }
            },
        }
    return responses


def _problems(endpoint: Endpoint[Any]) -> Iterable[type[Problem]]:
    """Return everything that can go wrong when this endpoint is called."""
    yield from access.problems(endpoint)
    yield from endpoint.fails
    if implementations.may_ask(endpoint):
        yield errors.HostAway
    if endpoint.takes is not None:
        yield Invalid
    if endpoint.method != "GET":
        yield from errors.WRITES
        if endpoint.takes is not None:
            yield from errors.WITH_FILES if uploads_in(endpoint.takes) else errors.WITH_BODY
    if "<" in endpoint.path:
        yield errors.NotFound
    yield from errors.ALWAYS
