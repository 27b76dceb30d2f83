"""Engines: how each kind of database is connected to, for many processes on many machines.

| kind             | a transaction that reads             | one that writes                      |
| SQLite           | `BEGIN`: a snapshot (WAL)            | `BEGIN IMMEDIATE`: one at a time     |
| PostgreSQL       | `REPEATABLE READ`, read only         | `READ COMMITTED`                     |
| MySQL, MariaDB   | `REPEATABLE READ`, read only         | `READ COMMITTED`                     |

A reader sees one state from beginning to end. A writer sees what is committed when it looks, so
that a row it has locked is read as it is, and not as it was when the transaction began.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from backend.addresses import address_of, load_driver, unusable
from backend.discretion import hide_values

# A web process has four threads, each of which needs one at a time.
POOL = 5
# Longer than the longest queue of writers that a busy event makes, shorter than a proxy waits.
WAIT = 20
# Firewalls and servers drop connections that were silent for long, and tell nobody.
RECYCLE = 30 * 60
CONNECT = 5
# A transaction whose machine has vanished must not hold its locks until TCP notices.
IDLE = 60
# No statement takes as long: whoever waits longer waits for a server that is gone.
SILENCE = 120


def make_engine(url: str, *, pool: int = POOL, wait: int = WAIT, migrating: bool = False) -> Engine:
    """Return an engine for `url`, or raise `DatabaseUnusable`. Nothing is connected yet.

    It keeps up to `pool` connections; who needs a connection or a lock waits `wait` seconds.
    With `migrating`, statements may take long, and SQLite does not mind foreign keys.
    """
    address = address_of(url)
    load_driver(address)
    match address.get_backend_name():
        case "sqlite":
            engine = _sqlite(address, wait, migrating)
        case "postgresql":
            engine = _postgresql(address, pool, wait, migrating)
        case _:
            engine = _mysql(address, pool, wait, migrating)
    hide_values(engine)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the engine for transactions that only read."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.execution_options(qiao_writes=False)


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(qiao_writes=True)


def _sqlite(address: URL, wait: int, migrating: bool) -> Engine:
    if address.database:
        try:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unusable(address, str(error)) from error
    # Threads wait in SQLite's queue, not in the pool's.
    engine = create_engine(address, **_common({}), connect_args={"timeout": wait}, max_overflow=-1)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN comes too late (not before a SELECT): `begin` below sends it.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA foreign_keys = {'OFF' if migrating else 'ON'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")

    return engine


def _postgresql(address: URL, pool: int, wait: int, migrating: bool) -> Engine:
    engine = create_engine(
        address,
        **_common(_pool(pool, wait)),
        isolation_level="READ COMMITTED",
        connect_args=_unless_said(
            address,
            application_name="qiao",
            connect_timeout=CONNECT,
            # A cable that was pulled is noticed within a minute, not after two hours.
            keepalives_idle=30,
            keepalives_interval=10,
            keepalives_count=3,
            tcp_user_timeout=60_000,
        ),
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        # Sent as statements, as poolers in between refuse them when connecting.
        connection.execute(f"SET lock_timeout = '{wait}s'")
        idle = 0 if migrating else IDLE
        connection.execute(f"SET idle_in_transaction_session_timeout = '{idle}s'")
        connection.commit()

    return engine


def _mysql(address: URL, pool: int, wait: int, migrating: bool) -> Engine:
    # The driver would send a password as Latin-1, if that has all of its characters.
    password = {"password": address.password.encode()} if address.password else {}
    engine = create_engine(
        address,
        **_common(_pool(pool, wait)),
        # The default of the server, REPEATABLE READ, shows a writer rows as they were when it
        # began, while its UPDATE meets them as they are. And it locks the gaps between. Said here,
        # so that a connection lent with another level comes back with this one.
        isolation_level="READ COMMITTED",
        connect_args=password
        | _unless_said(
            address,
            charset="utf8mb4",
            connect_timeout=CONNECT,
            read_timeout=None if migrating else SILENCE,
            write_timeout=SILENCE,
        ),
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        settings = {
            # What does not fit is refused, as elsewhere, and not cut off.
            "sql_mode": "'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'",
            "innodb_lock_wait_timeout": wait,
            "lock_wait_timeout": wait,
        }
        if "mariadb" in connection.get_server_info().lower() and not migrating:
            settings["idle_transaction_timeout"] = IDLE
        with connection.cursor() as cursor:
            cursor.execute(
                "SET " + ", ".join(f"SESSION {name} = {value}" for name, value in settings.items())
            )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # For this one transaction, which the next statement begins.
        if not _writes(connection):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def _common(more: dict[str, Any]) -> dict[str, Any]:
    # Parameters are personal data, and errors end up in the log.
    return {"json_serializer": _to_json, "hide_parameters": True, **more}


def _pool(size: int, wait: int) -> dict[str, Any]:
    # The one used last comes first: what a quiet hour does not need is closed by the server.
    return {
        "pool_size": size,
        "max_overflow": 0,
        "pool_timeout": wait,
        "pool_recycle": RECYCLE,
        "pool_use_lifo": True,
    }


def _unless_said(address: URL, **settings: Any) -> dict[str, Any]:
    """Return the settings that the query of the address does not make itself."""
    return {name: value for name, value in settings.items() if name not in address.query}


def _writes(connection: Connection) -> bool:
    # Who does not say is a tool of ours that only looks.
    return bool(connection.get_execution_options().get("qiao_writes", False))


def _to_json(value: object) -> str:
    # Chinese text stays readable in the database, and a third of the size.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
