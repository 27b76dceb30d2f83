"""Implementations: which function answers calls of which endpoint of the contract.

A service asks for what it needs by the names of its parameters: `db`, `user`, `visitor`, `now`,
`codes`, `config`, `platforms`, `form`, and the parameters of the path.

A service that has to know something from a platform's server may not ask in its transaction:
everybody else would wait for that server, too. What is to be asked is said by a second function,
see `asks`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from backend.downloads import Download
from backend.endpoints import ENDPOINTS
from qiao.contract import Endpoint, Record

Service = TypeVar("Service", bound=Callable[..., Record | Download | None])
Ask = TypeVar("Ask", bound=Callable[..., Callable[[], Any] | None])

OFFERED = {"db", "user", "visitor", "now", "codes", "config", "platforms"}


@dataclass(frozen=True, slots=True)
class Implementation:
    """A service and the names of what it asks for."""

    service: Callable[..., Any]
    wants: tuple[str, ...]


_implementations: dict[Endpoint[Any], Implementation] = {}
_asking: dict[Endpoint[Any], Implementation] = {}


def implements(endpoint: Endpoint[Any]) -> Callable[[Service], Service]:
    """Register the decorated function as what answers calls of `endpoint`."""

    def register(service: Service) -> Service:
        where = f"{service.__module__}.{service.__qualname__}"
        if endpoint in _implementations:
            raise TypeError(f"{endpoint!r} is implemented twice, the second time by {where}")
        wants = _wants(endpoint, service, where, {"answered"} if endpoint in _asking else set())
        _implementations[endpoint] = Implementation(service, wants)
        return service

    return register


def asks(endpoint: Endpoint[Any]) -> Callable[[Ask], Ask]:
    """Register what says which question comes before `endpoint`'s service, written above it.

    The decorated function takes what a service takes, and returns None, or a function that puts
    the question: called while no transaction is open, so it must have all it needs by then, and
    nothing of `db`. It may raise a problem. What it returns, the service gets as `answered`.
    It is not put again for a write that was carried out before, under the same key.
    """

    def register(ask: Ask) -> Ask:
        where = f"{ask.__module__}.{ask.__qualname__}"
        if endpoint in _asking or endpoint in _implementations:
            raise TypeError(f"{where} must stand before what implements {endpoint!r}, and once")
        _asking[endpoint] = Implementation(ask, _wants(endpoint, ask, where, set()))
        return ask

    return register


def service_of(endpoint: Endpoint[Any]) -> Implementation:
    """Return what answers calls of `endpoint`."""
    return _implementations[endpoint]


def question_of(endpoint: Endpoint[Any]) -> Implementation | None:
    """Return what says which question comes before that, if any does."""
    return _asking.get(endpoint)


def may_ask(endpoint: Endpoint[Any]) -> bool:
    """Tell whether calling `endpoint` may mean to wait for a platform's server."""
    return endpoint in _asking


def _wants(
    endpoint: Endpoint[Any], function: Callable[..., Any], where: str, more: set[str]
) -> tuple[str, ...]:
    known = OFFERED | path_parameters(endpoint) | ({"form"} if endpoint.takes else set()) | more
    wants = tuple(inspect.signature(function).parameters)
    unknown = [name for name in wants if name not in known]
    if unknown:
        raise TypeError(
            f"{where} asks for {', '.join(unknown)}; {endpoint!r} offers {', '.join(sorted(known))}"
        )
    return wants


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
