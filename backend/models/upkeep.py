"""What keeps the server going: jobs, keys, errors, settings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import HASH, Base


class Job(Base):
    """The outbox: what is to be done after the transaction that wrote this, and because of it."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "run_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    # Of those with the same name there is one. Most have none, and null is never equal to null.
    name: Mapped[str | None] = mapped_column(String(100), unique=True)
    payload: Mapped[dict[str, Any]]
    # Not before. While somebody is at it: when to try again should they have died meanwhile.
    # Null: given up, until an operator looks at it.
    run_at: Mapped[datetime | None]
    attempts: Mapped[int]
    # What kind of error the last attempt ended in. Its words may quote guests, so not those.
    error: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]


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


class PageError(Base):
    """An error that pages reported, however often and from whichever build."""

    __tablename__ = "page_errors"
    __table_args__ = (Index(None, "last_seen"), Index(None, "first_seen"))

    id: Mapped[int] = mapped_column(primary_key=True)
    # Of what is the same in all builds, see `backend.page_errors`.
    digest: Mapped[str] = mapped_column(HASH, unique=True)
    kind: Mapped[str] = mapped_column(String(100))
    message: Mapped[str | None] = mapped_column(String(300))
    # The innermost last: file, line, name, text.
    frames: Mapped[list[dict[str, Any]]]
    # The latest last.
    builds: Mapped[list[str]] = mapped_column(JSON)
    count: Mapped[int]
    # How many of these in the minute of `last_seen`.
    this_minute: Mapped[int]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]


class PlatformToken(Base):
    """An access token or ticket of a platform, see `backend.platforms.tokens`."""

    __tablename__ = "platform_tokens"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    # Encrypted. Null while the first one is being fetched.
    value: Mapped[str | None] = mapped_column(Text)
    expires_at: Mapped[datetime]
    # While a process renews it: when to take that process for dead.
    renewing_until: Mapped[datetime | None]


class Setting(Base):
    """What all processes of this installation must agree on, see `backend.key_check`."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(200))
