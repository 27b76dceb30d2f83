"""Forgetting: some days after an event what guests wrote about themselves is removed.

Who helped at its door is forgotten, too. What stays is what an organiser may still count: how many
signed up, and how many came.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from backend import guest_numbers, outbox
from backend.db import UNSYNCHRONISED, rows_changed
from backend.models import Event, Helper, Message, Order, SignUp, User
from backend.site import Site

# Sign-ups, and accounts, that are dealt with in one transaction.
CHUNK = 200


def order(site: Site, now: datetime) -> None:
    """Have old data removed. Several workers that think of it in the same hour are one."""
    jobs: dict[str, dict[str, Any]] = {"sweep": {}, "sweep_pictures": {}}
    if site.config.keep_days:
        jobs["forget"] = {"days": site.config.keep_days}

    def add(db: Session) -> None:
        for job, payload in jobs.items():
            outbox.add(db, job, payload, now, name=f"{job} {now:%Y-%m-%dT%H}")

    site.database.run(add, writes=True, repeatable=True)


@outbox.handles("forget")
def forget(db: Session, now: datetime, days: int) -> None:
    """Remove the personal data of events that ended so many days ago; a part of it at a time."""
    if forget_some(db, now - timedelta(days=days)):
        outbox.add(db, "forget", {"days": days}, now)


def forget_some(db: Session, before: datetime) -> bool:
    """Remove a part of the personal data of events that ended before; return whether any was."""
    old = db.scalars(
        select(SignUp.id)
        .join(Event)
        .where(Event.ends_at < before, SignUp.user_id.is_not(None))
        .order_by(SignUp.id)
        .limit(CHUNK)
    ).all()
    if not old:
        ended = select(Event.id).where(Event.ends_at < before)
        rows_changed(db, delete(Helper).where(Helper.event_id.in_(ended)))
        return _forget_guests(db, before)
    users = db.scalars(select(SignUp.user_id).where(SignUp.id.in_(old))).all()
    db.execute(delete(Message).where(Message.sign_up_id.in_(old)), execution_options=UNSYNCHRONISED)
    guest_numbers.forget(db, list(old))
    empty: dict[str, Any] = {
        "name": "",
        "answers": {},
        "reason": None,
        "user_id": None,
        "holder_id": None,
    }
    rows_changed(db, update(SignUp).where(SignUp.id.in_(old)).values(**empty))
    # What was paid for, how much and under which number of the platform: that stays, for the books.
    rows_changed(db, update(Order).where(Order.sign_up_id.in_(old)).values(user_id=None))
    _remove(db, [id for id in users if id is not None])
    return True


def _forget_guests(db: Session, before: datetime) -> bool:
    """Remove accounts of guests that nothing is left of: made for a sign-up, and long ago."""
    has_sign_up = exists().where(SignUp.user_id == User.id)
    found = db.scalars(
        select(User.id)
        .where(User.guest, User.created_at < before, ~has_sign_up)
        .order_by(User.id)
        .limit(CHUNK)
    ).all()
    _remove(db, list(found))
    return bool(found)


def _remove(db: Session, ids: list[int]) -> None:
    """Remove those of the accounts that are guests' and have no sign-up left."""
    left = select(SignUp.user_id).where(SignUp.user_id.in_(ids)).distinct()
    kept = {*db.scalars(left)}
    gone = [id for id in ids if id not in kept]
    if gone:
        # Their sessions and login tickets go along.
        statement = delete(User).where(User.id.in_(gone), User.guest)
        db.execute(statement, execution_options=UNSYNCHRONISED)
