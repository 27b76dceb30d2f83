"""Login codes: somebody who is signed in on their phone signs in on a computer, too.

Twelve letters that people can type: 60 bits, good once and for five minutes. They are stored as
login tickets are, by their hash, and marked (`typed`) so that neither is taken for the other.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from backend import login_tickets
from backend.codes import meant, random_letters
from backend.db import rows_changed
from backend.models import LoginTicket, User

LASTS = timedelta(minutes=5)
LENGTH = 12


def issue(db: Session, user: User, now: datetime) -> str:
    """Return a new code for `user`, as it is stored; the ones before it are good no more."""
    mine = LoginTicket.user_id == user.id, LoginTicket.typed
    rows_changed(db, update(LoginTicket).where(*mine).values(used_at=now))
    code = random_letters(LENGTH)
    login_tickets.issue(db, user, code, now, LASTS, typed=True)
    return code


def redeem(db: Session, typed: str, now: datetime) -> User | None:
    """Return whose code it is, once. None for one that is used, late or made up."""
    return login_tickets.redeem(db, meant(typed), now, typed=True)
