"""The database: transactions, and what becomes of them when others are at work.

A transaction says at its start whether it will write. On SQLite that matters: one that begins
as a reader and then wants to write is refused at once when somebody else has written in
between, however long the busy time-out is. On the others a reader can write nothing at all.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, CursorResult, UpdateBase, delete, inspect, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session, lazyload

from backend.engines import POOL, WAIT, make_engine, reading, writing
from backend.errors import Busy, Uncertain
from backend.failures import Failure, failure_of

log = logging.getLogger("qiao")

T = TypeVar("T")

# How often a transaction is begun in all, by what ended the one before.
ATTEMPTS = {Failure.CONFLICT: 8, Failure.AWAY: 3, Failure.BUSY: 1}
FIRST_PAUSE = 0.01
LONGEST_PAUSE = 0.2
# What the session has loaded is not searched for rows that a statement met.
UNSYNCHRONISED = {"synchronize_session": False}


class Database:
    """Hands out transactions: `database.run(work, writes=True)`."""

    def __init__(self, url: str, *, pool: int = POOL, wait: int = WAIT) -> None:
        self.engine = make_engine(url, pool=pool, wait=wait)
        self._reading = reading(self.engine)
        self._writing = writing(self.engine)

    def run(self, work: Callable[[Session], T], *, writes: bool, repeatable: bool = False) -> T:
        """Return what `work` returns, done in a transaction that is committed after it.

        If the database undoes the transaction (a deadlock, somebody who was first, a connection
        that broke), `work` is done again from the beginning. Raises `Busy` when that does not
        help either. Where the connection breaks while it is being committed, nobody knows
        whether it was: only `repeatable` work, which has one effect however often it is done,
        is then done again, and else this raises `Uncertain`.
        """
        attempt = 1
        while True:
            try:
                return self._attempt(work, writes=writes, repeatable=repeatable)
            except SQLAlchemyError as error:
                failure = failure_of(error)
                if failure is None:
                    raise
                if attempt >= ATTEMPTS[failure]:
                    if isinstance(error, IntegrityError):
                        raise  # met every time: not another's doing, but a mistake of ours
                    # Not the parameters: an engine hides them.
                    log.warning("the database is %s: %s", failure.value, error)
                    raise Busy(retry_after=2) from error
            # By chance, so that two that met do not meet again.
            time.sleep(random.uniform(0, min(FIRST_PAUSE * 2**attempt, LONGEST_PAUSE)))
            attempt += 1

    def _attempt(self, work: Callable[[Session], T], *, writes: bool, repeatable: bool) -> T:
        with Session(self._writing if writes else self._reading) as session:
            result = work(session)
            session.flush()
            try:
                session.commit()
            except SQLAlchemyError as error:
                if writes and not repeatable and failure_of(error) is Failure.AWAY:
                    log.warning("the connection broke during a commit: %s", error)
                    raise Uncertain from error
                raise
            return result

    @contextmanager
    def transaction(self, *, writes: bool) -> Iterator[Session]:
        """A transaction: committed when the block ends, undone when it raises.

        It is tried once, so this is for tools and tests; requests and jobs `run` theirs.
        One that only reads sees one state of the database from beginning to end.
        """
        with Session(self._writing if writes else self._reading) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()


def lock(db: Session, kind: type[T], id: object) -> T | None:
    """Return a row as it is now, and let nobody change it before this transaction ends.

    What was read of it before is brought up to date. SQLite needs no lock: one writes at a time.
    """
    # Without its relations: locking an event must not lock its owner, too.
    return db.get(kind, id, options=[lazyload("*")], populate_existing=True, with_for_update=True)


def rows_changed(db: Session, statement: UpdateBase) -> int:
    """Carry out an UPDATE or DELETE and return how many rows it met.

    A row counts that has the new values already. What the session has loaded of the rows is not
    brought up to date: see `Session.refresh`.
    """
    result = db.execute(statement, execution_options=UNSYNCHRONISED)
    return cast("CursorResult[Any]", result).rowcount


def remove_some(db: Session, kind: type[DeclarativeBase], condition: ColumnElement[bool]) -> int:
    """Remove rows that meet the condition, a hundred at most; return how many.

    For what is cleared away in passing: rows that another transaction is at are left to it,
    because waiting for it could make this one wait for what it does next, and it for us.
    """
    id = inspect(kind).primary_key[0]
    ids = select(id).where(condition).limit(100).with_for_update(skip_locked=True)
    if found := db.scalars(ids).all():
        db.execute(delete(kind).where(id.in_(found)), execution_options=UNSYNCHRONISED)
    return len(found)
