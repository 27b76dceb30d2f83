"""Logins: a host's code becomes a one-time ticket, the ticket a session."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend import users
from backend.config import Config
from backend.db import rows_changed
from backend.dispatch import implements
from backend.models import LoginTicket, User
from backend.secrets import new_token, token_hash
from backend.visitors import Visitor
from contract import logins

TICKET_LASTS = timedelta(seconds=60)
LONGEST_NAME = 80


@implements(logins.create)
def create(db: Session, now: datetime, config: Config, form: logins.LoginForm) -> logins.Login:
    """Log in with what the host gave the shell."""
    if form.host != "preview" or not config.preview_login:
        raise logins.HostClosed(host=form.host)
    if len(form.code) > LONGEST_NAME:
        raise logins.LoginRefused
    user = users.find_or_add(db, "preview", form.code, form.code, now)
    return logins.Login(ticket=issue(db, user, now), expires_in=int(TICKET_LASTS.total_seconds()))


@implements(logins.me)
def me(user: User | None, config: Config) -> logins.Person:
    """Tell who is calling."""
    return logins.Person(
        name=user.name if user else "",
        signed_in=user is not None and not user.guest,
        preview=config.preview_login,
    )


def issue(db: Session, user: User, now: datetime) -> str:
    """Return a new ticket for `user`. Tickets that have ended are removed."""
    db.execute(delete(LoginTicket).where(LoginTicket.expires_at <= now))
    token = new_token()
    db.add(
        LoginTicket(
            token_hash=token_hash(token),
            user_id=user.id,
            expires_at=now + TICKET_LASTS,
            used_at=None,
        )
    )
    return token


def redeem(db: Session, visitor: Visitor, token: str, now: datetime) -> bool:
    """Log the visitor in with a ticket. A ticket that is used, late or made up changes nothing.

    What the visitor did as a guest goes with them.
    """
    visitor.begin()
    # One conditional statement: of two requests with one ticket only one finds it unused.
    ticket = LoginTicket.token_hash == token_hash(token)
    use = (
        update(LoginTicket)
        .where(ticket, LoginTicket.used_at.is_(None), LoginTicket.expires_at > now)
        .values(used_at=now)
    )
    if not rows_changed(db, use):
        return False
    user = db.scalars(select(User).join(LoginTicket).where(ticket)).one()
    before = visitor.user(db, now)
    visitor.log_in(db, user, now)
    if before is not None and before.guest and before.id != user.id:
        users.merge(db, before, user)
    return True
