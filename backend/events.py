"""Events: list, show, create, change."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend import lookup, zones
from backend.codes import show
from backend.db import rows_changed
from backend.dispatch import implements
from backend.models import Event, SignUp, User
from contract import events
from contract.logins import LoginRequired
from qiao.contract import Invalid
from qiao.i18n import gettext as _
from rules.capacity import event_state, places_left

# More than fit a page that anybody reads.
MOST = 500


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
    tickets = _tickets_of(db, user, [event.id for event in found])
    return events.EventList(
        items=[written(event, user, now, tickets.get(event.id)) for event in found]
    )


@implements(events.get)
def get(db: Session, user: User | None, now: datetime, id: int) -> events.Event:
    """Show one event."""
    event = lookup.event(db, id)
    return written(event, user, now, _tickets_of(db, user, [id]).get(id))


@implements(events.create)
def create(db: Session, user: User, now: datetime, form: events.EventForm) -> events.Event:
    """Publish an event."""
    event = Event(owner=user, taken=0, created_at=now, **_columns(form))
    db.add(event)
    db.flush()
    return written(event, user, now, None)


@implements(events.update)
def change(db: Session, user: User, now: datetime, id: int, form: events.EventForm) -> events.Event:
    """Change an event; its capacity never below the places already taken."""
    columns = _columns(form)
    # One conditional statement: a sign-up at the same moment can't slip in between.
    changed = rows_changed(
        db, update(Event).where(Event.id == id, Event.taken <= form.capacity).values(**columns)
    )
    event = lookup.event(db, id)
    db.refresh(event)
    if not changed:
        raise events.CapacityTooSmall(taken=event.taken)
    return written(event, user, now, _tickets_of(db, user, [id]).get(id))


def written(event: Event, user: User | None, now: datetime, ticket: str | None) -> events.Event:
    """Return the event as the contract has it, for `user`."""
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
        state=event_state(event.capacity, event.taken, event.ends_at <= now),
        mine=user is not None and user.id == event.owner_id,
        ticket=ticket,
    )


def questions_of(event: Event) -> list[events.Question]:
    """Return the event's own questions as the contract has them."""
    return [events.Question.read(question) for question in event.questions]


def _tickets_of(db: Session, user: User | None, ids: list[int]) -> dict[int, str]:
    """Return the caller's own ticket for each of these events, as it is shown."""
    if user is None or not ids:
        return {}
    rows = db.execute(
        select(SignUp.event_id, SignUp.code).where(
            SignUp.holder_id == user.id, SignUp.event_id.in_(ids)
        )
    )
    return {event_id: show(code) for event_id, code in rows}


def _columns(form: events.EventForm) -> dict[str, Any]:
    """Return what is stored of a form; raises `Invalid` for what only the server can tell."""
    wrong: dict[str, str] = {}
    starts_at = ends_at = None
    if not zones.is_zone(form.zone):
        wrong["zone"] = _("There is no time zone of this name.")
    else:
        starts_at = zones.moment(form.starts_at, form.zone)
        ends_at = zones.moment(form.ends_at, form.zone)
        skipped = _("The clock there never shows this time.")
        if starts_at is None:
            wrong["starts_at"] = skipped
        if ends_at is None:
            wrong["ends_at"] = skipped
        elif starts_at is not None and ends_at <= starts_at:
            wrong["ends_at"] = _("The end must be after the start.")
    questions = _questions(form.questions, wrong)
    if wrong:
        raise Invalid(wrong)
    return {
        "title": form.title,
        "starts_at": starts_at,
        "starts_local": form.starts_at,
        "ends_at": ends_at,
        "ends_local": form.ends_at,
        "zone": form.zone,
        "place": form.place,
        "description": form.description or "",
        "capacity": form.capacity,
        "most_seats": form.most_seats,
        "questions": questions,
    }


def _questions(forms: list[events.QuestionForm], wrong: dict[str, str]) -> list[dict[str, Any]]:
    """Return the questions as they are stored, each with an id that stays when others go."""
    questions: list[dict[str, Any]] = []
    seen: set[str] = set()
    for at, form in enumerate(forms):
        # Random, not counted: a number given again would find the answers to a removed question.
        id = form.id or f"q{secrets.token_hex(4)}"
        if id in seen:
            wrong[f"questions.{at}.id"] = _("Another question has this id.")
        elif not all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in id):
            wrong[f"questions.{at}.id"] = _("Use letters, digits, - and _ only.")
        seen.add(id)
        choosing = form.kind in ("choice", "choices")
        if choosing and not form.choices:
            wrong[f"questions.{at}.choices"] = _("Write at least one choice.")
        questions.append(
            {
                "id": id,
                "label": form.label,
                "kind": form.kind,
                "required": form.required,
                "choices": form.choices if choosing else [],
            }
        )
    return questions
