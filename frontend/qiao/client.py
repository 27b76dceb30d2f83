"""Calls of endpoints, the same from both ends: only the transport differs."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from qiao.paths import fill_path, query_string

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from qiao.contract.endpoints import Endpoint
    from qiao.contract.records import Record

    Transport = Callable[[Endpoint[Any], dict[str, Any], Record | None, str | None], Awaitable[Any]]

# How a call gets to the server. Takes endpoint, parameters of the path, record and idempotency
# key; gives the JSON answer or raises a `Problem`. Set by the server for each request, by the
# page once at its start.
transport: ContextVar[Transport] = ContextVar("transport")

# The idempotency key of the form that is being submitted, so that a page's `submit` need not
# hand it on: the first write within it gets the key.
write_key: ContextVar[str | None] = ContextVar("write_key", default=None)


def address(endpoint: Endpoint[Any], params: dict[str, Any], form: Record | None) -> str:
    """Return the address of a call below the host: `/api/events/7?page=2`."""
    path = "/api" + fill_path(endpoint.path, params)
    if endpoint.method == "GET" and form is not None:
        return path + query_string(form.write())
    return path


async def call(endpoint: Endpoint[Any], params: dict[str, Any], form: Record | None) -> Any:
    """Return the JSON answer of a call."""
    key = None
    if endpoint.method != "GET":
        key = write_key.get()
        write_key.set(None)
    return await transport.get()(endpoint, params, form, key)
