"""Login tickets: what signs one person in, once and for a while. See `LoginTicket`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.db import rows_changed
from backend.models import LoginTicket, User
from backend.secrets import token_hash


def issue(
    db: Session, user: User, token: str, now: datetime, lasts: timedelta, *, typed: bool
) -> None:
    """Let `token` sign `user` in. Tickets that have ended are removed."""
    db.execute(delete(LoginTicket).where(LoginTicket.expires_at <= now))
    db.add(
        LoginTicket(
            token_hash=token_hash(token),
            user_id=user.id,
            expires_at=now + lasts,
            used_at=None,
            typed=typed,
        )
    )


def redeem(db: Session, token: str, now: datetime, *, typed: bool) -> User | None:
    """Return whom `token` signs in, once; None for one that is used, late or made up."""
    ticket = (LoginTicket.token_hash == token_hash(token)) & LoginTicket.typed.is_(typed)
    free = LoginTicket.used_at.is_(None), LoginTicket.expires_at > now
    # One conditional statement: of two requests with one ticket only one finds it unused.
    if not rows_changed(db, update(LoginTicket).where(ticket, *free).values(used_at=now)):
        return None
    return db.scalars(select(User).join(LoginTicket).where(ticket)).one()
