"""The demo: a new database with events as people would really hold them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import guest_numbers, users, zones
from backend.codes import Codes
from backend.demo_events import EVENTS, GUESTS, WORDS, DemoEvent
from backend.demo_people import HOSTS, id_at
from backend.models import CheckIn, Event, Identity, SignUp, TicketKind, User


def fill(db: Session, codes: Codes, now: datetime | None = None) -> bool:
    """Fill an empty database; leave one that holds anything as it is, and return `False`.

    The organisers can be reached by their names, from a browser as from the emulated platforms.
    """
    if db.scalar(select(User.id).limit(1)) is not None:
        return False
    now = now or datetime.now(UTC)
    # The same guests and answers each time: pictures and tests of the demo stay comparable.
    chance = random.Random(2024)
    for demo in EVENTS:
        organiser = _organiser(db, demo.organiser, now)
        event = _event(demo, organiser, now)
        db.add(event)
        db.flush()
        kinds = [_kind(event, at, *kind) for at, kind in enumerate(demo.kinds)]
        db.add_all(kinds)
        for name in chance.sample(GUESTS, demo.taken):
            when = now - timedelta(hours=chance.uniform(1, 200) + max(0, -demo.days) * 24)
            sign_up = _sign_up(event, users.add_guest(db, when), name, codes.issue(), when, chance)
            sign_up.kind = kinds[0] if kinds else None
            db.add(sign_up)
            db.flush()
            guest_numbers.store(db, event, sign_up)
            if event.ends_at < now and chance.random() < 0.8:
                came = event.starts_at + timedelta(minutes=chance.randint(-20, 10))
                db.add(CheckIn(sign_up=sign_up, user_id=organiser.id, created_at=came))
                event.checked_in += sign_up.seats
    return True


def _organiser(db: Session, name: str, now: datetime) -> User:
    found = users.find_or_add(db, "preview", name, name, now)
    if users.hosts_of(db, found) == ["preview"]:
        for host in HOSTS:
            identity = Identity(
                user_id=found.id, host=host, host_id=id_at(host, name), created_at=now
            )
            db.add(identity)
        db.flush()
    return found


def _event(demo: DemoEvent, organiser: User, now: datetime) -> Event:
    day = (now.astimezone(ZoneInfo(demo.zone)) + timedelta(days=demo.days)).date()
    starts_local, ends_local = f"{day}T{demo.starts}", f"{day}T{demo.ends}"
    starts_at = zones.moment(starts_local, demo.zone)
    ends_at = zones.moment(ends_local, demo.zone)
    if starts_at is None or ends_at is None:
        raise ValueError(f"{demo.title}: no clock in {demo.zone} shows {demo.starts} on {day}")
    return Event(
        owner=organiser,
        title=demo.title,
        starts_at=starts_at,
        starts_local=starts_local,
        ends_at=ends_at,
        ends_local=ends_local,
        zone=demo.zone,
        place=demo.place,
        description=demo.description,
        capacity=demo.capacity,
        taken=demo.taken,
        most_seats=1,
        approval=False,
        waiting_list=False,
        offer_hours=24,
        refunds="start",
        queued=0,
        questions=list(demo.questions),
        created_at=now - timedelta(days=20),
    )


def _kind(event: Event, at: int, name: str, price: int, capacity: int | None) -> TicketKind:
    return TicketKind(
        event_id=event.id,
        position=at,
        name=name,
        price=price,
        capacity=capacity,
        taken=0 if at else event.taken,
    )


def _sign_up(
    event: Event, guest: User, name: str, code: str, when: datetime, chance: random.Random
) -> SignUp:
    return SignUp(
        event=event,
        user=guest,
        holder_id=guest.id,
        name=name,
        seats=1,
        answers=_answers(event, name, chance),
        status="confirmed",
        code=code,
        created_at=when,
    )


def _answers(event: Event, name: str, chance: random.Random) -> dict[str, Any]:
    language = "en" if name.isascii() else "zh"
    answers: dict[str, Any] = {}
    for question in event.questions:
        if not question["required"] and chance.random() < 0.4:
            continue
        match question["kind"]:
            case "choice":
                answers[question["id"]] = chance.choice(question["choices"])
            case "choices":
                picked = chance.sample(question["choices"], chance.randint(1, 2))
                answers[question["id"]] = [one for one in question["choices"] if one in picked]
            case "number":
                answers[question["id"]] = chance.randint(5, 11)
            case "phone":
                # Numbers that are reserved for fiction, or belong to nobody.
                answers[question["id"]] = f"000 5550 {chance.randint(1000, 9999)}"
            case _:
                answers[question["id"]] = chance.choice(WORDS[language])
    return answers
