"""Who may call what: the one place that decides, from the contract's `who`.

| who         | nobody                      | guest's account | signed in                   |
| `anyone`    | yes                         | yes             | yes                         |
| `guest`     | write: gets an account;     | yes             | yes                         |
|             | read: 401                   |                 |                             |
| `user`      | 401                         | 401             | yes                         |
| `organiser` | 401                         | 401             | owner; else 403, no event 404 |
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from backend.models import Event, User
from contract.events import EventNotFound, NotYours
from contract.logins import LoginRequired
from qiao.contract import Endpoint, Problem


def check(db: Session, endpoint: Endpoint[Any], user: User | None, params: dict[str, Any]) -> None:
    """Raise the problem that keeps `user` from calling `endpoint`."""
    who = endpoint.who
    if who == "anyone":
        return
    if who == "guest":
        if user is None and endpoint.method == "GET":
            raise LoginRequired
        return
    if user is None or user.guest:
        raise LoginRequired
    if who == "organiser":
        event = db.get(Event, params["id"])
        if event is None:
            raise EventNotFound
        if event.owner_id != user.id:
            raise NotYours


def problems(endpoint: Endpoint[Any]) -> list[type[Problem]]:
    """Return the problems that `check` can raise for `endpoint`, for OpenAPI."""
    if endpoint.who == "anyone" or (endpoint.who == "guest" and endpoint.method != "GET"):
        return []
    return [LoginRequired, *([EventNotFound, NotYours] if endpoint.who == "organiser" else [])]
