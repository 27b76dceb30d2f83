"""Where somebody is signed in: they see it, and can end it from wherever they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session, lazyload

from backend.db import rows_changed
from backend.implementations import implements
from backend.models import LoginSession, User
from backend.secrets import token_hash
from backend.sessions import IDLE
from backend.visitors import Visitor
from backend.zones import local_time
from contract import sessions

# As many as a person looks through; ending all others has no such limit.
MOST = 50
HOUR = timedelta(hours=1)


@implements(sessions.find)
def find(db: Session, user: User, visitor: Visitor, now: datetime) -> sessions.LoginSessions:
    """List where the caller is signed in, the latest first."""
    found = db.scalars(
        select(LoginSession)
        .where(
            LoginSession.user_id == user.id,
            LoginSession.expires_at > now,
            LoginSession.seen_at > now - IDLE,
        )
        .order_by(LoginSession.id.desc())
        .limit(MOST)
        .options(lazyload("*"))
    )
    current = token_hash(visitor.token or "")
    return sessions.LoginSessions(
        items=[_written(one, one.token_hash == current, now) for one in found]
    )


def _written(one: LoginSession, current: bool, now: datetime) -> sessions.LoginSession:
    app, _, system = (one.device or "other other").partition(" ")
    return sessions.LoginSession(
        id=one.id,
        app=app,
        system=system,
        began=local_time(one.created_at, "UTC"),
        seen=local_time(one.seen_at, "UTC"),
        began_hours=max(0, (now - one.created_at) // HOUR),
        seen_hours=max(0, (now - one.seen_at) // HOUR),
        current=current,
    )


@implements(sessions.end)
def end(
    db: Session, user: User, visitor: Visitor, now: datetime, id: int
) -> sessions.LoginSessions:
    """End one; the caller's own, too: that is how to sign out."""
    if not _end(db, user, LoginSession.id == id):
        raise sessions.SessionNotFound
    return find(db, user, visitor, now)


@implements(sessions.end_others)
def end_others(db: Session, user: User, visitor: Visitor, now: datetime) -> sessions.LoginSessions:
    """End all but the caller's own."""
    _end(db, user, LoginSession.token_hash != token_hash(visitor.token or ""))
    return find(db, user, visitor, now)


def _end(db: Session, user: User, which: ColumnElement[bool]) -> int:
    return rows_changed(db, delete(LoginSession).where(LoginSession.user_id == user.id, which))
