"""Who may call what: the one place that decides, from the contract's `who`.

docs/access.md shows it for every endpoint: `python -m backend.access > docs/access.md`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from backend import lookup
from backend.codes import Codes
from backend.endpoints import ENDPOINTS
from backend.models import User
from contract.access_tokens import SCOPES, BadToken, ReadOnlyToken, TokenNotAllowed
from contract.events import EventNotFound, NotYours
from contract.logins import LoginRequired
from contract.tickets import ForgedTicket, TicketNotFound
from qiao.contract import Endpoint, Problem

# Nobody has no account yet, a guest has one without a login. What a ticket's holder and an event's
# helper and organiser are, they are to that ticket and that event.
CALLERS = ("nobody", "guest", "holder", "user", "helper", "organiser")
# Who is asked of what the path's `<int:id>` names, an event.
OF_EVENT = ("helper", "organiser")
ABOUT = """\
# Who may call what

Made from the contract by `backend/access.py`; tests/api/test_access.py calls every cell.

- **nobody** has no session, a **guest** one without a login, a **user** has logged in.
- The **holder** is a guest with the ticket that the address names (a user with it is let in, too).
- A **helper** is a user whom the organiser has invited to check guests in at the event.
- The **organiser** is the user whose event it is.
- **new**: let in, and given a guest's account.
- **token**: scopes of an access token with which the user or organiser is let in, too (403: none).
- Whoever is refused because of who they are gets 401 (log in first) or 403 (not yours).

"""


def check(
    db: Session,
    codes: Codes,
    endpoint: Endpoint[Any],
    user: User | None,
    params: dict[str, Any],
    scope: str | None,
) -> None:
    """Raise the problem that keeps `user` from calling `endpoint`.

    `scope` is that of the access token they call with, None where they have a session or nothing.
    """
    if scope is not None and (unfit := token_refusal(endpoint, scope)) is not None:
        raise unfit
    # Who is not let in whatever they call is told so before anything is looked up for them.
    known = "nobody" if user is None else "guest" if user.guest else "user"
    if user is not None and (
        endpoint.who == "holder" or (endpoint.who in OF_EVENT and known == "user")
    ):
        known = _relation(db, codes, endpoint, user, params) or known
    problem = refusal(endpoint, known)
    if problem is not None:
        raise problem


def refusal(endpoint: Endpoint[Any], caller: str) -> type[Problem] | None:
    """Return the problem that keeps such a caller, of `CALLERS`, out; `None` lets them in."""
    reads = endpoint.method == "GET"
    match endpoint.who, caller:
        case ("anyone", _):
            return None
        case ("guest", "nobody"):
            return LoginRequired if reads else None
        case ("guest", _):
            return None
        case ("user", "user" | "helper" | "organiser"):
            return None
        case ("holder", "holder"):
            return None
        case ("holder", "organiser"):
            return None if reads else NotYours
        case ("holder", "guest" | "user" | "helper"):
            return NotYours
        case ("organiser", "organiser"):
            return None
        case ("organiser", "user" | "helper"):
            return NotYours
        case ("helper", "helper" | "organiser"):
            return None
        case ("helper", "user"):
            return NotYours
    return LoginRequired


def token_refusal(endpoint: Endpoint[Any], scope: str) -> type[Problem] | None:
    """Return the problem that keeps a token of this scope out, whose ever it is."""
    if endpoint.sessions_only:
        return TokenNotAllowed
    return ReadOnlyToken if scope == "read" and endpoint.method != "GET" else None


def problems(endpoint: Endpoint[Any]) -> list[type[Problem]]:
    """Return the problems that `check` can raise for `endpoint`, for OpenAPI."""
    found = [refusal(endpoint, caller) for caller in CALLERS]
    found += [BadToken, *(token_refusal(endpoint, scope) for scope in SCOPES)]
    more: dict[str, list[type[Problem]]] = {
        "holder": [ForgedTicket, TicketNotFound],
        "helper": [EventNotFound],
        "organiser": [EventNotFound],
    }
    return [*{one: None for one in found if one is not None}, *more.get(endpoint.who, [])]


def table() -> str:
    """Return docs/access.md."""
    lines = [["endpoint", *CALLERS, "token"], ["---"] * (len(CALLERS) + 2)]
    for endpoint in ENDPOINTS.values():
        path = f"`{endpoint.method} /api{endpoint.path}`"
        cells = (cell(endpoint, caller) for caller in CALLERS)
        lines.append([path, *cells, token_cell(endpoint)])
    return ABOUT + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(endpoint: Endpoint[Any], caller: str) -> str:
    """Return what the table says of a caller."""
    problem = refusal(endpoint, caller)
    if problem is not None:
        return str(problem.status)
    return "new" if (endpoint.who, caller) == ("guest", "nobody") else "yes"


def token_cell(endpoint: Endpoint[Any]) -> str:
    """Return what the table says of access tokens: the scopes that are let in."""
    fit = [scope for scope in SCOPES if token_refusal(endpoint, scope) is None]
    return ", ".join(fit) or "403"


def _relation(
    db: Session, codes: Codes, endpoint: Endpoint[Any], user: User, params: dict[str, Any]
) -> str | None:
    if endpoint.who in OF_EVENT:
        event = lookup.event(db, params["id"])
        if event.owner_id == user.id:
            return "organiser"
        helps = endpoint.who == "helper" and lookup.helps(db, event, user)
        return "helper" if helps else None
    sign_up = lookup.sign_up(db, codes, params["code"])
    if sign_up.user_id == user.id:
        return "holder"
    return "organiser" if sign_up.event.owner_id == user.id else None


if __name__ == "__main__":
    print(table(), end="")
