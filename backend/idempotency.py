"""Idempotency keys: the same write sent twice has one effect and one answer.

The key is kept in the transaction of the write, so there is never one without the other. A
write that met a problem left nothing behind, so its key is free: trying again is a new try.

The answer is kept sealed: it may be a code that is shown once.

Almost every key is new, so nobody looks for it first. That it was used before shows when it is to
be stored, or when the write meets a problem, which its first time may be the reason for. All is
then undone and begun again, see `Used`, and only now the key is looked for. That holds for two at
once, too: the second waits for the first at what both write, and meets what the first has left.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session

from backend.db import remove_some
from backend.errors import BadKey, KeyReused
from backend.models import IdempotencyKey, User
from backend.seals import BrokenSeal, Seal
from backend.secrets import token_hash
from backend.visitors import Visitor

KEPT = timedelta(hours=24)
LONGEST = 100
# Without session and mark the key alone tells callers apart, so it must not be guessable.
SHORTEST_ALONE = 16

# Written once, and past the session's bookkeeping: every write waits for it.
_KEEP = insert(IdempotencyKey)


class Used(Exception):
    """Not a mistake: this write was done before, so it is to be undone, and begun again."""


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

    def is_used(self, db: Session) -> bool:
        """Tell whether anything was done under this key, however long ago."""
        # What this transaction has not written yet may be the very thing that is impossible.
        with db.no_autoflush:
            return db.scalar(select(IdempotencyKey.id).where(*self._mine())) is not None

    def find(self, db: Session, user: User | None, now: datetime) -> IdempotencyKey | None:
        """Return what was done under this key; raises `KeyReused` if that was something else."""
        found = db.scalar(select(IdempotencyKey).where(*self._mine()))
        if found is None:
            return None
        if found.created_at <= now - KEPT:
            # Gone at once, so that the key is free for `keep`.
            db.delete(found)
            db.flush()
            return None
        # One browser, two people one after the other: the first one's answer is not for the other.
        somebody_else = user is not None and found.user_id != user.id
        if somebody_else or found.body_hash != self.body_hash:
            raise KeyReused
        return found

    def keep(self, db: Session, answer: str, user: User | None, now: datetime) -> None:
        """Store the key with the sealed answer.

        Where the key is stored already the database undoes this transaction, and it is begun again:
        see `Database.run`.
        """
        row = {
            "owner": self.owner,
            "endpoint": self.endpoint,
            "key": self.key,
            "body_hash": self.body_hash,
            "user_id": None if user is None else user.id,
            "answer": answer,
            "created_at": now,
        }
        db.flush()
        db.connection().execute(_KEEP, row)

    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        return (
            IdempotencyKey.owner == self.owner,
            IdempotencyKey.endpoint == self.endpoint,
            IdempotencyKey.key == self.key,
        )


def answer_of(found: IdempotencyKey, seal: Seal) -> Any:
    """Return the answer that is kept; raises `KeyReused` once the secret key has been changed."""
    try:
        return seal.open(found.answer)
    except BrokenSeal:
        raise KeyReused from None


def remove_old(db: Session, now: datetime) -> int:
    """Remove some of the keys that are kept no longer; return how many."""
    return remove_some(db, IdempotencyKey, IdempotencyKey.created_at <= now - KEPT)


def _owner(visitor: Visitor, user: User | None) -> str:
    # The browser comes first: between the two taps of a guest an account may have appeared.
    if visitor.mark is not None:
        return f"browser:{token_hash(visitor.mark)}"
    return "nobody" if user is None else f"user:{user.id}"
