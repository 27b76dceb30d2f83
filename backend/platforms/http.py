"""HTTP to a platform: time limits, and a second try where the platform says that it is safe.

A call is tried again
- if it never left: no connection could be made;
- if the platform answered that it is busy, which its documentation says to try again;
- if it was lost on the way, only where it is `harmless`: asking twice is like asking once.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

from backend.platforms.errors import PlatformAway

# Both log whole addresses, and WeChat wants secrets and tokens in those.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

T = TypeVar("T")

# A shell waits ten seconds for its login; that has to hold two tries.
CONNECT = 2.0
ANSWER = 4.0
TRIES = 3
FIRST_PAUSE = 0.2
# The largest picture of a code is a tenth of it.
LARGEST = 4 * 1024 * 1024


class Again(Exception):
    """The answer says that the platform is busy and did nothing."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class Http:
    """Connections to one platform. May be used by many threads."""

    def __init__(self, platform: str, base: str) -> None:
        self.platform = platform
        self._client = httpx.Client(
            base_url=base,
            timeout=httpx.Timeout(ANSWER, connect=CONNECT),
            follow_redirects=False,
            # What the machine's environment says of proxies holds; its .netrc is not for this.
            headers={"Accept": "application/json", "User-Agent": "qiao"},
        )

    def call(
        self,
        what: str,
        build: Callable[[], httpx.Request],
        read: Callable[[httpx.Response], T],
        *,
        harmless: bool,
    ) -> T:
        """Return what `read` makes of the answer; raises `PlatformAway`, and what `read` raises.

        `build` makes the request anew for each try (its time and signature). `read` raises
        `Again` where the platform says that it is busy and did nothing.
        """
        for attempt in range(1, TRIES + 1):
            last = attempt == TRIES
            try:
                return read(self._send(build()))
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
                if last:
                    raise self._away(what, error, done=False) from error
            except httpx.TransportError as error:
                if last or not harmless:
                    raise self._away(what, error, done=True) from error
            except Again as busy:
                if last:
                    raise PlatformAway(self.platform, what, busy.why, done=False) from None
            time.sleep(random.uniform(0.5, 1) * FIRST_PAUSE * 2**attempt)
        raise AssertionError("unreachable")

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Request:
        """Return a request that `call` can send."""
        return self._client.build_request(
            method, path, params=params, content=content, headers=headers
        )

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def _send(self, request: httpx.Request) -> httpx.Response:
        response = self._client.send(request, stream=True)
        try:
            parts, size = [], 0
            for part in response.iter_bytes():
                size += len(part)
                if size > LARGEST:
                    raise httpx.ReadError("the answer has no end", request=request)
                parts.append(part)
        finally:
            response.close()
        whole = httpx.Response(
            response.status_code, headers=_plain(response.headers), content=b"".join(parts)
        )
        if whole.status_code >= 500:
            raise httpx.ReadError(f"status {whole.status_code}", request=request)
        return whole

    def _away(self, what: str, error: Exception, *, done: bool) -> PlatformAway:
        # The kind alone: words of an error may quote the address.
        return PlatformAway(self.platform, what, type(error).__name__, done=done)


def json_of(response: httpx.Response) -> dict[str, Any]:
    """Return the JSON object in an answer; raises `httpx.ReadError` where there is none."""
    try:
        value = json.loads(response.content)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise httpx.ReadError(f"status {response.status_code}, and no JSON object")
    return value


def _plain(headers: httpx.Headers) -> dict[str, str]:
    # The body is unpacked and whole by now.
    skip = ("content-encoding", "content-length", "transfer-encoding")
    return {name: value for name, value in headers.items() if name not in skip}
