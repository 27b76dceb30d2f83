"""From a call of an endpoint to its service, wherever the call comes from.

A request to the API and a page that is being rendered go the same way: who may call, what was
sent, was it sent before, then the service, see `backend.implementations`.

Where the service has to know something from a platform's server, its transaction is undone, the
question put, and all begun again with the answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy.orm import Session

from backend import access, idempotency, implementations, users
from backend.endpoints import NAMES
from backend.implementations import Implementation
from backend.models import User
from backend.site import Site
from backend.visitors import Visitor
from qiao.contract import Endpoint, Problem, Record

T = TypeVar("T")
Question: TypeAlias = Callable[[], Any]

# A page's form may call several endpoints that ask. More is a page that never ends.
MOST_QUESTIONS = 10


class Unanswered(Exception):
    """Not a mistake: this transaction is to be undone, and begun again with an answer."""

    def __init__(self, key: str, question: Question) -> None:
        self.key = key
        self.question = question


def run(
    site: Site,
    work: Callable[[Session, dict[str, Any]], T],
    *,
    writes: bool,
    repeatable: bool = False,
) -> T:
    """Return what `work` returns, done in a transaction, see `Database.run`.

    Its second argument is for a `Caller`: the answers to what was asked so far.
    """
    answers: dict[str, Any] = {}
    while True:
        try:
            return site.database.run(
                lambda db: work(db, answers), writes=writes, repeatable=repeatable
            )
        except idempotency.Used:
            continue
        except Unanswered as asked:
            if len(answers) >= MOST_QUESTIONS:
                raise RuntimeError("a request asks platforms without end") from asked
            key, question = asked.key, asked.question
        try:
            answers[key] = question()
        except Problem as problem:
            # Raised where it was asked for: a page shows it in its form, with all that was typed.
            answers[key] = problem


@dataclass(slots=True)
class Caller:
    """A visitor inside one transaction, at one moment."""

    site: Site
    db: Session
    visitor: Visitor
    now: datetime
    answers: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.visitor.begin()

    def call(
        self, endpoint: Endpoint[Any], params: dict[str, Any], sent: Any, key: str | None = None
    ) -> Any:
        """Return the JSON answer of `endpoint`, or raise its problem.

        `sent` is the JSON value that came, or a record that was made here.
        """
        user = self.visitor.user(self.db, self.now)
        access.check(self.db, self.site.codes, endpoint, user, params, self.visitor.scope)
        form = None
        if endpoint.takes is not None:
            form = sent if isinstance(sent, Record) else endpoint.takes.read(sent)
        body = [params, None if form is None else _short(form.write())]
        if key is None:
            answered = self._ask(endpoint, params, form, user, body)
            return self._run(endpoint, params, form, user, answered)[0]
        attempt = idempotency.Attempt(NAMES[endpoint], key, body, self.visitor, user)
        before = attempt.find(self.db, user, self.now) if self.visitor.begun_again else None
        if before is not None:
            self._recognise(user, before.user_id)
            return idempotency.answer_of(before, self.site.seal)
        try:
            answered = self._ask(endpoint, params, form, user, body)
            answer, user = self._run(endpoint, params, form, user, answered)
        except (Problem, Unanswered):
            if not self.visitor.begun_again and attempt.is_used(self.db):
                raise idempotency.Used from None
            raise
        attempt.keep(self.db, self.site.seal.close(answer), user, self.now)
        return answer

    def _ask(
        self,
        endpoint: Endpoint[Any],
        params: dict[str, Any],
        form: Record | None,
        user: User | None,
        body: list[Any],
    ) -> Any:
        """Return the answer to what has to be asked first, or leave to ask it."""
        asking = implementations.question_of(endpoint)
        if asking is None:
            return None
        question = self._call(asking, params, form, user, None)
        if question is None:
            return None
        key = json.dumps([NAMES[endpoint], body], sort_keys=True)
        if key not in self.answers:
            raise Unanswered(key, question)
        answer = self.answers[key]
        if isinstance(answer, Problem):
            raise answer
        return answer

    def _run(
        self,
        endpoint: Endpoint[Any],
        params: dict[str, Any],
        form: Record | None,
        user: User | None,
        answered: Any,
    ) -> tuple[Any, User | None]:
        if user is None and endpoint.who == "guest":
            user = users.add_guest(self.db, self.now)
            self.visitor.log_in(self.db, user, self.now)
        answer = self._call(implementations.service_of(endpoint), params, form, user, answered)
        return answer.write() if isinstance(answer, Record) else answer, user

    def _call(
        self,
        implementation: Implementation,
        params: dict[str, Any],
        form: Record | None,
        user: User | None,
        answered: Any,
    ) -> Any:
        offered = {
            "db": self.db,
            "user": user,
            "visitor": self.visitor,
            "now": self.now,
            "codes": self.site.codes,
            "config": self.site.config,
            "platforms": self.site.platforms,
            "form": form,
            "answered": answered,
            **params,
        }
        return implementation.service(**{name: offered[name] for name in implementation.wants})

    def _recognise(self, user: User | None, user_id: int | None) -> None:
        """The first answer never reached the guest's browser: give it the account it belongs to.

        Only a guest's account, and only to the browser with the mark of the first request.
        """
        if user is None and user_id is not None and self.visitor.mark is not None:
            owner = self.db.get(User, user_id)
            if owner is not None and owner.guest:
                self.visitor.log_in(self.db, owner, self.now)


def _short(written: dict[str, Any]) -> dict[str, Any]:
    """Return what was sent with the hash of each file in its place."""
    return {
        name: hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value
        for name, value in written.items()
    }
