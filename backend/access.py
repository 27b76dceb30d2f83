"""Who may call what: the one place that decides, from the contract's `who`.

| who         | nobody                      | guest's account | signed in                   |
| `anyone`    | yes                         | yes             | yes                         |
| `guest`     | write: gets an account;     | yes             | yes                         |
|             | read: 401                   |                 |                             |
| `user`      | 401                         | 401             | yes                         |
| `holder`    | 401                         | their ticket; else 403, no ticket 404.        |
|             |                             | Who runs its event may look at it, too        |
| `organiser` | 401                         | 401             | owner; else 403, no event 404 |
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from backend import lookup
from backend.codes import Codes
from backend.models import User
from contract.events import EventNotFound, NotYours
from contract.logins import LoginRequired
from contract.tickets import ForgedTicket, TicketNotFound
from qiao.contract import Endpoint, Problem


def check(
    db: Session,
    codes: Codes,
    endpoint: Endpoint[Any],
    user: User | None,
    params: dict[str, Any],
) -> None:
    """Raise the problem that keeps `user` from calling `endpoint`."""
    who = endpoint.who
    if who == "anyone":
        return
    if who == "guest":
        if user is None and endpoint.method == "GET":
            raise LoginRequired
        return
    if user is None or (user.guest and who != "holder"):
        raise LoginRequired
    if who == "holder":
        sign_up = lookup.sign_up(db, codes, params["code"])
        looks = endpoint.method == "GET" and sign_up.event.owner_id == user.id
        if sign_up.user_id != user.id and not looks:
            raise NotYours
    if who == "organiser" and lookup.event(db, params["id"]).owner_id != user.id:
        raise NotYours


def problems(endpoint: Endpoint[Any]) -> list[type[Problem]]:
    """Return the problems that `check` can raise for `endpoint`, for OpenAPI."""
    if endpoint.who == "anyone" or (endpoint.who == "guest" and endpoint.method != "GET"):
        return []
    more: dict[str, list[type[Problem]]] = {
        "holder": [ForgedTicket, TicketNotFound, NotYours],
        "organiser": [EventNotFound, NotYours],
    }
    return [LoginRequired, *more.get(endpoint.who, [])]
