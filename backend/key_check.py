"""The key check: all processes that share a database must have the same secret key.

Two that had not would refuse each other's tickets, jobs and tokens of platforms, now and then and
without a word. So the database holds a fingerprint of the key, and a start with another one fails.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from backend import secrets
from backend.config import Config, ConfigError
from backend.db import Database
from backend.models import Setting

NAME = "key fingerprint"


def require_same(database: Database, config: Config) -> None:
    """Raise `ConfigError` unless the key is the one that the database was begun with."""
    mark = fingerprint(config)
    known = database.run(_known, writes=False)
    if known is None:
        # Of several that start at once the second meets the first one's row, and reads it then.
        known = database.run(lambda db: _note(db, mark), writes=True, repeatable=True)
    if known != mark:
        where = "QIAO_SECRET_KEY" if config.secret_key else config.data / "secret_key"
        raise ConfigError(
            f"The secret key ({where}) has the fingerprint {mark}; this database was begun with "
            f"{known}. All processes that share a database need the same key: give each machine "
            "the same QIAO_SECRET_KEY. If it was changed on purpose, which makes the tickets "
            "issued so far invalid: python3 build.py admin accept-key"
        )


def accept(database: Database, config: Config) -> str:
    """Make the key the one that all must have from now on; return its fingerprint."""
    mark = fingerprint(config)

    def work(db: Session) -> None:
        db.merge(Setting(name=NAME, value=mark))

    database.run(work, writes=True, repeatable=True)
    return mark


def fingerprint(config: Config) -> str:
    """Return what tells keys apart and says nothing about them."""
    return secrets.derive(secrets.secret_key(config), "fingerprint").hex()[:16]


def _known(db: Session) -> str | None:
    found = db.get(Setting, NAME)
    return None if found is None else found.value


def _note(db: Session, mark: str) -> str:
    known = _known(db)
    if known is None:
        db.add(Setting(name=NAME, value=mark))
    return known or mark
