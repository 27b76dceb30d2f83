"""Sign-ups: take places; list who has some."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from backend import lookup, places
from backend.codes import Codes, show
from backend.dispatch import implements
from backend.events import questions_of
from backend.models import Event, SignUp, User
from backend.zones import local_time
from contract import events, sign_ups
from qiao.contract import Invalid, Problem, check_answers
from qiao.i18n import ngettext
from rules.capacity import places_left
from rules.sign_ups import ACTIVE


@implements(sign_ups.create)
def create(
    db: Session, user: User, now: datetime, codes: Codes, id: int, form: sign_ups.SignUpForm
) -> sign_ups.SignUp:
    """Take places at the event."""
    event = lookup.event(db, id)
    refuse_second(db, user, id)
    if event.ends_at <= now:
        raise events.EventOver
    answers = _checked(event, form)
    if not places.take(db, id, form.seats):
        raise _no_room(db, id)
    sign_up = SignUp(
        event_id=id,
        user=user,
        holder_id=user.id,
        name=form.name,
        seats=form.seats,
        answers=answers,
        status="confirmed",
        code=unused_code(db, codes),
        created_at=now,
    )
    db.add(sign_up)
    return sign_ups.SignUp(ticket=show(sign_up.code), status=sign_up.status, seats=form.seats)


@implements(sign_ups.find)
def find(db: Session, id: int) -> sign_ups.GuestList:
    """List the guests of an event in the order in which they signed up."""
    event = lookup.event(db, id)
    found = db.scalars(
        select(SignUp)
        .where(SignUp.event_id == id, SignUp.status.in_(ACTIVE))
        .order_by(SignUp.created_at, SignUp.id)
        .options(joinedload(SignUp.check_in))
    ).all()
    return sign_ups.GuestList(
        items=[_guest(one, event.zone) for one in found],
        checked_in=sum(one.seats for one in found if one.check_in is not None),
    )


def refuse_second(db: Session, user: User, event_id: int) -> None:
    """Raise `AlreadySignedUp` for somebody who has a sign-up at the event."""
    mine = SignUp.holder_id == user.id, SignUp.event_id == event_id
    # Of two taps at once the second finds nothing here; the constraint undoes it, and tried once
    # more it comes here again.
    code = db.scalar(select(SignUp.code).where(*mine))
    if code is not None:
        raise sign_ups.AlreadySignedUp(ticket=show(code))


def _checked(event: Event, form: sign_ups.SignUpForm) -> dict[str, Any]:
    """Return the answers; raises `Invalid` for what only this event's own rules forbid."""
    wrong: dict[str, str] = {}
    answers: dict[str, Any] = {}
    if form.seats > event.most_seats:
        wrong["seats"] = ngettext(
            "One person may take {n} place here.",
            "One person may take up to {n} places here.",
            event.most_seats,
        )
    try:
        answers = check_answers(questions_of(event), form.answers)
    except Invalid as problem:
        wrong |= problem.fields
    if wrong:
        raise Invalid(wrong)
    return answers


def _no_room(db: Session, event_id: int) -> Problem:
    event = lookup.locked_event(db, event_id)
    left = places_left(event.capacity, event.taken)
    return sign_ups.TooFewLeft(places_left=left) if left else sign_ups.Full()


def unused_code(db: Session, codes: Codes) -> str:
    """Return a code that no ticket has: there are 2^40, so a second try is rare."""
    while True:
        code = codes.issue()
        if db.scalar(select(SignUp.id).where(SignUp.code == code)) is None:
            return code


def _guest(sign_up: SignUp, zone: str) -> sign_ups.Guest:
    came = sign_up.check_in
    return sign_ups.Guest(
        name=sign_up.name,
        seats=sign_up.seats,
        status=sign_up.status,
        answers=sign_up.answers,
        ticket=show(sign_up.code),
        signed_up_at=local_time(sign_up.created_at, zone),
        checked_in_at=None if came is None else local_time(came.created_at, zone),
    )
