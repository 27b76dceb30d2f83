"""Sign-ups: take a place; list who has one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from backend.codes import Codes, show
from backend.db import rows_changed
from backend.dispatch import implements
from backend.events import get_or_fail, questions_of
from backend.models import Event, SignUp, User
from backend.zones import local_time
from contract import events, sign_ups
from qiao.contract import check_answers


@implements(sign_ups.create)
def create(
    db: Session, user: User, now: datetime, codes: Codes, id: int, form: sign_ups.SignUpForm
) -> sign_ups.SignUp:
    """Take a place at the event."""
    event = get_or_fail(db, id)
    if event.ends_at <= now:
        raise events.EventOver
    answers = check_answers(questions_of(event), form.answers)
    take_place(db, id)
    sign_up = SignUp(
        event_id=id,
        user=user,
        name=form.name,
        answers=answers,
        status="confirmed",
        code=unused_code(db, codes),
        created_at=now,
    )
    db.add(sign_up)
    return sign_ups.SignUp(ticket=show(sign_up.code), status=sign_up.status)


@implements(sign_ups.find)
def find(db: Session, id: int) -> sign_ups.GuestList:
    """List the guests of an event in the order in which they signed up."""
    event = get_or_fail(db, id)
    found = db.scalars(
        select(SignUp)
        .where(SignUp.event_id == id)
        .order_by(SignUp.created_at, SignUp.id)
        .options(joinedload(SignUp.check_in))
    ).all()
    return sign_ups.GuestList(
        items=[_guest(one, event.zone) for one in found],
        checked_in=sum(one.check_in is not None for one in found),
    )


def take_place(db: Session, event_id: int) -> None:
    """Count one more place as taken, or raise `Full`.

    One conditional statement, not read and then write: two phones can't take the last place.
    """
    one_more = (
        update(Event)
        .where(Event.id == event_id, Event.taken < Event.capacity)
        .values(taken=Event.taken + 1)
    )
    if not rows_changed(db, one_more):
        raise sign_ups.Full


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
        answers=sign_up.answers,
        ticket=show(sign_up.code),
        signed_up_at=local_time(sign_up.created_at, zone),
        checked_in_at=None if came is None else local_time(came.created_at, zone),
    )
