"""The tables. Rules live in the services; a model knows only its columns.

Types are those that SQLite, PostgreSQL and MySQL share: every text has a length, times are
stored in UTC, and every constraint has a name, so that a migration can find it again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.mysql import MEDIUMTEXT
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

HASH = String(64)
# What an INTEGER holds everywhere. A larger one is an error in PostgreSQL, not just not found.
LARGEST_ID = 2**31 - 1


class UtcTime(TypeDecorator[datetime]):
    """A moment. Aware in Python, UTC without a zone in the database, whichever it is."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no zone: which moment is it?")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime, dict[str, Any]: JSON, list[dict[str, Any]]: JSON}


class User(Base):
    """A person: known by a host (`preview`, later `wechat` …), or a guest without a name."""

    __tablename__ = "users"
    # A number is never given twice, so that what is left of a person never gets a new owner.
    __table_args__ = (UniqueConstraint("host", "host_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    host: Mapped[str] = mapped_column(String(20))
    # What the host calls this person. A guest has none; null is never equal to null.
    host_id: Mapped[str | None] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(80))
    guest: Mapped[bool]
    created_at: Mapped[datetime]


class LoginSession(Base):
    """One browser that is logged in. The cookie holds the token, this row its hash."""

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "user_id"), Index(None, "expires_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(HASH, unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    # The latest end, however much it is used; idle sessions end earlier, by `seen_at`.
    expires_at: Mapped[datetime]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class LoginTicket(Base):
    """Carries a login from the shell into the page: once, and within a minute."""

    __tablename__ = "login_tickets"
    __table_args__ = (Index(None, "expires_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(HASH, unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Event(Base):
    """Something that people sign up for."""

    __tablename__ = "events"
    __table_args__ = (
        # The list of events to come, and an organiser's own list.
        Index(None, "ends_at", "starts_at"),
        Index(None, "owner_id", "starts_at"),
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
    # As many as one sign-up may take.
    most_seats: Mapped[int]
    questions: Mapped[list[dict[str, Any]]]
    created_at: Mapped[datetime]

    owner: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class SignUp(Base):
    """Places taken by a person, with the answers given, and the code of the ticket."""

    __tablename__ = "sign_ups"
    __table_args__ = (
        Index(None, "event_id", "created_at"),
        Index(None, "user_id", "event_id"),
        UniqueConstraint("holder_id", "event_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    # The user again while this is their one sign-up at the event. Null once it is cancelled, and
    # null is never equal to null: that is how the three databases can all promise it.
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str] = mapped_column(String(80))
    seats: Mapped[int]
    answers: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(20))
    # Sixteen characters without dashes: see `backend.codes`.
    code: Mapped[str] = mapped_column(String(16), unique=True)
    created_at: Mapped[datetime]

    user: Mapped[User] = relationship(foreign_keys=[user_id])
    event: Mapped[Event] = relationship()
    check_in: Mapped[CheckIn | None] = relationship(back_populates="sign_up")


class CheckIn(Base):
    """Somebody came. One a sign-up: the constraint decides between two scanners."""

    __tablename__ = "check_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id"), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]

    sign_up: Mapped[SignUp] = relationship(back_populates="check_in")


class IdempotencyKey(Base):
    """A write that was done, and its answer: the same request again gets the same answer."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (UniqueConstraint("owner", "endpoint", "key"), Index(None, "created_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    # Whose key it is: a browser's, or a user's. See `backend.idempotency`.
    owner: Mapped[str] = mapped_column(String(80))
    endpoint: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(100))
    body_hash: Mapped[str] = mapped_column(HASH)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    answer: Mapped[Any] = mapped_column(JSON, nullable=True)
    created_at: Mapped[datetime]


class NativeCall(Base):
    """Something that the page asked of its shell, and what came of it."""

    __tablename__ = "native_calls"
    __table_args__ = (Index(None, "expires_at"), Index(None, "user_id"))

    # Random, because the page and the shell's action page pass it in an address.
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    # Where the page was, and what it calls the call: a page loaded anew finds it by these.
    path: Mapped[str] = mapped_column(String(400))
    key: Mapped[str] = mapped_column(String(400))
    arguments: Mapped[dict[str, Any]]
    # What the host's cashier takes, as JSON.
    payment: Mapped[str | None] = mapped_column(Text)
    # The shell proves with the token that the page sent it.
    token_hash: Mapped[str] = mapped_column(HASH)
    state: Mapped[str] = mapped_column(String(20))
    # As JSON. A photo is more than MySQL's TEXT holds.
    result: Mapped[str | None] = mapped_column(
        Text().with_variant(MEDIUMTEXT(), "mysql", "mariadb")
    )
    # Of the answer as the shell gave it: the same again is a repetition, another is refused.
    answer_hash: Mapped[str | None] = mapped_column(HASH)
    # The page that has read the answer, or given up waiting for one: what it calls itself.
    taken_by: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
