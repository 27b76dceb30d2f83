"""Endpoints: one object that the server implements and the page calls."""

from __future__ import annotations

from types import ModuleType
from typing import Any, Generic, TypeVar

from qiao import client
from qiao.contract.problems import Problem
from qiao.contract.records import Record

Answer = TypeVar("Answer")

# The longest that is meant to be sent, an event with twenty questions, has a tenth of it.
LARGEST = 256 * 1024
WHO = ("anyone", "guest", "holder", "user", "helper", "organiser")


class Download:
    """What an endpoint gives that is a file, not a record: pages link to it, browsers save it."""

    def __init__(self, media_type: str) -> None:
        self.media_type = media_type


class Endpoint(Generic[Answer]):
    """One method and path of the API, what it takes and gives, and who may call it.

    `who` is `anyone` (no account), `guest` (an account is made where there is none), `user`
    (signed in), `holder` (of the ticket that `<code>` names; its organiser may look at it, too),
    `organiser` (owner of the event that `<int:id>` names) or `helper` (whom they let check in
    there; the organiser, too).
    Awaiting a call reaches the server: by fetch in the page, directly while rendering there.
    """

    def __init__(
        self,
        method: str,
        path: str,
        takes: type[Record] | None,
        gives: Any,
        fails: list[type[Problem]],
        who: str,
        largest: int,
        sessions_only: bool,
    ) -> None:
        self.method = method
        self.path = path
        self.takes = takes
        self.gives = gives
        self.fails = fails
        self.who = who
        self.largest = largest
        self.sessions_only = sessions_only
        self.status = 204 if gives is None else 201 if method == "POST" else 200

    def __repr__(self) -> str:
        return f"<endpoint {self.method} {self.path}>"

    async def __call__(self, form: Record | None = None, **params: Any) -> Answer:
        """Call it; raises a `Problem` of `fails`, or `Unreachable`.

        `form` is the record of a write; what a GET takes are parameters, like those of the path:
        `await events.find(mine="yes")`.
        """
        answer = await client.call(self, params, form)
        result: Any = None if self.gives is None else self.gives.read(answer)
        return result  # type: ignore[no-any-return]


def endpoint(
    route: str,
    *,
    takes: type[Record] | None = None,
    gives: type[Answer] | Download | None,
    fails: list[type[Problem]] | None = None,
    who: str = "anyone",
    largest: int = LARGEST,
    sessions_only: bool = False,
) -> Endpoint[Answer]:
    """Return the endpoint for `route`, such as `GET /events/<int:id>`.

    `takes` is the JSON body, or the query of a GET; a body may have `largest` bytes. What `gives`
    nothing (`None`) answers with 204. What is for `sessions_only` refuses access
    tokens. Raises `ValueError` for a bad route.
    """
    method, _, path = route.partition(" ")
    if method not in ("GET", "POST", "PUT", "PATCH", "DELETE") or not path.startswith("/"):
        raise ValueError(f"{route!r} is not a route: write it like 'GET /events/<int:id>'")
    if who not in WHO:
        raise ValueError(f"who={who!r} for {route!r}: choose one of {', '.join(WHO)}")
    return Endpoint(method, path, takes, gives, fails or [], who, largest, sessions_only)


def endpoints_in(module: ModuleType) -> dict[str, Endpoint[Any]]:
    """Return the endpoints that a contract module defines, by name (`events.create`)."""
    subject = module.__name__.rpartition(".")[2]
    return {
        f"{subject}.{name}": value
        for name, value in vars(module).items()
        if isinstance(value, Endpoint)
    }
