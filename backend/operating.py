"""Operating: what whoever runs a server may do beside the app. `build.py admin` is its door.

Nobody is checked here: who has the data folder, or the database, has everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from backend import cursors, event_records, forgetting, guest_file, pictures, users
from backend.codes import show
from backend.db import Database, rows_changed
from backend.guests import SIGNED_UP
from backend.models import AccessToken, Event, LoginSession, SignUp, User
from backend.site import Site

CHUNK = 500
Json = dict[str, Any]


class NotThere(Exception):
    """What was named does not exist; the text says so to an operator."""


def person(db: Session, host: str, host_id: str) -> Json:
    """Tell what is known of the person that a host calls so; raises `NotThere`."""
    user = _user(db, host, host_id)
    owned = select(Event).where(Event.owner_id == user.id).order_by(Event.id)

    def count(table: type[LoginSession] | type[AccessToken]) -> int:
        found = select(func.count(table.id)).where(table.user_id == user.id)
        return db.scalar(found) or 0

    return {
        "account": user.id,
        "name": user.name,
        "since": user.created_at.isoformat(timespec="seconds"),
        "hosts": users.hosts_of(db, user),
        "sessions": count(LoginSession),
        "access_tokens": count(AccessToken),
        "events": [{"id": event.id, "title": event.title} for event in db.scalars(owned)],
    }


def end_sessions(db: Session, host: str, host_id: str) -> int:
    """Sign a person out everywhere, scripts as well; return how many sessions and tokens ended."""
    user = _user(db, host, host_id)
    return sum(
        rows_changed(db, delete(table).where(table.user_id == user.id))
        for table in (LoginSession, AccessToken)
    )


def give(db: Session, id: int, host: str, host_id: str, now: datetime) -> str:
    """Make a person the organiser of an event, and return its title.

    Who has never been here gets an account, which is theirs at their first login.
    """
    event = _event(db, id)
    event.owner = users.find_or_add(db, host, host_id, host_id if host == "preview" else "", now)
    return event.title


def remove_picture(site: Site, id: int) -> None:
    """Take an event's picture away, and its files at once."""

    def work(db: Session) -> str | None:
        return pictures.take_away(db, _event(db, id))

    hash = site.database.run(work, writes=True, repeatable=True)
    if hash is None:
        raise NotThere(f"Event {id} has no picture.")
    pictures.drop(site, pictures.files_of(site), hash)


def export_csv(database: Database, id: int) -> Iterator[str]:
    """Yield the parts of the file of guests, as organisers get it."""

    def read(work: Callable[[Session], Any]) -> Any:
        return database.run(work, writes=False)

    def begin(db: Session) -> Any:
        _event(db, id)
        return guest_file.export(db, id)

    return iter(read(begin).pieces(read))


def export_json(database: Database, id: int, now: datetime) -> Json:
    """Return an event and all its sign-ups, times in UTC."""

    def event(db: Session) -> Json:
        found = event_records.written(db, _event(db, id), None, now).write()
        # What these say is about the caller, and there is none.
        return {name: found[name] for name in found if not name.startswith(("mine", "ticket"))}

    answer: Json = {"event": database.run(event, writes=False), "sign_ups": []}
    cursor: str | None = ""
    while cursor is not None:
        part, cursor = database.run(partial(_sign_ups, id=id, cursor=cursor), writes=False)
        answer["sign_ups"] += part
    return answer


def purge(site: Site, now: datetime, days: int) -> None:
    """Forget the guests of events that ended so many days ago, and pictures that nothing shows."""
    before = now - timedelta(days=days)
    while site.database.run(
        lambda db: forgetting.forget_some(db, before), writes=True, repeatable=True
    ):
        pass
    pictures.sweep(site, now)


def _sign_ups(db: Session, *, id: int, cursor: str) -> tuple[list[Json], str | None]:
    wanted = (
        select(SignUp)
        .where(SignUp.event_id == id)
        .options(joinedload(SignUp.check_in), joinedload(SignUp.kind))
    )
    found, next = cursors.page(db, wanted, SIGNED_UP, cursor, size=CHUNK)
    return [_written(sign_up) for sign_up in found], next


def _written(sign_up: SignUp) -> Json:
    came = sign_up.check_in
    return {
        "ticket": show(sign_up.code),
        "name": sign_up.name,
        "seats": sign_up.seats,
        "status": sign_up.status,
        "kind": sign_up.kind.name if sign_up.kind else None,
        "answers": sign_up.answers,
        "reason": sign_up.reason,
        "signed_up_at": sign_up.created_at.isoformat(timespec="seconds"),
        "checked_in_at": came.created_at.isoformat(timespec="seconds") if came else None,
    }


def _user(db: Session, host: str, host_id: str) -> User:
    user = users.find(db, host, host_id)
    if user is None:
        raise NotThere(f"{host} has nobody here whom it calls {host_id!r}.")
    return user


def _event(db: Session, id: int) -> Event:
    event = db.get(Event, id)
    if event is None:
        raise NotThere(f"There is no event {id}.")
    return event
