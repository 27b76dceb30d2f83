"""`/healthz`: does this process answer? `/readyz`: has it all that it needs to answer well?

| part         | `ok`                    | else                                                   |
| `database`   | it answers              | `failing`: not ready                                   |
| `migrations` | what this version needs | `behind`: not ready; `newer`: a later version is at it |
| `queue`      | jobs are done in time   | `behind`: no worker for minutes; `failing`: no Redis   |

The queue keeps nobody from being ready: jobs wait in the database until somebody does them.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import redis
from alembic.migration import MigrationContext
from flask import Blueprint, Response, jsonify
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from backend import migrate
from backend.models import Job
from backend.site import Site

log = logging.getLogger("qiao")

# A worker looks every second or so.
PATIENCE = timedelta(minutes=5)


def blueprint(site: Site) -> Blueprint:
    """Return the routes."""
    bp = Blueprint("health", __name__)
    known = migrate.revisions()

    @bp.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @bp.get("/readyz")
    def readyz() -> Response:
        found = {"database": "ok"}
        try:
            with site.database.transaction(writes=False) as db:
                found["migrations"] = _migrations(db, known)
                found["queue"] = _queue(db, site.config.redis_url)
        except SQLAlchemyError:
            log.exception("readyz: the database does not answer")
            found = {"database": "failing"}
        ready = found["database"] == "ok" and found["migrations"] != "behind"
        status = "failing" if not ready else "ok" if found["queue"] == "ok" else "degraded"
        response = jsonify(status=status, **found)
        response.status_code = 200 if ready else 503
        return response

    return bp


def _migrations(db: Session, known: list[str]) -> str:
    current = MigrationContext.configure(db.connection()).get_current_revision()
    if current == known[0]:
        return "ok"
    return "behind" if current is None or current in known else "newer"


def _queue(db: Session, redis_url: str | None) -> str:
    if redis_url:
        try:
            with redis.Redis.from_url(redis_url, socket_timeout=2) as server:
                server.ping()
        except redis.RedisError:
            log.exception("readyz: Redis does not answer")
            return "failing"
    late = datetime.now(UTC) - PATIENCE
    return (
        "ok" if db.scalar(select(Job.id).where(Job.run_at <= late).limit(1)) is None else "behind"
    )
