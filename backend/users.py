"""Users: people known by a host, and guests who are known by their browser only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.models import IdempotencyKey, NativeCall, SignUp, User


def add_guest(db: Session, now: datetime) -> User:
    """Make an account for somebody who just signs up."""
    guest = User(host="guest", host_id=None, name="", guest=True, created_at=now)
    db.add(guest)
    db.flush()
    return guest


def find_or_add(db: Session, host: str, host_id: str, name: str, now: datetime) -> User:
    """Return the account of the person that `host` calls `host_id`."""
    user = db.scalar(select(User).where(User.host == host, User.host_id == host_id))
    if user is None:
        user = User(host=host, host_id=host_id, name=name, guest=False, created_at=now)
        db.add(user)
        db.flush()
    return user


def merge(db: Session, guest: User, user: User) -> None:
    """Give `user` what the same person did as a guest, and remove the guest's account."""
    held = set(db.scalars(select(SignUp.event_id).where(SignUp.holder_id == user.id)))
    for sign_up in db.scalars(select(SignUp).where(SignUp.user_id == guest.id)):
        # Who has signed up twice keeps both tickets; one of them is the one the event shows.
        if sign_up.event_id in held:
            sign_up.holder_id = None
        elif sign_up.holder_id is not None:
            sign_up.holder_id = user.id
        sign_up.user_id = user.id
    db.flush()
    for table in (NativeCall, IdempotencyKey):
        db.execute(update(table).where(table.user_id == guest.id).values(user_id=user.id))
    # The rest (sessions, unused login tickets) goes with the account.
    db.execute(delete(User).where(User.id == guest.id))
