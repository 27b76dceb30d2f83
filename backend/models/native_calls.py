"""What pages ask of shells, and where short links lead."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.dialects.mysql import MEDIUMTEXT
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import HASH, Base


class NativeCall(Base):
    """Something that the page asked of its shell, and what came of it."""

    __tablename__ = "native_calls"
    __table_args__ = (Index(None, "expires_at"), Index(None, "user_id"))

    # Random, because the page and the shell's action page pass it in an address.
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    host: Mapped[str] = mapped_column(String(20))
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


class ShortLink(Base):
    """A path under a short name, for codes that hold little."""

    __tablename__ = "short_links"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    path: Mapped[str] = mapped_column(String(400))
    created_at: Mapped[datetime]
