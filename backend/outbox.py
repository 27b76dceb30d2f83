"""The outbox: what is to be done after a transaction, written by that transaction itself.

So no job is lost with the process that ordered it, and none is done for a write that was undone.
A job is done at least once: each must have one effect, however often it is done.

- A handler works in the transaction that removes its job. What it does to the database is done
  exactly once.
- An errand reaches out to others (a platform's server) and works in transactions of its own, so
  that nobody waits for a lock meanwhile. Its job is removed after it.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.db import lock, rows_changed
from backend.models import Job
from backend.site import Site

log = logging.getLogger("qiao")

Work = TypeVar("Work", bound=Callable[..., None])

# Whoever takes a job on has died if it is not done by then.
LEASE = timedelta(seconds=30)
# Ten seconds, twenty … an hour: a server that is away for a day is waited for.
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=1)
MOST_ATTEMPTS = 30

_handlers: dict[str, Callable[..., None]] = {}
_errands: dict[str, Callable[..., None]] = {}


def handles(kind: str) -> Callable[[Work], Work]:
    """Register what does jobs of a kind: `work(db, now, **payload)`, in a transaction."""
    return _registered(_handlers, kind)


def runs(kind: str) -> Callable[[Work], Work]:
    """Register an errand: `work(site, now, **payload)`, outside of any transaction."""
    return _registered(_errands, kind)


def add(
    db: Session,
    kind: str,
    payload: dict[str, Any],
    now: datetime,
    at: datetime | None = None,
    name: str = "",
) -> None:
    """Order a job, to be done at once or at a time. One with the `name` of another is left out."""
    if kind not in _handlers and kind not in _errands:
        raise TypeError(f"Nothing does jobs of the kind {kind!r}")
    if name and db.scalar(select(Job.id).where(Job.name == name)) is not None:
        return
    db.add(
        Job(
            kind=kind,
            name=name or None,
            payload=payload,
            run_at=at or now,
            attempts=0,
            error=None,
            created_at=now,
        )
    )


def is_due(db: Session, now: datetime) -> bool:
    """Tell whether there is anything to do."""
    return db.scalar(select(Job.id).where(Job.run_at <= now).limit(1)) is not None


def claim(db: Session, now: datetime, most: int = 50) -> list[int]:
    """Return jobs that are due, to be done by the caller and for a while by nobody else."""
    due = (
        select(Job.id)
        .where(Job.run_at <= now)
        .order_by(Job.run_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = list(db.scalars(due))
    if found:
        rows_changed(db, update(Job).where(Job.id.in_(found)).values(run_at=now + LEASE))
    return found


def perform(site: Site, id: int, now: datetime) -> bool:
    """Do a job, once; return whether it is done. One that fails is tried again later."""
    try:
        site.database.run(lambda db: _perform(site, db, id, now), writes=True, repeatable=True)
        return True
    except Exception as error:
        # Whatever it is: it must not keep the other jobs from being done.
        log.exception("job %s failed", id)
        name = type(error).__name__
        site.database.run(lambda db: _put_off(db, id, now, name), writes=True, repeatable=True)
        return False


def perform_due(site: Site, now: datetime) -> int:
    """Do all that is due, here and now; return how many were tried."""
    count = 0
    while found := site.database.run(lambda db: claim(db, now), writes=True, repeatable=True):
        for id in found:
            perform(site, id, now)
        count += len(found)
    return count


def _registered(kinds: dict[str, Callable[..., None]], kind: str) -> Callable[[Work], Work]:
    def register(work: Work) -> Work:
        if kind in _handlers or kind in _errands:
            raise TypeError(f"jobs of the kind {kind!r} are done twice")
        if next(iter(inspect.signature(work).parameters)) not in ("db", "site"):
            raise TypeError(f"{work.__qualname__} must take `db` or `site` first")
        kinds[kind] = work
        return work

    return register


def _perform(site: Site, db: Session, id: int, now: datetime) -> None:
    job = lock(db, Job, id)
    if job is None or job.run_at is None:
        return  # somebody else has done it meanwhile
    if job.kind in _handlers:
        _handlers[job.kind](db, now, **job.payload)
        db.delete(job)
        return
    work, payload = _errands[job.kind], job.payload
    # Nobody waits for a lock while others are talked to; the lease keeps this job ours.
    db.commit()
    work(site, now, **payload)
    if (done := lock(db, Job, id)) is not None:
        db.delete(done)


def _put_off(db: Session, id: int, now: datetime, error: str) -> None:
    job = lock(db, Job, id)
    if job is None:
        return
    job.attempts += 1
    job.error = error
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(job.attempts - 1, 20))
    job.run_at = now + pause if job.attempts < MOST_ATTEMPTS else None
