"""Reminders: the day before, whoever is coming hears of it once more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from backend import messages, outbox
from backend.models import Event

BEFORE = timedelta(hours=24)


def order(db: Session, event: Event, now: datetime) -> None:
    """Have the guests reminded. Who publishes an event on its eve needs no reminder."""
    at = event.starts_at - BEFORE
    if at > now:
        payload = {"event_id": event.id, "starts_at": event.starts_at.isoformat()}
        outbox.add(db, "remind", payload, now, at=at)


@outbox.handles("remind")
def remind(db: Session, now: datetime, event_id: int, starts_at: str) -> None:
    """Remind the guests, unless the event has moved since, or was called off."""
    event = db.get(Event, event_id)
    if event is None or event.cancelled_at or event.starts_at.isoformat() != starts_at:
        return
    if event.starts_at > now:
        key = f"reminder {starts_at}"
        messages.tell_all(db, event_id, "reminder", now, key, starts_at=event.starts_local)
