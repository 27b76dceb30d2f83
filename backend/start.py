"""What happens before the first request: the database is brought up to date, a demo filled."""

from __future__ import annotations

from contextlib import closing

from backend import demo, key_check, migrate, secrets
from backend.codes import Codes
from backend.config import Config
from backend.db import Database
from backend.platforms.doors import Platforms
from backend.platforms.tokens import Tokens
from backend.seals import Seal
from backend.site import Site


def prepare(config: Config) -> None:
    """Make the data folder ready. Several processes may do so at once."""
    bring_up_to_date(config)
    if config.demo:
        codes = codes_of(config)
        with closing(database_of(config)) as database:
            database.run(lambda db: demo.fill(db, codes), writes=True)


def bring_up_to_date(config: Config) -> None:
    """Migrate the database; raises `ConfigError` where its key is another than ours."""
    # Names and answers of guests lie in it: not for other users of the machine.
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    secrets.secret_key(config)
    migrate.upgrade(config.database_url)
    with closing(database_of(config)) as database:
        key_check.require_same(database, config)


def site_of(config: Config) -> Site:
    """Return what a process works with, from its start to its end."""
    database = database_of(config)
    key = secrets.secret_key(config)
    tokens = Tokens(database, secrets.derive(key, "platform tokens"))
    platforms = Platforms(config.platforms, tokens)
    seal = Seal(secrets.derive(key, "kept answers"))
    return Site(config, database, codes_of(config), platforms, seal)


def database_of(config: Config) -> Database:
    """Return the database of this configuration."""
    return Database(config.database_url, pool=config.database_pool, wait=config.database_wait)


def codes_of(config: Config) -> Codes:
    """Return the maker of ticket codes for this configuration."""
    return Codes(secrets.derive(secrets.secret_key(config), "ticket codes"))
