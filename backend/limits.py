"""Rate limits: how much one address, and one user, may ask for in a while.

An address is counted before anything is done, a user once it is known who that is: all their
sessions and access tokens count together, and nobody else's can count for them.

Counted in Redis where `REDIS_URL` names one, for all machines together; else in each process by
itself, so that two processes let twice as much through. Should Redis be away, each process counts.
"""

from __future__ import annotations

import time
from functools import cache

from flask import Flask, current_app, request
from flask_limiter import ApplicationLimit, Limiter, RateLimitExceeded
from limits import RateLimitItem, parse_many
from werkzeug.exceptions import HTTPException

from backend.config import Config
from backend.errors import TooManyRequests

# Files with a name for ever, and what looks after this server.
FREE = ("/assets/", "/pictures/", "/healthz", "/readyz", "/metrics")
LOGINS = "/api/logins"


def limit(app: Flask, config: Config) -> None:
    """Have the application refuse what is too much, with `TooManyRequests`."""
    if not config.limits:
        return
    Limiter(
        _address,
        app=app,
        # Both are looked at for every request; who is exempt says each by itself.
        application_limits=[
            ApplicationLimit(
                limit_provider=config.limit_address,
                key_function=_address,
                scope="address",
                exempt_when=_is_free,
            ),
            ApplicationLimit(
                limit_provider=config.limit_logins,
                key_function=_address,
                scope="logins",
                exempt_when=lambda: request.path != LOGINS,
            ),
        ],
        storage_uri=config.redis_url or "memory://",
        in_memory_fallback_enabled=bool(config.redis_url),
        key_prefix="qiao",
        # The oldest half of a window counts by what is left of it: no burst at its border.
        strategy="sliding-window-counter",
    )


def count(user_id: int) -> None:
    """Count a request for the user it comes from; raises `TooManyRequests`."""
    # There is none where nothing is limited.
    for limiter in current_app.extensions.get("limiter", ()):
        for limit in _parsed(current_app.extensions["qiao"].config.limit_user):
            # The address was counted before: if Redis is away, this has changed by now.
            counter, key = limiter.limiter, ("qiao", "user", str(user_id))
            if not counter.hit(limit, *key):
                raise _too_many(counter.get_window_stats(limit, *key).reset_time)


def problem_of(error: HTTPException) -> TooManyRequests | None:
    """Return what says that a limit was met, and how many seconds to wait."""
    if not isinstance(error, RateLimitExceeded):
        return None
    (limiter,) = current_app.extensions["limiter"]
    limit = limiter.current_limit
    return _too_many(limit.reset_at if limit else 0)


def _too_many(until: float) -> TooManyRequests:
    return TooManyRequests(retry_after=max(1, round(until - time.time())))


@cache
def _parsed(limits: str) -> list[RateLimitItem]:
    return parse_many(limits)


def _address() -> str:
    # Behind proxies the one that `QIAO_PROXIES` of them vouch for.
    return request.remote_addr or "unknown"


def _is_free() -> bool:
    return request.path.startswith(FREE)
