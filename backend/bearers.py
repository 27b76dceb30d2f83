"""Bearers: whose access token a script has sent. The database holds the hash of each."""

from __future__ import annotations

import secrets
import string
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.models import AccessToken
from backend.secrets import token_hash

# Recognisable to people, and to programs that look for secrets where none should be.
PREFIX = "qiao_"
# 238 bits. Letters and digits only: a double click takes all of it.
LENGTH = 40
LETTERS = string.ascii_letters + string.digits


def new_token() -> str:
    """Return a new access token."""
    return PREFIX + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def find(db: Session, token: str, now: datetime) -> AccessToken | None:
    """Return the row of an access token, unless it has expired."""
    return db.scalar(
        select(AccessToken).where(
            AccessToken.token_hash == token_hash(token), AccessToken.expires_at > now
        )
    )


def touch(db: Session, token: str, now: datetime) -> None:
    """Note that the token is in use."""
    mine = AccessToken.token_hash == token_hash(token)
    db.execute(update(AccessToken).where(mine).values(used_at=now))
