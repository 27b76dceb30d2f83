"""Logins: a host's code becomes a one-time ticket, the ticket a session."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from backend import login_codes, login_tickets, users
from backend.codes import show
from backend.config import Config
from backend.implementations import asks, implements
from backend.models import User
from backend.platforms.doors import Platforms, asked
from backend.platforms.identity import Identity, Refused
from backend.secrets import new_token
from backend.visitors import Visitor
from contract import logins

log = logging.getLogger("qiao")

TICKET_LASTS = timedelta(seconds=60)
LONGEST_NAME = 80


@asks(logins.create)
def ask_host(
    config: Config, platforms: Platforms, form: logins.LoginForm
) -> Callable[[], Identity] | None:
    """Whose code is it? The host's own server knows; in a preview the code is a name."""
    if form.host == "code":
        return None
    if form.host == "preview":
        if not config.preview_login:
            raise logins.HostClosed(host=form.host)
        return None
    voucher = platforms.voucher(form.host)
    if voucher is None:
        raise logins.HostClosed(host=form.host)

    def ask() -> Identity:
        try:
            return asked(lambda: voucher(form.code))
        except Refused as refused:
            log.warning("a login from %s was refused: %s", form.host, refused)
            raise logins.LoginRefused from refused

    return ask


@implements(logins.create)
def create(
    db: Session, now: datetime, form: logins.LoginForm, answered: Identity | None
) -> logins.Login:
    """Log in with what the host gave the shell."""
    if form.host == "code":
        known = login_codes.redeem(db, form.code, now)
        if known is None:
            raise logins.CodeRefused
        return _given(issue(db, known, now))
    name = ""
    if answered is None:
        if len(form.code) > LONGEST_NAME:
            raise logins.LoginRefused
        name, answered = form.code, Identity("preview", form.code)
    user = users.find_or_add(db, answered.host, answered.id, name, now)
    return _given(issue(db, user, now))


@implements(logins.create_code)
def create_code(db: Session, user: User, now: datetime, config: Config) -> logins.LoginCode:
    """Return a code with which the caller signs in on another device."""
    return logins.LoginCode(
        code=show(login_codes.issue(db, user, now)),
        address=f"{config.platforms.address or ''}/login/code",
        expires_in=int(login_codes.LASTS.total_seconds()),
    )


@implements(logins.join)
def join(
    db: Session, user: User, now: datetime, config: Config, form: logins.JoinForm
) -> logins.Person:
    """Make one account of the caller's and the one that the code is of, which stays."""
    known = login_codes.redeem(db, form.code, now)
    if known is None:
        raise logins.CodeRefused
    if known.id != user.id:
        users.merge(db, user, known)
    return me(known, config)


@implements(logins.me)
def me(user: User | None, config: Config) -> logins.Person:
    """Tell who is calling."""
    return logins.Person(
        name=user.name if user else "",
        signed_in=user is not None and not user.guest,
        preview=config.preview_login,
    )


def _given(ticket: str) -> logins.Login:
    return logins.Login(ticket=ticket, expires_in=int(TICKET_LASTS.total_seconds()))


def issue(db: Session, user: User, now: datetime) -> str:
    """Return a new ticket for `user`."""
    token = new_token()
    login_tickets.issue(db, user, token, now, TICKET_LASTS, typed=False)
    return token


def redeem(db: Session, visitor: Visitor, token: str, now: datetime) -> bool:
    """Log the visitor in with a ticket. A ticket that is used, late or made up changes nothing.

    What the visitor did as a guest goes with them.
    """
    visitor.begin()
    user = login_tickets.redeem(db, token, now, typed=False)
    if user is None:
        return False
    before = visitor.user(db, now)
    visitor.log_in(db, user, now)
    if before is not None and before.guest and before.id != user.id:
        users.merge(db, before, user)
    return True
