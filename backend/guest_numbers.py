"""Telephone numbers of guests, as they are searched for: by how they begin, or end.

Guests type theirs with spaces and dashes anywhere. The digits alone are kept once more, forwards
and backwards, so that an index finds those that begin, or end, with what an organiser has typed.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from backend.db import rows_changed
from backend.models import Event, GuestNumber, SignUp


def store(db: Session, event: Event, sign_up: SignUp) -> None:
    """Keep the numbers among the answers of a new sign-up, which has its id."""
    for id in phone_questions(event):
        digits = digits_of(str(sign_up.answers.get(id, "")))
        if digits:
            db.add(
                GuestNumber(
                    sign_up_id=sign_up.id,
                    event_id=event.id,
                    digits=digits,
                    backwards=digits[::-1],
                )
            )


def forget(db: Session, sign_up_ids: list[int]) -> None:
    """Remove the numbers of these sign-ups."""
    rows_changed(db, delete(GuestNumber).where(GuestNumber.sign_up_id.in_(sign_up_ids)))


def matches(event: Event, digits: str) -> ColumnElement[bool]:
    """Return the condition that a number of a sign-up begins or ends with `digits`."""
    found = select(GuestNumber.sign_up_id).where(
        GuestNumber.event_id == event.id,
        or_(
            _begins(GuestNumber.digits, digits),
            _begins(GuestNumber.backwards, digits[::-1]),
        ),
    )
    return SignUp.id.in_(found)


def phone_questions(event: Event) -> list[str]:
    """Return the ids of the questions that ask for a telephone number."""
    return [one["id"] for one in event.questions if one["kind"] == "phone"]


def digits_of(typed: str) -> str:
    """Return the digits of a number; "" where anything else but spaces and dashes is in it."""
    digits = typed.removeprefix("+").replace(" ", "").replace("-", "")
    return digits if digits.isascii() and digits.isdigit() else ""


def _begins(column: InstrumentedAttribute[str], digits: str) -> ColumnElement[bool]:
    """As a range: LIKE is found by an index in some orders of letters only, digits in all."""
    end = digits.rstrip("9")
    if not end:
        return column >= digits
    return and_(column >= digits, column < end[:-1] + str(int(end[-1]) + 1))
