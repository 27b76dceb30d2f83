"""The waiting list: free places are offered to who came first, for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from backend import lookup, messages, outbox, paying, places, ticket_kinds
from backend.models import Event, SignUp, TicketKind
from backend.zones import local_time
from rules.waiting import offer_minutes, served

# So many at a time are looked at; who doesn't fit is not among them.
CHUNK = 100


def join(event: Event, sign_up: SignUp) -> None:
    """Put a sign-up at the end of the line. Its event is locked."""
    event.queued += 1
    sign_up.queue_number = event.queued
    sign_up.status = "waiting"


def move_to_front(db: Session, sign_up: SignUp) -> None:
    """Have a sign-up that waits be the next. Its event is locked."""
    first = db.scalar(
        select(func.min(SignUp.queue_number)).where(
            SignUp.event_id == sign_up.event_id, SignUp.status == "waiting"
        )
    )
    if first is not None and sign_up.queue_number != first:
        sign_up.queue_number = first - 1
        db.flush()


def position(db: Session, sign_up: SignUp) -> int | None:
    """Return whose turn it is among those for the same ticket: 1 is next; `None`: doesn't wait."""
    if sign_up.status != "waiting" or sign_up.queue_number is None:
        return None
    before = db.scalar(
        select(func.count(SignUp.id)).where(
            SignUp.event_id == sign_up.event_id,
            SignUp.status == "waiting",
            SignUp.kind_id.is_not_distinct_from(sign_up.kind_id),
            SignUp.queue_number < sign_up.queue_number,
        )
    )
    return (before or 0) + 1


def positions(db: Session, event_id: int, found: Sequence[SignUp]) -> dict[int, int]:
    """Return whose turn it is of those of an event's sign-ups that wait, by their ids."""
    ids = [one.id for one in found if one.status == "waiting"]
    if not ids:
        return {}
    # Each kind of ticket has a line of its own.
    place = func.row_number().over(partition_by=SignUp.kind_id, order_by=SignUp.queue_number)
    line = (
        select(SignUp.id, place.label("place"))
        .where(SignUp.event_id == event_id, SignUp.status == "waiting")
        .subquery()
    )
    return {row[0]: row[1] for row in db.execute(select(line).where(line.c.id.in_(ids)))}


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
    minutes = minutes_of_offer(event, now)
    if not event.queued or not minutes or event.cancelled_at is not None:
        return
    db.flush()
    db.refresh(event)
    while True:
        left = event.capacity - event.taken
        kinds = ticket_kinds.of_event(db, event.id)
        line = db.scalars(
            select(SignUp)
            .where(SignUp.event_id == event.id, SignUp.status == "waiting", SignUp.seats <= left)
            .where(*(_fits(kind) for kind in kinds if kind.capacity is not None))
            .order_by(SignUp.queue_number)
            .limit(CHUNK)
        ).all()
        free: dict[int | None, int] = {
            kind.id: kind.capacity - kind.taken for kind in kinds if kind.capacity is not None
        }
        chosen = {*served([(one.id, one.seats, one.kind_id) for one in line], left, free)}
        if not chosen:
            return
        for sign_up in line:
            if sign_up.id in chosen:
                _offer(db, event, sign_up, minutes, now)
        db.flush()
        db.refresh(event)


def minutes_of_offer(event: Event, now: datetime) -> int:
    """Return how long an offer made now stands, 0 if it is too late for one."""
    return offer_minutes(event.offer_hours, (event.starts_at - now) // timedelta(minutes=1))


def _fits(kind: TicketKind) -> ColumnElement[bool]:
    """Return the condition that a sign-up, if it is for this kind, finds places of it."""
    left = (kind.capacity or 0) - kind.taken
    return or_(SignUp.kind_id.is_(None), SignUp.kind_id != kind.id, SignUp.seats <= left)


def _offer(db: Session, event: Event, sign_up: SignUp, minutes: int, now: datetime) -> None:
    costs = paying.price_of(sign_up) > 0
    places.hold(db, sign_up, "unpaid" if costs else "offered")
    until = paying.keep(db, sign_up, now, minutes)
    # Who was turned down and let in again may be offered a place for the second time.
    key = f"offered {until.isoformat()}"
    messages.tell(
        db, sign_up, "offered", now, key, until=local_time(until, event.zone), costs=costs
    )


@outbox.handles("end_offer")
def end_offer(db: Session, now: datetime, id: int) -> None:
    """Take back a place that was offered, or kept for a payment, in vain; offer it to the next."""
    found = db.get(SignUp, id)
    if found is None:
        return
    event = lookup.locked_event(db, found.event_id)
    db.refresh(found)
    ends = found.offer_ends_at
    if found.status not in ("offered", "unpaid") or ends is None or ends > now:
        return  # taken, given up, or never offered
    if event.cancelled_at is not None:
        return  # there is no place any more that could go to others
    told = "unpaid" if found.status == "unpaid" else "expired"
    paying.release(db, found, "expired", now)
    messages.tell(db, found, told, now)
    serve(db, event, now)
