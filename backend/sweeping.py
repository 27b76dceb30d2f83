"""Sweeping: once an hour what nobody asks for any more is removed, or noted as past.

Not in passing, by those who write: a guest who signs up should wait for nothing but a place.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend import events, idempotency, outbox, sessions


@outbox.handles("sweep")
def sweep(db: Session, now: datetime) -> None:
    """Remove ended sessions and old keys, and note ended events, a part at a time."""
    done = [
        sessions.remove_old(db, now),
        idempotency.remove_old(db, now),
        events.note_past(db, now),
    ]
    if any(done):
        outbox.add(db, "sweep", {}, now)
