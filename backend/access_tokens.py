"""Access tokens: made, listed and revoked by whose they are."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, lazyload

from backend import bearers
from backend.db import remove_some, rows_changed
from backend.implementations import implements
from backend.models import AccessToken, User
from backend.secrets import token_hash
from backend.zones import local_time
from contract import access_tokens

MOST = 20
# What has expired stays in the list for a while: whoever wonders why a script failed finds it.
SHOWN = timedelta(days=30)
ENDING = 4


@implements(access_tokens.find)
def find(db: Session, user: User, now: datetime) -> access_tokens.AccessTokens:
    """List the caller's access tokens, the latest first."""
    found = db.scalars(
        select(AccessToken)
        .where(AccessToken.user_id == user.id)
        .order_by(AccessToken.id.desc())
        .options(lazyload("*"))
    )
    return access_tokens.AccessTokens(items=[_written(one, now) for one in found])


@implements(access_tokens.create)
def create(
    db: Session, user: User, now: datetime, form: access_tokens.AccessTokenForm
) -> access_tokens.NewAccessToken:
    """Make an access token. The answer is the only place where it stands."""
    remove_some(db, AccessToken, AccessToken.expires_at <= now - SHOWN)
    mine = select(func.count(AccessToken.id)).where(AccessToken.user_id == user.id)
    if (db.scalar(mine) or 0) >= MOST:
        raise access_tokens.TooManyTokens(most=MOST)
    token = bearers.new_token()
    made = AccessToken(
        user_id=user.id,
        name=form.name,
        token_hash=token_hash(token),
        ending=token[-ENDING:],
        scope=form.scope,
        created_at=now,
        expires_at=now + timedelta(days=int(form.days)),
        used_at=None,
    )
    db.add(made)
    db.flush()
    return access_tokens.NewAccessToken(id=made.id, token=token)


@implements(access_tokens.revoke)
def revoke(db: Session, user: User, now: datetime, id: int) -> access_tokens.AccessTokens:
    """Revoke an access token: what still calls with it is refused from now on."""
    mine = AccessToken.user_id == user.id, AccessToken.id == id
    if not rows_changed(db, delete(AccessToken).where(*mine)):
        raise access_tokens.TokenNotFound
    return find(db, user, now)


def _written(token: AccessToken, now: datetime) -> access_tokens.AccessToken:
    return access_tokens.AccessToken(
        id=token.id,
        name=token.name,
        scope=token.scope,
        ending=token.ending,
        made=local_time(token.created_at, "UTC"),
        expires=local_time(token.expires_at, "UTC"),
        expired=token.expires_at <= now,
        used=None if token.used_at is None else local_time(token.used_at, "UTC"),
    )
