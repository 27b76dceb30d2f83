"""Events: list, show, create, change, call off."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import false, select, update
from sqlalchemy.orm import Session, selectinload

from backend import (
    cursors,
    event_records,
    lookup,
    messages,
    paying,
    reminders,
    text_checks,
    ticket_kinds,
    waiting,
)
from backend.cursors import Order
from backend.db import rows_changed
from backend.event_forms import columns
from backend.implementations import asks, implements
from backend.models import Event, Helper, User
from backend.platforms.doors import Platforms
from contract import events
from contract.logins import LoginRequired

TO_COME: Order[Event] = Order(Event.starts_at, Event.id, lambda one: (one.starts_at, one.id))
OWN = replace(TO_COME, latest_first=True)
# Of these changes every guest is told.
TOLD = ("title", "starts_local", "ends_local", "zone", "place")


@implements(events.find)
def find(
    db: Session, user: User | None, now: datetime, form: events.EventQuery
) -> events.EventList:
    """List the events to come, or all that the caller organises or helps at."""
    # Owners come after them: joined to them, they tempt MariaDB to begin with the owners and sort.
    wanted, order = select(Event).options(selectinload(Event.owner)), OWN
    if form.mine == "no":
        # `past` leads to where what has not ended begins in the index; the end decides.
        wanted = wanted.where(Event.past == false(), Event.ends_at > now)
        order = TO_COME
    elif user is None or user.guest:
        raise LoginRequired
    elif form.mine == "helping":
        wanted = wanted.join(Helper).where(Helper.user_id == user.id)
    else:
        wanted = wanted.where(Event.owner_id == user.id)
    found, next = cursors.page(db, wanted, order, form.cursor)
    return events.EventList(items=event_records.all_written(db, found, user, now), next=next)


@implements(events.get)
def get(db: Session, user: User | None, now: datetime, id: int) -> events.Event:
    """Show one event."""
    return event_records.written(db, lookup.event(db, id), user, now)


@asks(events.create)
def ask_about_new(
    db: Session, platforms: Platforms, user: User, form: events.EventForm
) -> Callable[[], None] | None:
    """Anybody may read it: may it be published?"""
    return text_checks.question(db, platforms, user, _texts(form), text_checks.FORUM)


@implements(events.create)
def create(
    db: Session, platforms: Platforms, user: User, now: datetime, form: events.EventForm
) -> events.Event:
    """Publish an event."""
    ticket_kinds.refuse_prices(form.kinds, platforms)
    new, kinds = columns(form)
    event = Event(owner=user, taken=0, queued=0, created_at=now, **new)
    db.add(event)
    db.flush()
    ticket_kinds.save(db, event, kinds)
    reminders.order(db, event, now)
    return event_records.written(db, event, user, now)


@asks(events.update)
def ask_about_change(
    db: Session, platforms: Platforms, user: User, form: events.EventForm
) -> Callable[[], None] | None:
    """As for a new one."""
    return text_checks.question(db, platforms, user, _texts(form), text_checks.FORUM)


@implements(events.update)
def change(
    db: Session, platforms: Platforms, user: User, now: datetime, id: int, form: events.EventForm
) -> events.Event:
    """Change an event; its capacity never below the places already taken."""
    ticket_kinds.refuse_prices(form.kinds, platforms)
    new, kinds = columns(form)
    event = lookup.locked_event(db, id)
    if event.cancelled_at is not None:
        raise events.EventCancelled
    if form.capacity < event.taken:
        raise events.CapacityTooSmall(taken=event.taken)
    told = {name for name in TOLD if getattr(event, name) != new[name]}
    for name, value in new.items():
        setattr(event, name, value)
    event.past = event.ends_at <= now
    ticket_kinds.save(db, event, kinds)
    if told and event.ends_at > now:
        messages.tell_all(db, id, "changed", now, secrets.token_hex(8), **_facts(event))
    if "starts_local" in told or "zone" in told:
        reminders.order(db, event, now)
    waiting.serve(db, event, now)
    return event_records.written(db, event, user, now)


@implements(events.cancel)
def cancel(
    db: Session, user: User, now: datetime, id: int, form: events.CancelForm
) -> events.Event:
    """Call an event off; every guest is told."""
    event = lookup.locked_event(db, id)
    if event.cancelled_at is None:
        if event.ends_at <= now:
            raise events.EventOver
        event.cancelled_at = now
        event.cancel_reason = form.reason
        db.flush()
        messages.tell_all(db, id, "called_off", now, "called_off", reason=form.reason)
        paying.call_off(db, id, now)
    return event_records.written(db, event, user, now)


def note_past(db: Session, now: datetime) -> int:
    """Note which events have ended, a hundred at most; return how many."""
    ended = Event.past == false(), Event.ends_at <= now
    ids = select(Event.id).where(*ended).limit(100).with_for_update(skip_locked=True)
    found = db.scalars(ids).all()
    if found:
        rows_changed(db, update(Event).where(Event.id.in_(found)).values(past=True))
    return len(found)


def refuse_late(event: Event, now: datetime) -> None:
    """Raise `EventCancelled` or `EventOver`: nothing is decided about such an event any more."""
    if event.cancelled_at is not None:
        raise events.EventCancelled
    if event.ends_at <= now:
        raise events.EventOver


def _facts(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "starts_at": event.starts_local,
        "ends_at": event.ends_local,
        "place": event.place,
    }


def _texts(form: events.EventForm) -> Iterator[str]:
    """Yield all that an organiser has written about an event."""
    yield from (form.title, form.place, form.description or "")
    yield from (kind.name for kind in form.kinds)
    for question in form.questions or []:
        yield from (question.label, *(question.choices or []))
