"""Visitors: the browser behind a request, and the cookies by which it is known.

Two cookies: `session` says who somebody is; `visitor` tells one browser from another before
anybody is known. The second grants nothing. It is there for the double tap of a guest without
script: both posts then carry the same mark, and the second gets the answer of the first.
"""

from __future__ import annotations

import logging
from datetime import datetime

from flask import Request, Response
from sqlalchemy.orm import Session

from backend import bearers, limits, sessions
from backend.db import Database
from backend.devices import device_of
from backend.errors import Busy, Uncertain
from backend.models import User
from backend.secrets import new_token
from contract.access_tokens import BadToken

log = logging.getLogger("qiao")

SESSION = "session"
VISITOR = "visitor"
# A token has 43 characters; whatever is much longer was not made here.
LONGEST = 100


class Visitor:
    """Who is calling. Remembers which cookies the answer has to set.

    `bearer` is a script's access token; `scope` what that may do, once `user` has looked.
    """

    def __init__(
        self, token: str | None, mark: str | None, bearer: str | None = None, agent: str = ""
    ) -> None:
        self._agent = agent
        self._came_with = self.token = token
        self.mark = mark
        self.bearer = bearer
        self.scope: str | None = None
        # Whether the request's transaction was undone before, and this is another try.
        self.begun_again = False
        self._begun = self._counted = False
        self._idle = False
        # What a transaction did that may still be undone, and what is certain.
        self._pending: dict[str, str] = {}
        self._cookies: dict[str, str] = {}

    @classmethod
    def of(cls, request: Request) -> Visitor:
        """Return the visitor of a request, as its token or its cookies tell."""
        token = bearer(request) if request.path.startswith("/api/") else None
        if token is not None:
            # It is all that counts: who sends it means nobody else, and is no browser.
            return cls(None, None, token)
        agent = request.user_agent.string
        return cls(_cookie(request, SESSION), _cookie(request, VISITOR), agent=agent)

    def begin(self) -> None:
        """A transaction begins, perhaps once more: what an undone one did is forgotten."""
        self.begun_again = self._begun
        self._begun = True
        self.token = self._came_with
        self._pending = {}

    def remember(self) -> tuple[str | None, dict[str, str]]:
        """Return what the transaction has done so far, for `go_back`."""
        return self.token, dict(self._pending)

    def go_back(self, before: tuple[str | None, dict[str, str]]) -> None:
        """A part of the transaction is undone, what it did is forgotten."""
        self.token, self._pending = before

    def user(self, db: Session, now: datetime) -> User | None:
        """Return the account of the visitor's session, in this transaction.

        Raises `BadToken` for an access token that is not good, and `TooManyRequests`.
        """
        found = self._find(db, now)
        # Once a request, however many endpoints a page calls, or a transaction is begun again.
        if found is not None and not self._counted:
            self._counted = True
            limits.count(found.id)
        return found

    def _find(self, db: Session, now: datetime) -> User | None:
        if self.bearer is not None:
            return self._user_of_token(db, self.bearer, now)
        if self.token is None:
            return None
        found = sessions.find(db, self.token, now)
        if found is None:
            return None
        self._idle = found.seen_at < now - sessions.TOUCH
        return found.user

    def _user_of_token(self, db: Session, token: str, now: datetime) -> User:
        found = bearers.find(db, token, now)
        if found is None:
            raise BadToken
        self.scope = found.scope
        self._idle = found.used_at is None or found.used_at < now - sessions.TOUCH
        return found.user

    def log_in(self, db: Session, user: User, now: datetime) -> None:
        """Begin a session for `user`, with a token that nobody has seen before."""
        if self.token is not None:
            sessions.end(db, self.token)
        self.token = sessions.start(db, user, now, device_of(self._agent))
        self._pending[SESSION] = self.token

    def mark_browser(self) -> None:
        """Have the browser marked, if it is not yet."""
        if self.mark is None:
            self.mark = self._cookies[VISITOR] = new_token()

    def settle(self) -> None:
        """The transaction is committed: its login may be told to the browser."""
        self._came_with = self.token
        self._cookies.update(self._pending)
        self._pending = {}

    def keep_alive(self, database: Database, now: datetime) -> None:
        """Note that session or token is in use, when that was not noted for a while.

        In a transaction of its own: most requests only read, and need not wait for writers.
        """
        token = self.bearer or self.token
        if self._idle and token is not None:
            self._idle = False
            touch = sessions.touch if self.bearer is None else bearers.touch
            try:
                database.run(lambda db: touch(db, token, now), writes=True)
            except (Busy, Uncertain):
                # What was asked for is done, and must not be answered as if it had failed.
                log.warning("a session or token could not be noted as in use")

    def set_cookies(self, response: Response, *, secure: bool) -> None:
        """Put what changed into the answer."""
        for name, value in self._cookies.items():
            response.set_cookie(
                name,
                value,
                max_age=sessions.LONGEST,
                httponly=True,
                secure=secure,
                samesite="Lax",
            )


def bearer(request: Request) -> str | None:
    """Return the token of `Authorization: Bearer …`, if one was sent; it may be empty."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _cookie(request: Request, name: str) -> str | None:
    value = request.cookies.get(name)
    return value if value and len(value) <= LONGEST else None
