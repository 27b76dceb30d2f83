"""Users: people known by a host, and guests who are known by their browser only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.db import UNSYNCHRONISED
from backend.models import (
    AccessToken,
    CheckIn,
    Event,
    Helper,
    IdempotencyKey,
    Identity,
    LoginSession,
    NativeCall,
    Order,
    SignUp,
    User,
)


def add_guest(db: Session, now: datetime) -> User:
    """Make an account for somebody who just signs up."""
    guest = User(name="", guest=True, created_at=now)
    db.add(guest)
    db.flush()
    return guest


def find(db: Session, host: str, host_id: str) -> User | None:
    """Return the account of the person that `host` calls `host_id`."""
    known = Identity.host == host, Identity.host_id == host_id
    return db.scalar(select(User).join(Identity).where(*known))


def find_or_add(db: Session, host: str, host_id: str, name: str, now: datetime) -> User:
    """Return the account of the person that `host` calls `host_id`; a new one if need be."""
    user = find(db, host, host_id)
    if user is None:
        user = User(name=name, guest=False, created_at=now)
        db.add(user)
        db.flush()
        db.add(Identity(user_id=user.id, host=host, host_id=host_id, created_at=now))
        # Of two first logins at once the second is told here, and begun again: see `Database.run`.
        db.flush()
    return user


def id_at(db: Session, user: User, host: str) -> str | None:
    """Return what `host` calls this person; None where it does not know them."""
    found = select(Identity.host_id).where(Identity.user_id == user.id, Identity.host == host)
    return db.scalar(found.order_by(Identity.id.desc()).limit(1))


def hosts_of(db: Session, user: User) -> list[str]:
    """Return the hosts that know this person, the first one first."""
    found = select(Identity.host).where(Identity.user_id == user.id).order_by(Identity.id)
    return list(dict.fromkeys(db.scalars(found)))


def merge(db: Session, guest: User, user: User) -> None:
    """Give `user` what the same person did under another account, and remove that account."""
    held = set(db.scalars(select(SignUp.event_id).where(SignUp.holder_id == user.id)))
    for sign_up in db.scalars(select(SignUp).where(SignUp.user_id == guest.id)):
        # Who has signed up twice keeps both tickets; one of them is the one the event shows.
        if sign_up.event_id in held:
            sign_up.holder_id = None
        elif sign_up.holder_id is not None:
            sign_up.holder_id = user.id
        sign_up.user_id = user.id
    db.flush()
    moved = NativeCall, IdempotencyKey, Identity, CheckIn, LoginSession, AccessToken, Order
    for table in moved:
        db.execute(update(table).where(table.user_id == guest.id).values(user_id=user.id))
    _merge_helpers(db, guest, user)
    db.execute(update(Event).where(Event.owner_id == guest.id).values(owner_id=user.id))
    # The rest (unused login tickets) goes with the account.
    db.execute(delete(User).where(User.id == guest.id))


def _merge_helpers(db: Session, guest: User, user: User) -> None:
    helps = select(Helper.event_id).where(Helper.user_id == user.id)
    events = db.scalars(helps).all()
    twice = Helper.user_id == guest.id, Helper.event_id.in_(events)
    db.execute(delete(Helper).where(*twice), execution_options=UNSYNCHRONISED)
    db.execute(update(Helper).where(Helper.user_id == guest.id).values(user_id=user.id))
