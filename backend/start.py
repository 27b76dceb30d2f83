"""What happens before the first request: the database is brought up to date, a demo filled."""

from __future__ import annotations

from backend import demo, migrate, secrets
from backend.codes import Codes
from backend.config import Config
from backend.db import Database


def prepare(config: Config) -> None:
    """Make the data folder ready. Several processes may do so at once."""
    # Names and answers of guests lie in it: not for other users of the machine.
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    codes = codes_of(config)
    migrate.upgrade(config.database_url)
    if config.demo:
        database = database_of(config)
        database.run(lambda db: demo.fill(db, codes), writes=True)
        database.close()


def database_of(config: Config) -> Database:
    """Return the database of this configuration."""
    return Database(config.database_url, pool=config.database_pool, wait=config.database_wait)


def codes_of(config: Config) -> Codes:
    """Return the maker of ticket codes for this configuration."""
    return Codes(secrets.derive(secrets.secret_key(config), "ticket codes"))
