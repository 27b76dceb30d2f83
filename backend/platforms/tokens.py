"""Access tokens and tickets of platforms: fetched once, shared by all processes, renewed in time.

They stand in the database, encrypted with a key derived from the secret key, so that a copy of the
database lets nobody speak for us. One process renews; the others go on with the token there is.
"""

from __future__ import annotations

import base64
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import update
from sqlalchemy.orm import Session

from backend.db import Database, rows_changed
from backend.models import PlatformToken
from backend.platforms.errors import PlatformAway, PlatformError

log = logging.getLogger("qiao")

# Five minutes before the end WeChat gives out the next one, and takes both for as long.
EARLY = timedelta(minutes=4)
# Longer than a fetch with all its tries takes: whoever renews for longer than this has died.
LEASE = timedelta(seconds=30)
# How long somebody without any token waits for who is fetching one, and how often they look.
PATIENCE = 8.0
PAUSE = 0.05

# Fetches a token: its text, and how many seconds it lasts.
Fetch = Callable[[], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A token as it stands in the database."""

    value: str
    expires_at: datetime


class Tokens:
    """The tokens of all platforms, by name. May be used by many threads."""

    def __init__(self, database: Database, key: bytes) -> None:
        self._database = database
        self._cipher = Fernet(base64.urlsafe_b64encode(key))

    def get(self, name: str, fetch: Fetch) -> str:
        """Return a token that is good for now; raises what `fetch` raises, and `PlatformAway`.

        Not while a transaction is open: it opens its own, and `fetch` asks the platform.
        """
        patience = time.monotonic() + PATIENCE
        while True:
            now = datetime.now(UTC)
            secret, kept = self._find(name)
            if kept is not None and kept.expires_at - EARLY > now:
                return kept.value
            if self._claim(name, secret, now):
                return self._renew(name, fetch, kept, now)
            if kept is not None and kept.expires_at > now:
                return kept.value
            if time.monotonic() > patience:
                raise PlatformAway(name, "a token", "somebody else is fetching it", done=False)
            time.sleep(PAUSE)

    def drop(self, name: str, value: str) -> None:
        """The platform takes this token no more: the next `get` fetches another."""
        _, kept = self._find(name)
        if kept is not None and kept.value == value:
            self._write(name, expires_at=datetime.now(UTC))

    def _renew(self, name: str, fetch: Fetch, kept: Kept | None, now: datetime) -> str:
        try:
            value, seconds = fetch()
        except (PlatformAway, PlatformError) as problem:
            self._write(name, renewing_until=None)
            if kept is not None and kept.expires_at > datetime.now(UTC):
                log.warning("the token %s could not be renewed yet: %s", name, problem)
                return kept.value
            raise
        self._write(
            name,
            value=self._cipher.encrypt(value.encode()).decode(),
            expires_at=now + timedelta(seconds=seconds),
            renewing_until=None,
        )
        return value

    def _find(self, name: str) -> tuple[str | None, Kept | None]:
        """Return what is stored, and what it means."""

        def find(db: Session) -> tuple[str | None, datetime]:
            row = db.get(PlatformToken, name)
            return (None, datetime.now(UTC)) if row is None else (row.value, row.expires_at)

        secret, expires_at = self._database.run(find, writes=False)
        if secret is None:
            return None, None
        try:
            return secret, Kept(self._cipher.decrypt(secret.encode()).decode(), expires_at)
        except InvalidToken:
            return secret, None  # of another secret key: it is fetched anew

    def _claim(self, name: str, seen: str | None, now: datetime) -> bool:
        """Become the one that renews, for a while."""

        def claim(db: Session) -> bool:
            if db.get(PlatformToken, name) is None:
                # Of two that insert at once, the second is undone and begun again.
                db.add(
                    PlatformToken(name=name, value=None, expires_at=now, renewing_until=now + LEASE)
                )
                db.flush()
                return True
            until = PlatformToken.renewing_until
            free = until.is_(None) | (until <= now)
            # Somebody may have renewed it since we looked.
            same = PlatformToken.value.is_(None) if seen is None else PlatformToken.value == seen
            mine = update(PlatformToken).where(PlatformToken.name == name, free, same)
            return rows_changed(db, mine.values(renewing_until=now + LEASE)) == 1

        return self._database.run(claim, writes=True)

    def _write(self, name: str, **values: str | datetime | None) -> None:
        change = update(PlatformToken).where(PlatformToken.name == name).values(**values)
        self._database.run(lambda db: rows_changed(db, change), writes=True, repeatable=True)
