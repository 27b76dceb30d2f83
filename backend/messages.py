"""Messages: what a guest is told about their sign-up.

A message is a row, written in the transaction of what it tells, and stands on the ticket. A host
with messages of its own (WeChat, Alipay) registers a carrier, which then takes each one along.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from backend import outbox, users
from backend.models import Message, SignUp
from backend.site import Site
from backend.zones import local_time
from contract.tickets import Notice
from qiao.dates import format_span, format_time
from qiao.i18n import gettext as _
from rules.sign_ups import ACTIVE

# Guests that are told in one transaction.
CHUNK = 200


class Carrier(Protocol):
    """Takes messages to the people of one host."""

    def carry(self, site: Site, message: Message) -> bool:
        """Send a message and tell whether it went; raises what is worth another try later.

        `message.sign_up` and its `user` and `event` are loaded. The same message may come twice.
        """


# Host -> its carrier.
carriers: dict[str, Carrier] = {}


def tell(
    db: Session, sign_up: SignUp, kind: str, now: datetime, key: str = "", **data: Any
) -> None:
    """Tell the guest of a sign-up something; with the `key` of an earlier message nothing."""
    key = key or kind
    told = select(Message.id).where(Message.sign_up_id == sign_up.id, Message.key == key)
    if db.scalar(told) is not None:
        return
    message = Message(
        sign_up_id=sign_up.id, kind=kind, key=key, data=data, created_at=now, carried_at=None
    )
    db.add(message)
    user = sign_up.user
    if user is not None and not carriers.keys().isdisjoint(users.hosts_of(db, user)):
        db.flush()
        outbox.add(db, "carry_message", {"id": message.id}, now)


def notices(db: Session, sign_up: SignUp) -> list[Notice]:
    """Return what a guest was told, the latest first, in the language of the request."""
    found = db.scalars(
        select(Message).where(Message.sign_up_id == sign_up.id).order_by(Message.id.desc())
    )
    zone = sign_up.event.zone
    return [
        Notice(text=text_of(one.kind, one.data), at=local_time(one.created_at, zone))
        for one in found
    ]


def text_of(kind: str, data: dict[str, Any]) -> str:
    """Return the words of a message."""
    texts: dict[str, Callable[[], str]] = {
        "approved": lambda: _("Your sign-up was approved.") + _pay_text(data),
        "promoted": lambda: (
            _("A place is free for you.") + _pay_text(data)
            if "until" in data
            else _("You have a place now.")
        ),
        "rejected": lambda: _("Your sign-up was turned down."),
        "offered": lambda: (
            _("A place is free for you.") + _pay_text(data)
            if data.get("costs")
            else _(
                "A place is free for you. Take it before {time}.", time=format_time(data["until"])
            )
        ),
        "unpaid": lambda: _("The time for paying has run out: the place is free for others."),
        "paid": lambda: _("Your payment has come: the place is yours."),
        "paid_back": lambda: (
            _("{amount} is given back to you in cash.", amount=data["amount"])
            if data.get("cash")
            else _("{amount} is being paid back to you.", amount=data["amount"])
        ),
        "expired": lambda: _("The offer has run out: the place went to the next in line."),
        "reminder": lambda: _("It begins soon: {time}.", time=format_time(data["starts_at"])),
        "changed": lambda: _(
            "The event has changed: {title}, {time}, {place}.",
            title=data["title"],
            time=format_span(data["starts_at"], data["ends_at"]),
            place=data["place"],
        ),
        "called_off": lambda: _("The event was cancelled."),
    }
    reason = data.get("reason")
    return f"{texts[kind]()} {reason}" if reason else texts[kind]()


def _pay_text(data: dict[str, Any]) -> str:
    """Return until when a place is kept for somebody who has to pay for it."""
    if "until" not in data:
        return ""
    return " " + _("Pay before {time} to keep it.", time=format_time(data["until"]))


def tell_all(db: Session, event_id: int, kind: str, now: datetime, key: str, **data: Any) -> None:
    """Have every guest of an event told something, a part of them at a time."""
    told = {"event_id": event_id, "kind": kind, "key": key, "data": data}
    outbox.add(db, "tell_all", {**told, "after": 0}, now)


@outbox.handles("tell_all")
def tell_some(
    db: Session,
    now: datetime,
    event_id: int,
    kind: str,
    key: str,
    data: dict[str, Any],
    after: int,
) -> None:
    """Tell the next guests of an event, and leave the others to a job of their own."""
    statuses = ("confirmed",) if kind == "reminder" else ACTIVE
    found = db.scalars(
        select(SignUp)
        .where(SignUp.event_id == event_id, SignUp.id > after, SignUp.status.in_(statuses))
        .order_by(SignUp.id)
        .limit(CHUNK)
        .options(joinedload(SignUp.user))
    ).all()
    for sign_up in found:
        tell(db, sign_up, kind, now, key, **data)
    if len(found) == CHUNK:
        told = {"event_id": event_id, "kind": kind, "key": key, "data": data}
        outbox.add(db, "tell_all", {**told, "after": found[-1].id}, now)


@outbox.runs("carry_message")
def carry(site: Site, now: datetime, id: int) -> None:
    """Have a host's own messages take a message along."""

    def find(db: Session) -> Message | None:
        found = db.scalar(
            select(Message)
            .where(Message.id == id, Message.carried_at.is_(None))
            .options(
                joinedload(Message.sign_up).joinedload(SignUp.user),
                joinedload(Message.sign_up).joinedload(SignUp.event),
            )
        )
        # It is read on after this transaction, whose end would take its values away.
        db.expunge_all()
        return found

    def note(db: Session) -> None:
        message = db.get(Message, id)
        if message is not None:
            message.carried_at = now

    message = site.database.run(find, writes=False)
    if message is None or message.sign_up.user is None:
        return
    user = message.sign_up.user
    for host in site.database.run(lambda db: users.hosts_of(db, user), writes=False):
        if host in carriers and carriers[host].carry(site, message):
            site.database.run(note, writes=True, repeatable=True)
            return
