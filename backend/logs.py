"""The log: a JSON object a line on the standard error, each with the id of its request.

No personal data: a request is logged by its route and not its address, in which a ticket's code
may stand; no addresses of people, no bodies, no cookies.

`QIAO_LOG` says from which level on; at `info` there is a line for each request.
"""

from __future__ import annotations

import logging
import logging.config
import re
import secrets
import time
from typing import Any

import structlog
from flask import Flask, Response, g, request

# What a proxy calls the request, if that can be nothing else than an id.
FOREIGN = re.compile(r"[A-Za-z0-9._-]{8,64}")
# Of no interest, unless somebody looks for something.
QUIET = ("/assets/", "/healthz", "/readyz", "/metrics")

log = logging.getLogger("qiao.requests")

_BEFORE = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def settings(level: str) -> dict[str, Any]:
    """Return what `logging.config.dictConfig`, and gunicorn, take."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _BEFORE,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.CallsiteParameterAdder(
                        [structlog.processors.CallsiteParameter.PROCESS]
                    ),
                    structlog.processors.format_exc_info,
                    structlog.processors.JSONRenderer(ensure_ascii=False),
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            "qiao": {"level": level.upper()},
            "gunicorn.error": {"level": "WARNING", "handlers": [], "propagate": True},
            "gunicorn.access": {"level": "WARNING", "handlers": [], "propagate": True},
        },
    }


def configure(level: str) -> None:
    """Have everything that is logged in this process written so."""
    logging.config.dictConfig(settings(level))


def follow(app: Flask) -> None:
    """Give each request an id, the proxy's if it sends one, and log how it was answered."""

    @app.before_request
    def begin() -> None:
        sent = request.headers.get("X-Request-Id", "")
        g.request_id = sent if FOREIGN.fullmatch(sent) else secrets.token_hex(8)
        g.began = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.request_id
        level = logging.DEBUG if request.path.startswith(QUIET) else logging.INFO
        if log.isEnabledFor(level):
            log.log(
                level,
                "request",
                extra={
                    "method": request.method,
                    "route": route(),
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - g.began) * 1000, 1),
                },
            )
        return response


def route() -> str:
    """Return the route of the request: `/tickets/<code>`, without the code."""
    return request.url_rule.rule if request.url_rule else "none"
