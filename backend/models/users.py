"""People: accounts, and by what hosts and browsers know them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.models.base import HASH, Base


class User(Base):
    """A person: known by one host or several, see `Identity`, or a guest without a name."""

    __tablename__ = "users"
    # A number is never given twice, so that what is left of a person never gets a new owner.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    guest: Mapped[bool]
    created_at: Mapped[datetime]


class Identity(Base):
    """What a host (`preview`, `wechat`, `alipay`) calls a person. One account may have several."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("host", "host_id"), Index(None, "user_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    host: Mapped[str] = mapped_column(String(20))
    host_id: Mapped[str] = mapped_column(String(100))
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
    # Of `backend.devices`. Null where the session is older than this.
    device: Mapped[str | None] = mapped_column(String(40))

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class AccessToken(Base):
    """What a script calls the API with, in the name of the person who made it."""

    __tablename__ = "access_tokens"
    __table_args__ = (Index(None, "user_id"), Index(None, "expires_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(60))
    token_hash: Mapped[str] = mapped_column(HASH, unique=True)
    # Its last characters: enough to know it again, and to nobody for anything else.
    ending: Mapped[str] = mapped_column(String(10))
    # "read" or "write", which reads, too.
    scope: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

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
    # A code that a person types on another device, see `backend.login_codes`.
    typed: Mapped[bool]
