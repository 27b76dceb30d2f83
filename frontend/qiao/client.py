"""Calls of endpoints, the same from both ends: only the transport differs."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from qiao.paths import fill_path, path_names, query_string

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from qiao.contract.endpoints import Endpoint
    from qiao.contract.records import Record

    Transport = Callable[[Endpoint[Any], dict[str, Any], Record | None, str | None], Awaitable[Any]]

# How a call gets to the server. Takes endpoint, parameters, the record of a write and idempotency
# key; gives the JSON answer or raises a `Problem`. Set by the server for each request, by the page
# once at its start.
transport: ContextVar[Transport] = ContextVar("transport")

# The idempotency key of the form that is being submitted, so that a page's `submit` need not
# hand it on: the first write within it gets the key.
write_key: ContextVar[str | None] = ContextVar("write_key", default=None)


def address(endpoint: Endpoint[Any], params: dict[str, Any]) -> str:
    """Return the address of a call below the host: `/api/events/7?page=2`."""
    path, query = split(endpoint, params)
    return "/api" + fill_path(endpoint.path, path) + query_string(query)


def split(endpoint: Endpoint[Any], params: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parameters of the path, and those of the query of a GET that takes one."""
    if endpoint.method != "GET" or endpoint.takes is None:
        return params, {}
    names = path_names(endpoint.path)
    path = {name: value for name, value in params.items() if name in names}
    query = {
        name: value
        for name, value in params.items()
        if name not in names and value is not None and value != ""
    }
    return path, query


async def call(endpoint: Endpoint[Any], params: dict[str, Any], form: Record | None) -> Any:
    """Return the JSON answer of a call."""
    key = None
    if endpoint.method != "GET":
        key = write_key.get()
        write_key.set(None)
    return await transport.get()(endpoint, params, form, key)
