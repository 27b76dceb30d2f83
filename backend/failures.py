"""Failures of the database that are nobody's mistake, told apart from those that are.

Each database has numbers of its own for the same things; nobody else needs to know them.
"""

from __future__ import annotations

import sqlite3
from enum import Enum
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError


class Failure(Enum):
    """What happened to a transaction that did nothing wrong."""

    # Another transaction came in between and the database undid this one. Done again, it finds
    # what the other left: the row that now exists, or no longer does.
    CONFLICT = "conflict"
    # It waited for a lock or a connection as long as it may.
    BUSY = "busy"
    # The server is gone, goes down, or lets nobody in.
    AWAY = "away"


def failure_of(error: Exception) -> Failure | None:
    """Return the kind of a failure; `None` for a mistake of ours."""
    if isinstance(error, PoolTimeout):
        return Failure.BUSY
    # A row that was loaded here has been removed by another meanwhile.
    if isinstance(error, StaleDataError):
        return Failure.CONFLICT
    if not isinstance(error, DBAPIError) or error.orig is None:
        return None
    if error.connection_invalidated:
        return Failure.AWAY
    module = type(error.orig).__module__.partition(".")[0]
    return _BY_DRIVER[module](error.orig) if module in _BY_DRIVER else None


def _sqlite(error: Any) -> Failure | None:
    code = getattr(error, "sqlite_errorcode", 0)
    # One writes at a time; but not everybody looks before they do, see `backend.idempotency`.
    if code == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
        return Failure.CONFLICT
    # The lower byte is the kind: 5 is BUSY, 6 is LOCKED.
    return Failure.BUSY if code & 0xFF in (5, 6) else None


def _psycopg(error: Any) -> Failure | None:
    code: str | None = error.sqlstate
    if code is None:
        # Not the server says this, but libpq: there is no connection, or there was one.
        return Failure.AWAY if type(error).__name__ == "OperationalError" else None
    if code[:2] == "08":
        return Failure.AWAY
    return _BY_SQLSTATE.get(code)


_BY_SQLSTATE = {
    "40001": Failure.CONFLICT,  # serialisation
    "40P01": Failure.CONFLICT,  # deadlock
    "23505": Failure.CONFLICT,  # unique: the other was first
    "23503": Failure.CONFLICT,  # foreign key: the other removed, or added, a row
    "55P03": Failure.BUSY,  # lock time-out
    "57P01": Failure.AWAY,  # shut down by its administrator
    "57P02": Failure.AWAY,  # crashed
    "57P03": Failure.AWAY,  # still starting
    "25P03": Failure.AWAY,  # idle in a transaction: we were asleep
    "53300": Failure.AWAY,  # too many connections
}


def _pymysql(error: Any) -> Failure | None:
    return _BY_NUMBER.get(error.args[0]) if error.args else None


_BY_NUMBER = {
    1213: Failure.CONFLICT,  # deadlock
    1020: Failure.CONFLICT,  # a row changed since it was read
    1062: Failure.CONFLICT,  # unique
    1451: Failure.CONFLICT,  # foreign key: somebody points to the row
    1452: Failure.CONFLICT,  # foreign key: the row is gone
    1205: Failure.BUSY,  # lock time-out
    1040: Failure.AWAY,  # too many connections
    1203: Failure.AWAY,  # too many connections of this user
    1044: Failure.AWAY,  # it lets us in no longer
    1045: Failure.AWAY,
    1049: Failure.AWAY,
    1053: Failure.AWAY,  # shutting down
    1927: Failure.AWAY,  # the connection was ended from outside
    2002: Failure.AWAY,  # cannot connect
    2003: Failure.AWAY,
    2006: Failure.AWAY,  # the connection is gone
    2013: Failure.AWAY,
}
_BY_DRIVER = {"sqlite3": _sqlite, "psycopg": _psycopg, "pymysql": _pymysql}
