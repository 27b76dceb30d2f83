"""The database: engine, transactions, migrations.

A transaction says at its start whether it will write. On SQLite that matters: one that begins
as a reader and then wants to write is refused at once when somebody else has written in
between, however long the busy time-out is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from alembic import command
from alembic.config import Config as AlembicConfig
from sqlalchemy import Connection, CursorResult, Engine, UpdateBase, create_engine, event, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).parent / "migrations"
# Longer than the longest queue of writers that a busy event makes, shorter than a proxy waits.
BUSY_SECONDS = 20


class Database:
    """Hands out transactions: `with database.transaction(writes=True) as db:`."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self._writing = self.engine.execution_options(qiao_begin="IMMEDIATE")

    @contextmanager
    def transaction(self, *, writes: bool) -> Iterator[Session]:
        """A transaction: committed when the block ends, undone when it raises.

        One that only reads sees one state of the database from beginning to end.
        """
        with Session(self._writing if writes else self.engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()


def rows_changed(db: Session, statement: UpdateBase) -> int:
    """Carry out an UPDATE or DELETE and return how many rows it met.

    What the session has loaded of them is not brought up to date: see `Session.refresh`.
    """
    result = db.execute(statement, execution_options={"synchronize_session": False})
    return cast("CursorResult[Any]", result).rowcount


def make_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for `url`, set up for many processes at once."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, json_serializer=_to_json, hide_parameters=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address,
        json_serializer=_to_json,
        # Parameters are personal data, and errors end up in the log.
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS},
        # Threads wait in SQLite's queue, not in the pool's.
        max_overflow=-1,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN comes too late (not before a SELECT): `begin` below sends it.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("qiao_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def migrate(url: str) -> None:
    """Bring the database up to date; several processes may do so at the same time.

    The whole way is one transaction that is opened for writing before the version is read,
    so a second process waits, finds nothing left to do, and goes on.
    """
    with _migrating(url) as config:
        command.upgrade(config, "head")


def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision`; "base" takes everything away."""
    with _migrating(url) as config:
        command.downgrade(config, revision)


@contextmanager
def _migrating(url: str) -> Iterator[AlembicConfig]:
    # Altering a table in SQLite means to copy and drop it, which foreign keys would answer by
    # deleting the rows that point to it. They are checked as a whole at the end instead.
    engine = make_engine(url, foreign_keys=False)
    try:
        with engine.execution_options(qiao_begin="IMMEDIATE").begin() as connection:
            yield alembic_config(connection)
            if engine.dialect.name == "sqlite":
                orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if orphans:
                    raise RuntimeError(f"The migration leaves rows without their owner: {orphans}")
    finally:
        engine.dispose()


def alembic_config(connection: Connection) -> AlembicConfig:
    """Return Alembic's configuration for an open connection; there is no alembic.ini."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _to_json(value: object) -> str:
    # Chinese text stays readable in the database, and a third of the size.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
