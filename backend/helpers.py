"""Helpers: invited by an organiser with a code, good once; they check guests in at one event.

What a helper may call, the contract says (`who="helper"`), and `backend.access` decides.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.orm import Session, joinedload

from backend import lookup
from backend.codes import meant, random_letters, show
from backend.config import Config
from backend.db import rows_changed
from backend.events import refuse_late
from backend.implementations import implements
from backend.models import Event, Helper, User
from backend.secrets import token_hash
from backend.zones import local_time
from contract import helpers

LASTS = timedelta(days=7)
# Eighty bits: an invitation may lie about for days.
LENGTH = 16


@implements(helpers.find)
def find(db: Session, now: datetime, id: int) -> helpers.HelperList:
    """List who may check in at an event, and who was invited to, the latest first."""
    zone = lookup.event(db, id).zone
    found = db.scalars(
        select(Helper)
        .where(Helper.event_id == id)
        .order_by(Helper.id.desc())
        .options(joinedload(Helper.user))
    )
    return helpers.HelperList(items=[_written(one, zone, now) for one in found])


@implements(helpers.create)
def create(
    db: Session, now: datetime, config: Config, id: int, form: helpers.HelperForm
) -> helpers.Invitation:
    """Invite somebody to check guests in, with a code that is good once."""
    # Locked: two invitations at once are counted one after the other.
    event = lookup.locked_event(db, id)
    refuse_late(event, now)
    # Who did not come in time makes room for others.
    late = Helper.event_id == id, Helper.user_id.is_(None), Helper.expires_at <= now
    rows_changed(db, delete(Helper).where(*late))
    count = db.scalar(select(func.count(Helper.id)).where(Helper.event_id == id)) or 0
    if count >= helpers.MOST:
        raise helpers.TooManyHelpers(most=helpers.MOST)
    code = random_letters(LENGTH)
    ends = min(now + LASTS, event.ends_at)
    db.add(
        Helper(
            event_id=id,
            name=form.name or "",
            code_hash=token_hash(code),
            expires_at=ends,
            created_at=now,
        )
    )
    return helpers.Invitation(
        code=show(code),
        address=f"{config.platforms.address or ''}/help?code={show(code)}",
        expires_at=local_time(ends, event.zone),
    )


@implements(helpers.end)
def end(db: Session, now: datetime, id: int, helper: int) -> helpers.HelperList:
    """Remove a helper, or take an invitation back."""
    if not rows_changed(db, delete(Helper).where(Helper.event_id == id, Helper.id == helper)):
        raise helpers.HelperNotFound
    return find(db, now, id)


@implements(helpers.get)
def get(db: Session, user: User, now: datetime, code: str) -> helpers.Helping:
    """Tell what an invitation is for."""
    event = _event_of(db, user, now, code)
    return _helping(event, joined=may_check_in(db, event, user))


@implements(helpers.accept)
def accept(db: Session, user: User, now: datetime, code: str) -> helpers.Helping:
    """Become a helper with an invitation."""
    event = _event_of(db, user, now, code)
    # Who may do it anyway leaves the invitation to whom it is meant for.
    if not may_check_in(db, event, user):
        # One conditional statement: of two with one code only one finds it unused.
        use = update(Helper).where(*_open(code, now)).values(user_id=user.id, joined_at=now)
        if not rows_changed(db, use):
            raise helpers.InvitationEnded
    return _helping(event, joined=True)


def may_check_in(db: Session, event: Event, user: User) -> bool:
    """Tell whether somebody runs an event, or helps at it."""
    return event.owner_id == user.id or lookup.helps(db, event, user)


def _event_of(db: Session, user: User, now: datetime, code: str) -> Event:
    """Return the event of an invitation that is open, or that `user` has accepted."""
    mine = (Helper.code_hash == _hash(code)) & (Helper.user_id == user.id)
    event = db.scalar(select(Event).join(Helper).where(or_(mine, and_(*_open(code, now)))))
    if event is None or event.cancelled_at is not None:
        raise helpers.InvitationEnded
    return event


def _open(code: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Helper.code_hash == _hash(code), Helper.user_id.is_(None), Helper.expires_at > now


def _hash(code: str) -> str:
    return token_hash(meant(code))


def _helping(event: Event, *, joined: bool) -> helpers.Helping:
    return helpers.Helping(
        event_id=event.id,
        title=event.title,
        starts_at=event.starts_local,
        ends_at=event.ends_local,
        zone=event.zone,
        place=event.place,
        organiser=event.owner.name,
        joined=joined,
    )


def _written(helper: Helper, zone: str, now: datetime) -> helpers.Helper:
    joined = helper.joined_at
    state = "helping" if joined else "invited" if helper.expires_at > now else "expired"
    return helpers.Helper(
        id=helper.id,
        name=helper.name or (helper.user.name if helper.user else ""),
        state=state,
        joined_at=None if joined is None else local_time(joined, zone),
        expires_at=local_time(helper.expires_at, zone),
    )
