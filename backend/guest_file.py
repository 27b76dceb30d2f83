"""The list of guests as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.components.status import status_text
from backend import cursors, lookup, paying
from backend.codes import show
from backend.downloads import Download, Read
from backend.guests import SIGNED_UP
from backend.implementations import implements
from backend.models import Event, Order, SignUp
from backend.spreadsheets import MARK, lines
from backend.zones import local_time
from contract import sign_ups
from contract.orders import ORDER_LABELS
from qiao.i18n import gettext as _
from qiao.money import plain_amount
from rules.paying import ORDER_STATES
from rules.sign_ups import STATUSES

# Rows that are read in one transaction.
CHUNK = 500


@implements(sign_ups.export)
def export(db: Session, id: int) -> Download:
    """Give all sign-ups of an event as a CSV file, times on the event's clock."""
    event = lookup.event(db, id)
    table = Table.of(event)

    def pieces(read: Read) -> Iterator[str]:
        yield MARK + lines([table.titles()])
        cursor: str | None = ""
        while cursor is not None:
            part, cursor = read(partial(_part, id=id, table=table, cursor=cursor))
            yield part

    return Download(f"{event.title}.csv", f"guests-{id}.csv", pieces)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of the file: each a title, and what its cells hold of a sign-up."""

    columns: list[tuple[str, Callable[[SignUp], Any]]]
    # The same for its order.
    money: list[tuple[str, Callable[[Order], Any]]]

    def titles(self) -> list[str]:
        """Return the first line."""
        return [title for title, _value in [*self.columns, *self.money]]

    @classmethod
    def of(cls, event: Event) -> Table:
        """Return the columns for an event, in the language of the request."""
        # What is read later, piece by piece, must not depend on the request.
        zone = event.zone
        words = {status: status_text(status) for status in STATUSES}
        states = dict(zip(ORDER_STATES, map(_, ORDER_LABELS), strict=True))
        asked = {question["id"] for question in event.questions}

        def answer(id: str) -> Callable[[SignUp], Any]:
            return lambda one: answer_text(one.answers.get(id))

        def came(one: SignUp) -> str | None:
            return clock(one.check_in.created_at, zone) if one.check_in else None

        def others(one: SignUp) -> str:
            left = [answer_text(value) for id, value in one.answers.items() if id not in asked]
            return "; ".join(map(str, left))

        return cls(
            [
                (_("Name"), lambda one: one.name),
                (_("State"), lambda one: words[one.status]),
                (_("Places"), lambda one: one.seats),
                (_("Kind of ticket"), lambda one: one.kind.name if one.kind else None),
                *((question["label"], answer(question["id"])) for question in event.questions),
                (_("Answers to questions that were removed"), others),
                (_("Signed up ({zone})", zone=zone), lambda one: clock(one.created_at, zone)),
                (_("Checked in ({zone})", zone=zone), came),
                (_("Ticket code"), lambda one: show(one.code)),
                (_("Reason"), lambda one: one.reason),
            ],
            [
                (_("Amount in yuan"), lambda order: plain_amount(order.amount)),
                (_("Payment"), lambda order: states[order.state]),
            ],
        )

    def rows(self, found: list[SignUp], orders: dict[int, Order]) -> list[list[Any]]:
        """Return the cells of some sign-ups, and of the orders that some of these have."""
        return [
            [value(one) for _title, value in self.columns]
            + [value(orders[one.id]) if one.id in orders else None for _title, value in self.money]
            for one in found
        ]


def answer_text(answer: Any) -> Any:
    """Return an answer as one cell holds it."""
    return "; ".join(answer) if isinstance(answer, list) else answer


def clock(moment: datetime, zone: str) -> str:
    """Return a moment as spreadsheets know a date and a time."""
    return local_time(moment, zone).replace("T", " ")


def _part(db: Session, *, id: int, table: Table, cursor: str) -> tuple[str, str | None]:
    wanted = (
        select(SignUp)
        .where(SignUp.event_id == id)
        .options(joinedload(SignUp.check_in), joinedload(SignUp.kind))
    )
    found, next = cursors.page(db, wanted, SIGNED_UP, cursor, size=CHUNK)
    orders = paying.orders_of(db, [one.id for one in found])
    return lines(table.rows(found, orders)), next
