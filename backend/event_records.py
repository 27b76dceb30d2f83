"""Events as the contract has them, for whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import ticket_kinds, waiting
from backend.codes import show
from backend.models import Event, Picture, SignUp, TicketKind, User
from backend.picture_files import addresses
from contract import events
from rules.capacity import event_state, kinds_left, places_left


def state_of(event: Event, kinds: list[TicketKind], now: datetime) -> str:
    """Return in which state an event with these ticket kinds is."""
    return event_state(
        left(event, kinds),
        over=event.ends_at <= now,
        closed=event.closes_at is not None and event.closes_at <= now,
        cancelled=event.cancelled_at is not None,
        kinds=tuple(ticket_kinds.state_of(event, kind, now) for kind in kinds),
    )


def left(event: Event, kinds: list[TicketKind]) -> int:
    """Return how many places are free at an event with these ticket kinds."""
    free = places_left(event.capacity, event.taken)
    return kinds_left([(kind.capacity, kind.taken) for kind in kinds], free) if kinds else free


def written(db: Session, event: Event, user: User | None, now: datetime) -> events.Event:
    """Return one event as the contract has it, for `user`."""
    return all_written(db, [event], user, now)[0]


def all_written(
    db: Session, found: Sequence[Event], user: User | None, now: datetime
) -> list[events.Event]:
    tickets = _tickets_of(db, user, [event.id for event in found])
    lengths = waiting.lengths(db, found)
    kinds = ticket_kinds.of_events(db, [event.id for event in found])
    pictures = _pictures_of(db, [event.id for event in found])
    return [
        _written(
            event,
            kinds[event.id],
            pictures.get(event.id),
            user,
            now,
            tickets.get(event.id),
            lengths.get(event.id, 0),
        )
        for event in found
    ]


def _written(
    event: Event,
    kinds: list[TicketKind],
    picture: Picture | None,
    user: User | None,
    now: datetime,
    ticket: SignUp | None,
    waiting: int,
) -> events.Event:
    mine = user is not None and user.id == event.owner_id
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
        places_left=left(event, kinds),
        kinds=[ticket_kinds.written(kind, event, now) for kind in kinds],
        questions=questions_of(event),
        picture=_picture(picture) if picture and (mine or picture.state == "shown") else None,
        organiser=event.owner.name,
        closes_at=event.closes_local,
        approval=event.approval,
        waiting_list=event.waiting_list,
        offer_hours=event.offer_hours,
        refunds=event.refunds,
        waiting=waiting,
        cancel_reason=event.cancel_reason,
        state=state_of(event, kinds, now),
        mine=mine,
        ticket=None if ticket is None else show(ticket.code),
        ticket_status=None if ticket is None else ticket.status,
    )


def _pictures_of(db: Session, ids: list[int]) -> dict[int, Picture]:
    if not ids:
        return {}
    found = db.scalars(select(Picture).where(Picture.event_id.in_(ids)))
    return {picture.event_id: picture for picture in found}


def _picture(picture: Picture) -> events.Picture:
    small, large = addresses(picture.hash, picture.width)
    return events.Picture(
        state=picture.state,
        address=large,
        small=small,
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
    )


def questions_of(event: Event) -> list[events.Question]:
    """Return the event's own questions as the contract has them."""
    return [events.Question.read(question) for question in event.questions]


def _tickets_of(db: Session, user: User | None, ids: list[int]) -> dict[int, SignUp]:
    """Return the caller's own sign-up for each of these events."""
    if user is None or not ids:
        return {}
    found = db.scalars(select(SignUp).where(SignUp.holder_id == user.id, SignUp.event_id.in_(ids)))
    return {sign_up.event_id: sign_up for sign_up in found}
