"""Databases for tests: new ones, of each kind, on the servers of this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from redis import Redis, RedisError
from sqlalchemy import URL, create_engine, text
from sqlalchemy.exc import OperationalError

from backend import migrate
from backend.addresses import address_of
from backend.db import Database
from backend.models import Base

KINDS = ("sqlite", "postgresql", "mariadb")
# Where somebody is who may make databases. Another one: set the variable of that name.
SERVERS = {
    "postgresql": ("QIAO_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"),
    "mariadb": ("QIAO_TEST_MARIADB", "mysql://root@127.0.0.1:3306/mysql"),
}
_numbers = count(1)
_missing: dict[str, str] = {}


@contextmanager
def empty(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a new database without tables; it is removed afterwards.

    Skips the test, and says why, where no such server can be reached; in CI that is a failure.
    """
    name = f"qiao_test_{os.getpid()}_{next(_numbers)}"
    if kind == "sqlite":
        yield f"sqlite:///{folder / name}.db"
        return
    require(kind)
    address = server(kind)
    _command(address, f"CREATE DATABASE {name}")
    try:
        yield address.set(database=name).render_as_string(hide_password=False)
    finally:
        # Also when a server that a test killed has left its connections behind.
        force = " WITH (FORCE)" if kind == "postgresql" else ""
        _command(address, f"DROP DATABASE {name}{force}")


@contextmanager
def migrated(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a new database with all tables."""
    with empty(kind, folder) as url:
        migrate.upgrade(url)
        yield url


def clear(database: Database) -> None:
    """Remove every row: a hundred times as fast as new tables."""
    with database.transaction(writes=True) as db:
        for table in reversed(Base.metadata.sorted_tables):
            db.execute(table.delete())


def require(kind: str) -> None:
    """Skip the test if no server of this kind can be reached; fail it in CI."""
    if kind in SERVERS and kind not in _missing:
        try:
            _command(server(kind), "SELECT 1")
            _missing[kind] = ""
        except OperationalError as error:
            _missing[kind] = f"{SERVERS[kind][0]} ({SERVERS[kind][1]}): {error.orig}"
    if _missing.get(kind):
        _complain(f"no {kind} for tests: {_missing[kind]}")


def redis() -> str:
    """Return the address of Redis; skips the test where there is none, and fails it in CI."""
    url = os.environ.get("QIAO_TEST_REDIS") or "redis://127.0.0.1:6379/0"
    try:
        with Redis.from_url(url, socket_timeout=5) as found:
            found.ping()
    except RedisError as error:
        _complain(f"no Redis for tests: QIAO_TEST_REDIS ({url}): {error}")
    return url


def server(kind: str) -> URL:
    """Return the address of the server of this kind."""
    name, default = SERVERS[kind]
    return address_of(os.environ.get(name) or default)


def _complain(complaint: str) -> None:
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(complaint, pytrace=False)
    pytest.skip(complaint)


def _command(address: URL, statement: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()
