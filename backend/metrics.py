"""Metrics for Prometheus, at `/metrics`, summed up over the processes of gunicorn.

Closed unless `QIAO_METRICS_TOKEN` is set; then whoever sends it as `Authorization: Bearer …` reads
them. gunicorn's configuration sets `PROMETHEUS_MULTIPROC_DIR`, where each process writes its own.
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from flask import Blueprint, Flask, Response, abort, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from backend.logs import route
from backend.models import Job
from backend.site import Site
from backend.visitors import bearer

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
# From a page out of the cache of a database to a writer that waited for its turn.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)

REQUESTS = Counter("qiao_requests", "Requests answered.", ["method", "route", "status"])
SECONDS = Histogram("qiao_request_seconds", "Until the answer.", ["route"], buckets=BUCKETS)


def count(app: Flask) -> None:
    """Count every request of the application. After `logs.follow`, which takes the time."""

    @app.after_request
    def finish(response: Response) -> Response:
        # A method that nobody knows must not make a series of its own.
        method = request.method if request.url_rule else "other"
        REQUESTS.labels(method, route(), response.status_code).inc()
        SECONDS.labels(route()).observe(time.perf_counter() - g.began)
        return response


def blueprint(site: Site) -> Blueprint:
    """Return the route."""
    bp = Blueprint("metrics", __name__)

    @bp.get("/metrics")
    def metrics() -> Response:
        token = site.config.metrics_token
        if not token:
            abort(404)
        if not hmac.compare_digest((bearer(request) or "").encode(), token.encode()):
            return Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        registry = CollectorRegistry()
        if os.environ.get(FOLDER):
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        else:
            registry.register(REGISTRY)
        registry.register(Jobs(site))
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    return bp


class Jobs(Collector):
    """What waits in the outbox, as it is when somebody asks: the same for every process."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def collect(self) -> Iterator[Metric]:
        now = datetime.now(UTC)
        with self._site.database.transaction(writes=False) as db:
            due = db.scalar(select(func.count(Job.id)).where(Job.run_at <= now))
            given_up = db.scalar(select(func.count(Job.id)).where(Job.run_at.is_(None)))
        yield GaugeMetricFamily("qiao_jobs_due", "Jobs whose time has come.", due)
        yield GaugeMetricFamily("qiao_jobs_given_up", "Jobs that failed too often.", given_up)
