"""Calls of endpoints by fetch; what the server sent along with the page isn't fetched again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qiao import client
from qiao.browser import web
from qiao.contract.problems import Invalid, Problem, Refused, Unreachable

if TYPE_CHECKING:
    from qiao.contract.endpoints import Endpoint
    from qiao.contract.records import Record


class Transport:
    """`sent` holds the answers of the calls that the server made for this page, by address."""

    def __init__(self, sent: dict[str, Any]) -> None:
        self.sent = sent

    async def __call__(
        self, endpoint: Endpoint[Any], params: dict[str, Any], form: Record | None, key: str | None
    ) -> Any:
        url = client.address(endpoint, params)
        if endpoint.method == "GET":
            # Once: whoever asks again wants to know how it is now.
            if url in self.sent:
                return self.sent.pop(url)
            body = ""
        else:
            body = json.dumps(form.write()) if form is not None else "{}"
        status, answer = await web.request(endpoint.method, url, body, key)
        if status == 204:
            return None
        data = decode(answer)
        if 200 <= status < 300 and isinstance(data, dict):
            return data
        raise problem_of(endpoint, status, data)


def decode(answer: str) -> Any:
    """Return the JSON of an answer, `None` for one that is no JSON (a proxy's error page)."""
    try:
        return json.loads(answer)
    except ValueError:
        return None


def problem_of(endpoint: Endpoint[Any], status: int, data: Any) -> Problem:
    """Return the problem that the server reported, of the class that the contract names."""
    if status == 0 or status in (502, 503, 504) or not isinstance(data, dict):
        return Unreachable()
    if data.get("code") == Invalid.code:
        return Invalid(data.get("fields") or {})
    for kind in endpoint.fails:
        if kind.code == data.get("code"):
            details = {
                name: value for name, value in data.items() if name not in ("code", "message")
            }
            return kind(**details)
    return Refused(status, data)
