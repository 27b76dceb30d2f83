"""Sign-ups: take places, or wait for some."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import lookup, places, waiting
from backend.codes import Codes, show
from backend.dispatch import implements
from backend.events import questions_of
from backend.models import Event, SignUp, User
from contract import events, sign_ups
from qiao.contract import Invalid, Problem, check_answers
from qiao.i18n import ngettext
from rules.capacity import places_left
from rules.sign_ups import first_status


@implements(sign_ups.create)
def create(
    db: Session, user: User, now: datetime, codes: Codes, id: int, form: sign_ups.SignUpForm
) -> sign_ups.SignUp:
    """Take places at the event, or ask for them."""
    event = lookup.event(db, id)
    _refuse_second(db, user, id)
    _refuse_late(event, now)
    answers = _checked(event, form)
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
    # The short way, and the one of almost everybody: one statement, and the places are taken.
    if event.approval or not places.take(db, id, form.seats):
        _ask(lookup.locked_event(db, id), sign_up, db)
    db.add(sign_up)
    db.flush()
    return sign_ups.SignUp(
        ticket=show(sign_up.code),
        status=sign_up.status,
        seats=form.seats,
        position=waiting.position(db, sign_up),
    )


def unused_code(db: Session, codes: Codes) -> str:
    """Return a code that no ticket has: there are 2^40, so a second try is rare."""
    while True:
        code = codes.issue()
        if db.scalar(select(SignUp.id).where(SignUp.code == code)) is None:
            return code


def no_room(event: Event) -> Problem:
    """Return what to say when a sign-up does not fit in."""
    left = places_left(event.capacity, event.taken)
    return sign_ups.TooFewLeft(places_left=left) if left else sign_ups.Full()


def _ask(event: Event, sign_up: SignUp, db: Session) -> None:
    """Have a sign-up wait, for approval or for its turn. Its event is locked."""
    left = places_left(event.capacity, event.taken)
    fits = sign_up.seats <= left
    status = first_status(event.approval, fits, event.waiting_list)
    if not status:
        raise no_room(event)
    sign_up.status = status
    if status == "waiting":
        waiting.join(event, sign_up)
    elif status == "confirmed":
        # Somebody has given theirs back since we tried.
        places.take(db, event.id, sign_up.seats)


def _refuse_second(db: Session, user: User, event_id: int) -> None:
    """Raise `AlreadySignedUp` for somebody who has a sign-up at the event."""
    mine = SignUp.holder_id == user.id, SignUp.event_id == event_id
    # Of two taps at once the second finds nothing here; the constraint undoes it, and tried once
    # more it comes here again.
    code = db.scalar(select(SignUp.code).where(*mine))
    if code is not None:
        raise sign_ups.AlreadySignedUp(ticket=show(code))


def _refuse_late(event: Event, now: datetime) -> None:
    if event.cancelled_at is not None:
        raise events.EventCancelled
    if event.ends_at <= now:
        raise events.EventOver
    if event.closes_at is not None and event.closes_at <= now:
        raise events.SignUpClosed


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
