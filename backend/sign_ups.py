"""Sign-ups: take places, or wait for some."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import guest_numbers, lookup, paying, places, text_checks, ticket_kinds, users, waiting
from backend.codes import Codes, show
from backend.db import lock
from backend.event_records import questions_of
from backend.implementations import asks, implements
from backend.models import Event, SignUp, TicketKind, User
from backend.platforms.doors import Platforms
from contract import events, sign_ups
from qiao.contract import Invalid, Problem, check_answers
from qiao.i18n import gettext as _
from qiao.i18n import ngettext
from rules.sign_ups import HOLDING, first_status


@asks(sign_ups.create)
def ask_about_texts(
    db: Session, platforms: Platforms, user: User | None, form: sign_ups.SignUpForm
) -> Callable[[], None] | None:
    """The organiser reads the name and the answers."""
    answers = [value for value in form.answers.values() if isinstance(value, str)]
    texts = [form.name, *answers]
    return text_checks.question(db, platforms, user, texts, text_checks.COMMENT)


@implements(sign_ups.create)
def create(
    db: Session,
    user: User,
    now: datetime,
    codes: Codes,
    platforms: Platforms,
    id: int,
    form: sign_ups.SignUpForm,
) -> sign_ups.SignUp:
    """Take places at the event, or ask for them."""
    event, kinds = ticket_kinds.with_event(db, id)
    # Whose account this request has made has signed up nowhere.
    if user.created_at != now:
        _refuse_second(db, user, id)
    _refuse_late(event, now)
    kind, answers = _checked(event, kinds, form, now)
    kind_id = None if kind is None else kind.id
    # Who can't pay would keep the place from others.
    if kind is not None and kind.price and not any(map(platforms.till, users.hosts_of(db, user))):
        raise sign_ups.PaidElsewhere
    sign_up = SignUp(
        event_id=id,
        kind_id=kind_id,
        kind=kind,
        user=user,
        holder_id=user.id,
        name=form.name,
        seats=form.seats,
        answers=answers,
        status="unpaid" if kind is not None and kind.price else "confirmed",
        # One of 2^40. Should it be taken already, the database says so, and all is tried once more.
        code=codes.issue(),
        created_at=now,
    )
    # The short way, and the one of almost everybody: no lock is asked for first.
    if event.approval or not places.take(db, id, kind_id, form.seats):
        _ask(lookup.locked_event(db, id), sign_up, db)
    db.add(sign_up)
    db.flush()
    guest_numbers.store(db, event, sign_up)
    if sign_up.status == "unpaid":
        paying.keep(db, sign_up, now)
    return sign_ups.SignUp(
        ticket=show(sign_up.code),
        status=sign_up.status,
        seats=form.seats,
        position=waiting.position(db, sign_up),
    )


def no_room(event: Event, kind: TicketKind | None) -> Problem:
    """Return what to say when a sign-up does not fit in."""
    left = ticket_kinds.left(event, kind)
    if left:
        return sign_ups.TooFewLeft(places_left=left)
    return sign_ups.KindFull() if ticket_kinds.left(event, None) else sign_ups.Full()


def _ask(event: Event, sign_up: SignUp, db: Session) -> None:
    """Have a sign-up wait, for approval or for its turn. Its event is locked."""
    kind = None
    if sign_up.kind_id is not None:
        kind = lock(db, TicketKind, sign_up.kind_id)
        if kind is None:  # removed since it was chosen
            raise Invalid({"kind": _("There is no such kind of ticket (any more).")})
    fits = sign_up.seats <= ticket_kinds.left(event, kind)
    status = first_status(
        event.approval, fits, event.waiting_list, costs=kind is not None and kind.price > 0
    )
    if not status:
        raise no_room(event, kind)
    sign_up.status = status
    if status == "waiting":
        waiting.join(event, sign_up)
    elif status in HOLDING:
        # Somebody has given theirs back since we tried.
        places.take(db, event.id, sign_up.kind_id, sign_up.seats)


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


def _checked(
    event: Event, kinds: list[TicketKind], form: sign_ups.SignUpForm, now: datetime
) -> tuple[TicketKind | None, dict[str, Any]]:
    """Return ticket kind and answers; raises `Invalid` for what this event's own rules forbid."""
    wrong: dict[str, str] = {}
    kind, problem_of_kind = ticket_kinds.chosen(kinds, event, form.kind, now)
    if problem_of_kind:
        wrong["kind"] = problem_of_kind
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
    return kind, answers
