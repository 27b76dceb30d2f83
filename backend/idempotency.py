"""Idempotency keys: the same write sent twice has one effect and one answer.

The key is kept in the transaction of the write, so there is never one without the other. A
write that met a problem left nothing behind, so its key is free: trying again is a new try.

The key is stored before the write is done. So of two that come at once, the second waits there
for the first: had it gone on, it might find that the first has just taken the last place.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.db import remove_some
from backend.errors import BadKey, KeyReused
from backend.models import IdempotencyKey, User
from backend.secrets import token_hash
from backend.visitors import Visitor

KEPT = timedelta(hours=24)
LONGEST = 100
# Without session and mark the key alone tells callers apart, so it must not be guessable.
SHORTEST_ALONE = 16


class Attempt:
    """One keyed write: whose key it is, and for which request."""

    def __init__(
        self, endpoint: str, key: str, body: Any, visitor: Visitor, user: User | None
    ) -> None:
        alone = visitor.mark is None and user is None
        if not (SHORTEST_ALONE if alone else 1) <= len(key) <= LONGEST:
            raise BadKey
        if not (key.isascii() and key.isprintable()):
            raise BadKey
        self.endpoint = endpoint
        self.key = key
        self.owner = _owner(visitor, user)
        self.body_hash = hashlib.sha256(
            json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
        ).hexdigest()

    def find(self, db: Session, user: User | None, now: datetime) -> IdempotencyKey | None:
        """Return what was done under this key; raises `KeyReused` if that was something else."""
        found = db.scalar(
            select(IdempotencyKey).where(
                IdempotencyKey.owner == self.owner,
                IdempotencyKey.endpoint == self.endpoint,
                IdempotencyKey.key == self.key,
            )
        )
        if found is None:
            return None
        if found.created_at <= now - KEPT:
            # Gone at once, so that the key is free for `claim`.
            db.delete(found)
            db.flush()
            return None
        # One browser, two people one after the other: the first one's answer is not for the other.
        somebody_else = user is not None and found.user_id != user.id
        if somebody_else or found.body_hash != self.body_hash:
            raise KeyReused
        return found

    def claim(self, db: Session, now: datetime) -> IdempotencyKey:
        """Store the key, whose answer is yet to come.

        If somebody else is at the same write, this waits for them, and the database then undoes
        this transaction: begun again, it finds their answer. See `Database.run`.
        """
        claimed = IdempotencyKey(
            owner=self.owner,
            endpoint=self.endpoint,
            key=self.key,
            body_hash=self.body_hash,
            created_at=now,
        )
        db.add(claimed)
        db.flush()
        return claimed


def remove_old(db: Session, now: datetime) -> None:
    """Remove keys that are kept no longer."""
    remove_some(db, IdempotencyKey, IdempotencyKey.created_at <= now - KEPT)


def _owner(visitor: Visitor, user: User | None) -> str:
    # The browser comes first: between the two taps of a guest an account may have appeared.
    if visitor.mark is not None:
        return f"browser:{token_hash(visitor.mark)}"
    return "nobody" if user is None else f"user:{user.id}"
