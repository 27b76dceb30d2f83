"""`/healthz`: can this process answer, and does its database?"""

from __future__ import annotations

import logging

from flask import Blueprint, Response, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from backend.dispatch import Site

log = logging.getLogger("qiao")


def blueprint(site: Site) -> Blueprint:
    """Return the route."""
    bp = Blueprint("health", __name__)

    @bp.get("/healthz")
    def healthz() -> Response:
        try:
            with site.database.transaction(writes=False) as db:
                db.execute(text("SELECT id FROM events LIMIT 1"))
        except SQLAlchemyError:
            log.exception("healthz: the database does not answer")
            response = jsonify(status="failing", database="failing")
            response.status_code = 503
            return response
        return jsonify(status="ok", database="ok")

    return bp
