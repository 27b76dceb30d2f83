"""Cursors: a list is read a page at a time, each from where the one before ended.

A cursor names the last row of a page by the moment that the list is sorted by, and its id. So
rows that come or go meanwhile move no other row to another page, and a page deep in a list is
found by the index as quickly as the first. It grants nothing: whose list it is, is checked anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from sqlalchemy import Select, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from backend.models import LARGEST_ID
from contract.lists import BadCursor

Row = TypeVar("Row")

# Rows of a page.
SIZE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WRITTEN = re.compile(r"(-?[0-9]{1,18})_([0-9]{1,10})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Order(Generic[Row]):
    """How a list is sorted: by a moment and, where that is the same, by an id."""

    moment: InstrumentedAttribute[datetime]
    id: InstrumentedAttribute[int]
    key: Callable[[Row], tuple[datetime, int]]
    latest_first: bool = False


def page(
    db: Session,
    wanted: Select[Row],
    order: Order[Row],
    cursor: str | None,
    *,
    size: int | None = None,
) -> tuple[list[Row], str | None]:
    """Return the page at `cursor`, of `size` rows or `SIZE`, and the cursor of the next one.

    That is `None` on the last page. Raises `BadCursor`.
    """
    size = size or SIZE
    found = list(db.scalars(after(wanted, order, cursor).limit(size + 1)))
    rows = found[:size]
    return rows, write(order.key(rows[-1])) if len(found) > size else None


def after(wanted: Select[Row], order: Order[Row], cursor: str | None) -> Select[Row]:
    """Return `wanted` sorted, from where `cursor` says."""
    moment, id = order.moment, order.id
    if order.latest_first:
        wanted = wanted.order_by(moment.desc(), id.desc())
    else:
        wanted = wanted.order_by(moment, id)
    if not cursor:
        return wanted
    last, last_id = read(cursor)
    # Said twice, so that each database takes the first condition as a range of its index.
    if order.latest_first:
        return wanted.where(moment <= last, or_(moment < last, id < last_id))
    return wanted.where(moment >= last, or_(moment > last, id > last_id))


def write(key: tuple[datetime, int]) -> str:
    """Return the cursor of a row."""
    moment, id = key
    return f"{(moment - EPOCH) // timedelta(microseconds=1)}_{id}"


def read(cursor: str) -> tuple[datetime, int]:
    """Return what a cursor names; raises `BadCursor`."""
    found = WRITTEN.fullmatch(cursor)
    if found is None or int(found[2]) > LARGEST_ID:
        raise BadCursor
    try:
        return EPOCH + timedelta(microseconds=int(found[1])), int(found[2])
    except OverflowError:
        raise BadCursor from None
