"""What happens before the first request: the database is brought up to date, a demo filled."""

from __future__ import annotations

from backend import db, demo, secrets
from backend.codes import Codes
from backend.config import Config


def prepare(config: Config) -> None:
    """Make the data folder ready. Several processes may do so at once."""
    # Names and answers of guests lie in it: not for other users of the machine.
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    codes = codes_of(config)
    db.migrate(config.database_url)
    if config.demo:
        database = db.Database(config.database_url)
        with database.transaction(writes=True) as session:
            demo.fill(session, codes)
        database.close()


def codes_of(config: Config) -> Codes:
    """Return the maker of ticket codes for this configuration."""
    return Codes(secrets.derive(secrets.secret_key(config), "ticket codes"))
