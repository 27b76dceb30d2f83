"""Sign-ups, and what becomes of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.models.base import Base
from backend.models.events import Event, TicketKind
from backend.models.users import User


class SignUp(Base):
    """Places taken by a person, with the answers given, and the code of the ticket."""

    __tablename__ = "sign_ups"
    __table_args__ = (
        # The list of guests, and those of one status in it.
        Index(None, "event_id", "created_at"),
        Index(None, "event_id", "status", "created_at"),
        Index(None, "user_id", "event_id"),
        Index(None, "event_id", "status", "queue_number"),
        Index(None, "kind_id"),
        UniqueConstraint("holder_id", "event_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    # Null where the event has no kinds.
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("ticket_kinds.id"))
    # Null once the personal data was removed, some time after the event.
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    # The user again while this is their one sign-up at the event. Null once it is cancelled, and
    # null is never equal to null: that is how the three databases can all promise it.
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str] = mapped_column(String(80))
    seats: Mapped[int]
    answers: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(20))
    # On the waiting list: the lowest number is next.
    queue_number: Mapped[int | None]
    # Until when places are kept, to be taken or paid for.
    offer_ends_at: Mapped[datetime | None]
    # Of the organiser, for turning it down.
    reason: Mapped[str | None] = mapped_column(String(500))
    # Sixteen characters without dashes: see `backend.codes`.
    code: Mapped[str] = mapped_column(String(16), unique=True)
    created_at: Mapped[datetime]

    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    event: Mapped[Event] = relationship()
    kind: Mapped[TicketKind | None] = relationship()
    check_in: Mapped[CheckIn | None] = relationship(back_populates="sign_up")


class GuestNumber(Base):
    """A telephone number among the answers of a sign-up, see `backend.guest_numbers`."""

    __tablename__ = "guest_numbers"
    __table_args__ = (
        Index(None, "event_id", "digits"),
        Index(None, "event_id", "backwards"),
        Index(None, "sign_up_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id", ondelete="CASCADE"))
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"))
    digits: Mapped[str] = mapped_column(String(20))
    backwards: Mapped[str] = mapped_column(String(20))


class CheckIn(Base):
    """Somebody came. One a sign-up: the constraint decides between two scanners."""

    __tablename__ = "check_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id"), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]

    sign_up: Mapped[SignUp] = relationship(back_populates="check_in")


class Message(Base):
    """Something that a guest is told. It stands on their ticket, whatever else carries it."""

    __tablename__ = "messages"
    # The key names the occasion: told twice, it is one message.
    __table_args__ = (UniqueConstraint("sign_up_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(60))
    # What fills the text of this kind, see `backend.messages`.
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    # When a host's own messages took it along; null where there is none.
    carried_at: Mapped[datetime | None]

    sign_up: Mapped[SignUp] = relationship()


class Order(Base):
    """What a guest is asked to pay, see `backend.orders`."""

    __tablename__ = "orders"
    __table_args__ = (Index(None, "sign_up_id"), Index(None, "user_id"))

    # Our number of it at the platforms.
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id"))
    # Null once the person was forgotten: what was paid is kept on.
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(String(200))
    # In fen. What is paid, and paid back, is the whole of it.
    amount: Mapped[int]
    # Paying it confirms the sign-up; else it is for something else that the organiser asks for.
    confirms: Mapped[bool]
    # No cashier opens for it later.
    expires_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(20))
    # Whose cashier it was opened at; from then on no other's.
    host: Mapped[str | None] = mapped_column(String(20))
    # The platform's number of the payment.
    transaction_id: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    # The organiser was paid by hand, and pays back by hand.
    cash: Mapped[bool] = mapped_column(default=False)
    refunded_at: Mapped[datetime | None]
