"""The queue of jobs between processes: Huey, in a SQLite file or in Redis.

It is only the way. What is to be done stands in the outbox, so a queue that is lost, or a worker
that dies with jobs in its hands, costs nothing but the time of a lease.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from huey import Huey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer

from backend import outbox, secrets
from backend.site import Site

# More than these wait in the outbox: a queue that is longer than a lease is done twice.
LONGEST = 100


class Queue:
    """Takes on what is due, for whoever works."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.huey = _huey(site)
        self._perform: Callable[[int], object] = self.huey.task()(self._do)

    def feed(self, now: datetime) -> int:
        """Hand what is due to the workers; return how many jobs those were."""
        room = LONGEST - self.huey.pending_count()
        # Looked at first by a reader, for whom nobody has to wait: mostly there is nothing to do.
        if room <= 0 or not self._site.database.run(
            lambda db: outbox.is_due(db, now), writes=False
        ):
            return 0
        found = self._site.database.run(
            lambda db: outbox.claim(db, now, room), writes=True, repeatable=True
        )
        for id in found:
            self._perform(id)
        return len(found)

    def _do(self, id: int) -> None:
        outbox.perform(self._site, id, datetime.now(UTC))


def _huey(site: Site) -> Huey:
    config = site.config
    # Tasks are pickled: who can write into the file, or into Redis, must not run code here.
    key = secrets.derive(secrets.secret_key(config), "job queue").hex()
    common = {"results": False, "serializer": SignedSerializer(secret=key)}
    if config.redis_url:
        # Several applications may share one Redis: each has a queue of its own.
        name = secrets.derive(secrets.secret_key(config), "name of the job queue").hex()[:16]
        return RedisHuey(f"qiao-{name}", url=config.redis_url, **common)
    return SqliteHuey("qiao", filename=str(config.data / "jobs.db"), **common)
