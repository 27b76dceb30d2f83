"""Events, and what belongs to one: ticket kinds, a picture, helpers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.models.base import HASH, Base
from backend.models.users import User


class Event(Base):
    """Something that people sign up for."""

    __tablename__ = "events"
    __table_args__ = (
        # The list of events to come, in its order; an organiser's own list; what has ended.
        Index(None, "past", "starts_at"),
        Index(None, "owner_id", "starts_at"),
        Index(None, "ends_at"),
        # The last guard against overselling, should a rule above it ever be wrong.
        CheckConstraint("taken >= 0 AND taken <= capacity", name="taken"),
        # An address that was shared must never lead to another event.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str] = mapped_column(String(200))
    # The moment, to compare; and what the organiser's clock shows then, to display. The second
    # stays what was typed even if the zone's rules change before the day.
    starts_at: Mapped[datetime]
    starts_local: Mapped[str] = mapped_column(String(16))
    ends_at: Mapped[datetime]
    ends_local: Mapped[str] = mapped_column(String(16))
    zone: Mapped[str] = mapped_column(String(64))
    place: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    capacity: Mapped[int]
    taken: Mapped[int]
    # People who have come in; counting the check-ins takes too long for a queue at a door.
    checked_in: Mapped[int] = mapped_column(default=0)
    # As many as one sign-up may take.
    most_seats: Mapped[int]
    # Null: as long as the event has not ended.
    closes_at: Mapped[datetime | None]
    closes_local: Mapped[str | None] = mapped_column(String(16))
    approval: Mapped[bool]
    waiting_list: Mapped[bool]
    offer_hours: Mapped[int]
    # Until when who gives up a place is paid back, see `rules.paying`.
    refunds: Mapped[str] = mapped_column(String(10))
    # How many have ever joined the waiting list: each gets the next number.
    queued: Mapped[int]
    # Noted some time after the end, see `backend.events.note_past`: true only if it has ended.
    past: Mapped[bool] = mapped_column(default=False)
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None] = mapped_column(String(500))
    questions: Mapped[list[dict[str, Any]]]
    created_at: Mapped[datetime]

    owner: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class TicketKind(Base):
    """One of the tickets of an event that has several, with places of its own or the event's."""

    __tablename__ = "ticket_kinds"
    __table_args__ = (
        Index(None, "event_id", "position"),
        # True where the capacity is null, too: null is never false.
        CheckConstraint("taken >= 0 AND taken <= capacity", name="taken"),
        # A form that was open for long must never change another kind.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    # Null: as many as the event has.
    capacity: Mapped[int | None]
    taken: Mapped[int]
    # Of one place, in fen.
    price: Mapped[int]
    opens_at: Mapped[datetime | None]
    opens_local: Mapped[str | None] = mapped_column(String(16))
    closes_at: Mapped[datetime | None]
    closes_local: Mapped[str | None] = mapped_column(String(16))


class Picture(Base):
    """The picture of an event. Its files: see `backend.picture_files`."""

    __tablename__ = "pictures"
    __table_args__ = (
        Index(None, "hash"),
        Index(None, "trace_id"),
        # A check that was ordered for one must not meet another.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), unique=True)
    hash: Mapped[str] = mapped_column(HASH)
    # Of the larger file, in pixels.
    width: Mapped[int]
    height: Mapped[int]
    alt: Mapped[str] = mapped_column(String(200))
    # "pending" (WeChat looks at it), "shown" or "refused".
    state: Mapped[str] = mapped_column(String(10))
    # WeChat's number of the check under way.
    trace_id: Mapped[str | None] = mapped_column(String(128))
    created_at: Mapped[datetime]


class Helper(Base):
    """Somebody who may check guests in at an event; nobody yet, while it is an invitation."""

    __tablename__ = "helpers"
    __table_args__ = (UniqueConstraint("event_id", "user_id"), Index(None, "user_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    # What the organiser calls them.
    name: Mapped[str] = mapped_column(String(80))
    # Of the code that the organiser passes on: good once, and not for long.
    code_hash: Mapped[str] = mapped_column(HASH, unique=True)
    expires_at: Mapped[datetime]
    joined_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    user: Mapped[User | None] = relationship()
