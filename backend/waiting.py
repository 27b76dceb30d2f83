"""The waiting list: free places are offered to who came first, for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend import lookup, messages, outbox, places
from backend.models import Event, SignUp
from backend.zones import local_time
from rules.waiting import offer_minutes, served

# So many at a time are looked at; who doesn't fit is not among them.
CHUNK = 100


def join(event: Event, sign_up: SignUp) -> None:
    """Put a sign-up at the end of the line. Its event is locked."""
    event.queued += 1
    sign_up.queue_number = event.queued
    sign_up.status = "waiting"


def position(db: Session, sign_up: SignUp) -> int | None:
    """Return whose turn it is: 1 is next; `None` for who does not wait."""
    if sign_up.status != "waiting" or sign_up.queue_number is None:
        return None
    before = db.scalar(
        select(func.count(SignUp.id)).where(
            SignUp.event_id == sign_up.event_id,
            SignUp.status == "waiting",
            SignUp.queue_number < sign_up.queue_number,
        )
    )
    return (before or 0) + 1


def lengths(db: Session, events: Sequence[Event]) -> dict[int, int]:
    """Return how many wait for each of these events, where anybody does."""
    ids = [event.id for event in events if event.queued]
    if not ids:
        return {}
    rows = db.execute(
        select(SignUp.event_id, func.count(SignUp.id))
        .where(SignUp.event_id.in_(ids), SignUp.status == "waiting")
        .group_by(SignUp.event_id)
    )
    return {row[0]: row[1] for row in rows}


def serve(db: Session, event: Event, now: datetime) -> None:
    """Offer what is free to those who wait. The event is locked.

    Whoever gives places back ends with this, in the same transaction: so whenever nobody is at
    an event, none of those who wait would fit in, and whoever comes new may take what is free.
    """
    minutes = offer_minutes(event.offer_hours, (event.starts_at - now) // timedelta(minutes=1))
    if not event.queued or not minutes or event.cancelled_at is not None:
        return
    db.flush()
    db.refresh(event)
    until = now + timedelta(minutes=minutes)
    while True:
        left = event.capacity - event.taken
        line = db.scalars(
            select(SignUp)
            .where(SignUp.event_id == event.id, SignUp.status == "waiting", SignUp.seats <= left)
            .order_by(SignUp.queue_number)
            .limit(CHUNK)
        ).all()
        chosen = {*served([(one.id, one.seats) for one in line], left)}
        if not chosen:
            return
        for sign_up in line:
            if sign_up.id in chosen:
                _offer(db, event, sign_up, until, now)
        db.flush()
        db.refresh(event)


def _offer(db: Session, event: Event, sign_up: SignUp, until: datetime, now: datetime) -> None:
    places.hold(db, sign_up, "offered")
    sign_up.offer_ends_at = until
    outbox.add(db, "end_offer", {"id": sign_up.id}, now, at=until)
    messages.tell(db, sign_up, "offered", now, until=local_time(until, event.zone))


@outbox.handles("end_offer")
def end_offer(db: Session, now: datetime, id: int) -> None:
    """Take back a place that was offered in vain, and offer it to the next."""
    found = db.get(SignUp, id)
    if found is None:
        return
    event = lookup.locked_event(db, found.event_id)
    db.refresh(found)
    ends = found.offer_ends_at
    if found.status != "offered" or ends is None or ends > now:
        return  # taken, given up, or never offered
    places.release(db, found, "expired")
    messages.tell(db, found, "expired", now)
    serve(db, event, now)
