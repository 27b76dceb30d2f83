"""From a contract's endpoint to the function that implements it, wherever the call comes from.

A request to the API and a page that is being rendered go the same way: who may call, what was
sent, was it sent before, then the service. A service asks for what it needs by the names of its
parameters: `db`, `user`, `now`, `codes`, `config`, `form`, and the parameters of the path.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from backend import access, idempotency, users
from backend.codes import Codes
from backend.config import Config
from backend.db import Database
from backend.endpoints import ENDPOINTS, NAMES
from backend.models import User
from backend.visitors import Visitor
from qiao.contract import Endpoint, Record

Service = TypeVar("Service", bound=Callable[..., Record | None])

OFFERED = {"db", "user", "now", "codes", "config"}


@dataclass(frozen=True, slots=True)
class Implementation:
    """A service and the names of what it asks for."""

    service: Callable[..., Record | None]
    wants: tuple[str, ...]


_implementations: dict[Endpoint[Any], Implementation] = {}


def implements(endpoint: Endpoint[Any]) -> Callable[[Service], Service]:
    """Register the decorated function as what answers calls of `endpoint`."""

    def register(service: Service) -> Service:
        where = f"{service.__module__}.{service.__qualname__}"
        if endpoint in _implementations:
            raise TypeError(f"{endpoint!r} is implemented twice, the second time by {where}")
        known = OFFERED | path_parameters(endpoint) | ({"form"} if endpoint.takes else set())
        wants = tuple(inspect.signature(service).parameters)
        unknown = [name for name in wants if name not in known]
        if unknown:
            raise TypeError(
                f"{where} asks for {', '.join(unknown)}; "
                f"{endpoint!r} offers {', '.join(sorted(known))}"
            )
        _implementations[endpoint] = Implementation(service, wants)
        return service

    return register


def require_all() -> None:
    """Raise `RuntimeError` naming every endpoint of the contract that nothing implements."""
    missing = [name for name, one in ENDPOINTS.items() if one not in _implementations]
    if missing:
        raise RuntimeError(
            f"Nothing implements {', '.join(missing)}. Decorate a function with "
            "`@implements(...)`, in a module that backend.app imports."
        )


def summary(endpoint: Endpoint[Any]) -> str:
    """Return in one sentence what calling `endpoint` does: its service's docstring."""
    return (_implementations[endpoint].service.__doc__ or "").partition("\n")[0]


def path_parameters(endpoint: Endpoint[Any]) -> set[str]:
    """Return the names of the parameters in the path of `endpoint`."""
    return set(re.findall(r"<(?:\w+:)?(\w+)>", endpoint.path))


@dataclass(frozen=True, slots=True)
class Site:
    """What lasts from start to end of the process."""

    config: Config
    database: Database
    codes: Codes


@dataclass(slots=True)
class Caller:
    """A visitor inside one transaction, at one moment."""

    site: Site
    db: Session
    visitor: Visitor
    now: datetime

    def __post_init__(self) -> None:
        self.visitor.begin()

    def call(
        self, endpoint: Endpoint[Any], params: dict[str, Any], sent: Any, key: str | None = None
    ) -> Any:
        """Return the JSON answer of `endpoint`, or raise its problem.

        `sent` is the JSON value that came, or a record that was made here.
        """
        user = self.visitor.user(self.db, self.now)
        access.check(self.db, self.site.codes, endpoint, user, params)
        form = None
        if endpoint.takes is not None:
            form = sent if isinstance(sent, Record) else endpoint.takes.read(sent)
        if key is None:
            return self._run(endpoint, params, form, user)[0]
        body = [params, None if form is None else form.write()]
        attempt = idempotency.Attempt(NAMES[endpoint], key, body, self.visitor, user)
        before = attempt.find(self.db, user, self.now)
        if before is not None:
            self._recognise(user, before.user_id)
            return before.answer
        idempotency.remove_old(self.db, self.now)
        claimed = attempt.claim(self.db, self.now)
        claimed.answer, user = self._run(endpoint, params, form, user)
        claimed.user_id = None if user is None else user.id
        return claimed.answer

    def _run(
        self,
        endpoint: Endpoint[Any],
        params: dict[str, Any],
        form: Record | None,
        user: User | None,
    ) -> tuple[Any, User | None]:
        if user is None and endpoint.who == "guest":
            user = users.add_guest(self.db, self.now)
            self.visitor.log_in(self.db, user, self.now)
        offered = {
            "db": self.db,
            "user": user,
            "now": self.now,
            "codes": self.site.codes,
            "config": self.site.config,
            "form": form,
            **params,
        }
        implementation = _implementations[endpoint]
        answer = implementation.service(**{name: offered[name] for name in implementation.wants})
        return None if answer is None else answer.write(), user

    def _recognise(self, user: User | None, user_id: int | None) -> None:
        """The first answer never reached the guest's browser: give it the account it belongs to.

        Only a guest's account, and only to the browser with the mark of the first request.
        """
        if user is None and user_id is not None and self.visitor.mark is not None:
            owner = self.db.get(User, user_id)
            if owner is not None and owner.guest:
                self.visitor.log_in(self.db, owner, self.now)
