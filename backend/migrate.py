"""Migrations: the database is brought up to date, by one process at a time.

The lock is taken before the version is read, so that a second process waits, finds nothing left
to do, and goes on.

| SQLite         | the migration's own transaction, which begins as a writer             |
| PostgreSQL     | an advisory lock of that transaction; all steps are done, or none     |
| MySQL, MariaDB | a named lock of the connection; each step is committed by itself      |
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError

from backend.addresses import DatabaseUnusable, address_of, unusable
from backend.engines import make_engine, writing

MIGRATIONS = Path(__file__).parent / "migrations"
# Another process may be at a long migration. This one then has nothing better to do than wait.
PATIENCE = 15 * 60
# The oldest that have all that is used here: checked constraints, rows passed over when locked.
OLDEST = {"sqlite": (3, 35), "postgresql": (12,), "mysql": (8, 0, 17), "mariadb": (10, 6)}
# Statements that change nothing.
READING = ("SELECT", "PRAGMA", "SHOW")


class CannotTell(Exception):
    """What was asked of the migrations is impossible; the text says why."""


class _Undone(Exception):
    """Not a mistake: the way out of a transaction that must not be kept."""


def upgrade(url: str) -> None:
    """Bring the database up to date; several processes may do so at the same time."""
    with migrating(url) as config:
        command.upgrade(config, "head")


def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision`; "base" takes everything away."""
    with migrating(url) as config:
        command.downgrade(config, revision)


def step_down(url: str, steps: int) -> None:
    """Take the database so many revisions back; raises `CannotTell` if there are fewer."""
    with migrating(url) as config:
        _step_down(config, steps)


def statements(url: str, down: int | None = None) -> list[str]:
    """Return what `upgrade`, or `step_down`, would change, without changing anything.

    It is done, and undone: nothing else knows what migrations do that look at rows. MySQL and
    MariaDB can't undo a change of a table, so for them this raises `CannotTell`.
    """
    if address_of(url).get_backend_name() == "mysql":
        raise CannotTell("MySQL and MariaDB can't undo changes of tables: try it on a copy.")
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if not statement.lstrip().upper().startswith(READING):
            shown = f"{statement.strip()} -- {parameters}" if parameters else statement.strip()
            found.append(shown)

    try:
        with migrating(url) as config:
            event.listen(config.attributes["connection"], "before_cursor_execute", note)
            if down is None:
                command.upgrade(config, "head")
            else:
                _step_down(config, down)
            raise _Undone
    except _Undone:
        return found


def current(url: str) -> str | None:
    """Return the revision that the database is at."""
    with migrating(url) as config:
        return MigrationContext.configure(config.attributes["connection"]).get_current_revision()


def _step_down(config: AlembicConfig, steps: int) -> None:
    try:
        if steps:
            command.downgrade(config, f"-{steps}")
    except CommandError as error:
        raise CannotTell(f"The database can't go {steps} steps back: {error}") from error


def revisions() -> list[str]:
    """Return every revision that this version knows, the newest first."""
    script = ScriptDirectory(str(MIGRATIONS))
    return [revision.revision for revision in script.walk_revisions()]


def alembic_config(connection: Connection) -> AlembicConfig:
    """Return Alembic's configuration for an open connection; there is no alembic.ini."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


@contextmanager
def migrating(url: str) -> Iterator[AlembicConfig]:
    """Hold the lock, in a transaction of Alembic's."""
    # Altering a table in SQLite means to copy and drop it, which foreign keys would answer by
    # deleting the rows that point to it. They are checked as a whole at the end instead.
    engine = make_engine(url, migrating=True)
    try:
        with _connected(writing(engine)) as connection:
            _require_fitting(engine.url, connection)
            if connection.dialect.name == "mysql":
                with _named_lock(connection), connection.begin():
                    yield alembic_config(connection)
                return
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    _lock_for_this_transaction(connection)
                yield alembic_config(connection)
                if connection.dialect.name == "sqlite":
                    _require_owners(connection)
    finally:
        engine.dispose()


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except DBAPIError as error:
        raise unusable(engine.url, str(error.orig)) from error
    with connection:
        yield connection


def _require_fitting(address: URL, connection: Connection) -> None:
    """Refuse a server that is too old, and one that can't store every character."""
    dialect = connection.dialect
    kind = "mariadb" if getattr(dialect, "is_mariadb", False) else dialect.name
    version = dialect.server_version_info or (0,)
    if version < OLDEST[kind]:
        raise unusable(address, f"version {_dotted(version)}; needed is {_dotted(OLDEST[kind])}")
    if kind == "postgresql":
        encoding = connection.scalar(text("SHOW server_encoding"))
        connection.rollback()
        if encoding != "UTF8":
            raise unusable(address, f"the database stores text as {encoding}; needed is UTF8")


def _dotted(version: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in version)


def _lock_for_this_transaction(connection: Connection) -> None:
    # Only here patiently: a table that a long statement holds makes the migration fail instead,
    # because everybody who came after it would have to wait as well.
    wait = connection.scalar(text("SHOW lock_timeout"))
    connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('qiao migrations'))"))
    connection.execute(text(f"SET LOCAL lock_timeout = '{wait}'"))


@contextmanager
def _named_lock(connection: Connection) -> Iterator[None]:
    # Names hold for the whole server, on which there may be other databases of ours.
    database = connection.scalar(text("SELECT DATABASE()"))
    name = "qiao migrations " + hashlib.sha256(str(database).encode()).hexdigest()[:16]
    got = connection.scalar(text("SELECT GET_LOCK(:name, :wait)"), {"name": name, "wait": PATIENCE})
    connection.commit()
    if got != 1:
        raise DatabaseUnusable(f"Another process has been migrating for {PATIENCE // 60} minutes.")
    try:
        yield
    finally:
        connection.execute(text("SELECT RELEASE_LOCK(:name)"), {"name": name})
        connection.commit()


def _require_owners(connection: Connection) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        raise RuntimeError(f"The migration leaves rows without their owner: {orphans}")
