"""Sessions: who a browser is, from one visit to the next.

A session ends when it has not been used for a month, or after three months however much it is
used. The cookie holds a random token, the database its hash.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from backend.db import remove_some
from backend.models import LoginSession, User
from backend.secrets import new_token, token_hash

IDLE = timedelta(days=30)
LONGEST = timedelta(days=90)
# How exact `seen_at` is: without it, every read of a page would be a write.
TOUCH = timedelta(hours=1)

_START = insert(LoginSession)


def find(db: Session, token: str, now: datetime) -> LoginSession | None:
    """Return the session of a cookie, unless it has ended."""
    return db.scalar(
        select(LoginSession).where(
            LoginSession.token_hash == token_hash(token),
            LoginSession.expires_at > now,
            LoginSession.seen_at > now - IDLE,
        )
    )


def start(db: Session, user: User, now: datetime, device: str) -> str:
    """Begin a session for `user` and return its token.

    `device` is what `backend.devices` calls it.
    """
    token = new_token()
    row = {
        "token_hash": token_hash(token),
        "user_id": user.id,
        "created_at": now,
        "seen_at": now,
        "expires_at": now + LONGEST,
        "device": device,
    }
    db.connection().execute(_START, row)
    return token


def remove_old(db: Session, now: datetime) -> int:
    """Remove some of the sessions that have ended; return how many."""
    return remove_some(db, LoginSession, LoginSession.expires_at <= now)


def touch(db: Session, token: str, now: datetime) -> None:
    """Note that the session is in use."""
    db.execute(
        update(LoginSession).where(LoginSession.token_hash == token_hash(token)).values(seen_at=now)
    )


def end(db: Session, token: str) -> None:
    """End the session of a cookie."""
    db.execute(delete(LoginSession).where(LoginSession.token_hash == token_hash(token)))
