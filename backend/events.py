"""Events: list, show, create, change, call off."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import lookup, messages, reminders, waiting
from backend.codes import show
from backend.dispatch import implements
from backend.event_forms import columns
from backend.models import Event, SignUp, User
from contract import events
from contract.logins import LoginRequired
from rules.capacity import event_state, places_left

# More than fit a page that anybody reads.
MOST = 500
# Of these changes every guest is told.
TOLD = ("title", "starts_local", "ends_local", "zone", "place")


@implements(events.find)
def find(
    db: Session, user: User | None, now: datetime, form: events.EventQuery
) -> events.EventList:
    """List the events to come, or all that the caller organises."""
    wanted = select(Event).order_by(Event.starts_at, Event.id).limit(MOST)
    if form.mine == "yes":
        if user is None or user.guest:
            raise LoginRequired
        found = db.scalars(wanted.where(Event.owner_id == user.id)).all()
    else:
        found = db.scalars(wanted.where(Event.ends_at > now)).all()
    return events.EventList(items=_all_written(db, found, user, now))


@implements(events.get)
def get(db: Session, user: User | None, now: datetime, id: int) -> events.Event:
    """Show one event."""
    return written(db, lookup.event(db, id), user, now)


@implements(events.create)
def create(db: Session, user: User, now: datetime, form: events.EventForm) -> events.Event:
    """Publish an event."""
    event = Event(owner=user, taken=0, queued=0, created_at=now, **columns(form))
    db.add(event)
    db.flush()
    reminders.order(db, event, now)
    return written(db, event, user, now)


@implements(events.update)
def change(db: Session, user: User, now: datetime, id: int, form: events.EventForm) -> events.Event:
    """Change an event; its capacity never below the places already taken."""
    new = columns(form)
    event = lookup.locked_event(db, id)
    if event.cancelled_at is not None:
        raise events.EventCancelled
    if form.capacity < event.taken:
        raise events.CapacityTooSmall(taken=event.taken)
    told = {name for name in TOLD if getattr(event, name) != new[name]}
    for name, value in new.items():
        setattr(event, name, value)
    db.flush()
    if told and event.ends_at > now:
        messages.tell_all(db, id, "changed", now, secrets.token_hex(8), **_facts(event))
    if "starts_local" in told or "zone" in told:
        reminders.order(db, event, now)
    waiting.serve(db, event, now)
    return written(db, event, user, now)


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
    return written(db, event, user, now)


def state_of(event: Event, now: datetime) -> str:
    """Return in which state an event is."""
    return event_state(
        event.capacity,
        event.taken,
        over=event.ends_at <= now,
        closed=event.closes_at is not None and event.closes_at <= now,
        cancelled=event.cancelled_at is not None,
    )


def written(db: Session, event: Event, user: User | None, now: datetime) -> events.Event:
    """Return one event as the contract has it, for `user`."""
    return _all_written(db, [event], user, now)[0]


def _all_written(
    db: Session, found: Sequence[Event], user: User | None, now: datetime
) -> list[events.Event]:
    tickets = _tickets_of(db, user, [event.id for event in found])
    lengths = waiting.lengths(db, found)
    return [
        _written(event, user, now, tickets.get(event.id), lengths.get(event.id, 0))
        for event in found
    ]


def _written(
    event: Event, user: User | None, now: datetime, ticket: SignUp | None, waiting: int
) -> events.Event:
    return events.Event(
        id=event.id,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        zone=event.zone,
        place=event.place,
        description=event.description or None,
        capacity=event.capacity,
        taken=event.taken,
        most_seats=event.most_seats,
        places_left=places_left(event.capacity, event.taken),
        questions=questions_of(event),
        organiser=event.owner.name,
        closes_at=event.closes_local,
        approval=event.approval,
        waiting_list=event.waiting_list,
        offer_hours=event.offer_hours,
        waiting=waiting,
        cancel_reason=event.cancel_reason,
        state=state_of(event, now),
        mine=user is not None and user.id == event.owner_id,
        ticket=None if ticket is None else show(ticket.code),
        ticket_status=None if ticket is None else ticket.status,
    )


def questions_of(event: Event) -> list[events.Question]:
    """Return the event's own questions as the contract has them."""
    return [events.Question.read(question) for question in event.questions]


def _tickets_of(db: Session, user: User | None, ids: list[int]) -> dict[int, SignUp]:
    """Return the caller's own sign-up for each of these events."""
    if user is None or not ids:
        return {}
    found = db.scalars(select(SignUp).where(SignUp.holder_id == user.id, SignUp.event_id.in_(ids)))
    return {sign_up.event_id: sign_up for sign_up in found}


def _facts(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "starts_at": event.starts_local,
        "ends_at": event.ends_local,
        "place": event.place,
    }
