"""One app of WeChat, mini program or official account: its access token, and calls with it.

Facts: developers.weixin.qq.com, 获取稳定版接口调用凭据 (stable_token) and 全局返回码.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.http import Again, Http, json_of
from backend.platforms.tokens import Tokens

T = TypeVar("T")

# 系统繁忙: "the system is busy, the developer is asked to try again later".
BUSY = "-1"
# Too many calls: of this user in a minute, of this app in a minute, of this app today.
TOO_MANY = ("45011", "45009", "45029")
# The token is wrong, or has ended: somebody else had another one made.
TOKEN_ENDED = ("40001", "40014", "42001")


class WeChatApp:
    """What every call with an access token needs."""

    def __init__(self, app_id: str, secret: str, http: Http, tokens: Tokens) -> None:
        self.app_id = app_id
        self.secret = secret
        self.http = http
        self.tokens = tokens

    def call(
        self,
        what: str,
        path: str,
        body: Mapping[str, Any],
        *,
        harmless: bool,
        read: Callable[[httpx.Response], T] | None = None,
    ) -> Any:
        """Return the answer to a POST with an access token; raises `PlatformError`, `PlatformAway`.

        A token that WeChat refuses was not used: with another one the call is made once more.
        """
        content = json.dumps(body, ensure_ascii=False).encode()

        def build(token: str) -> httpx.Request:
            return self.http.request(
                "POST",
                path,
                params={"access_token": token},
                content=content,
                headers={"Content-Type": "application/json"},
            )

        return self.with_token(what, build, read or reading(what), harmless=harmless)

    def with_token(
        self,
        what: str,
        build: Callable[[str], httpx.Request],
        read: Callable[[httpx.Response], T],
        *,
        harmless: bool,
    ) -> T:
        """Return what `read` makes of the answer to a request that holds the token."""
        name = f"wechat {self.app_id}"
        token = self.tokens.get(name, self._fetch)
        try:
            return self.http.call(what, lambda: build(token), read, harmless=harmless)
        except PlatformError as error:
            if error.code not in TOKEN_ENDED:
                raise
        self.tokens.drop(name, token)
        token = self.tokens.get(name, self._fetch)
        return self.http.call(what, lambda: build(token), read, harmless=harmless)

    def _fetch(self) -> tuple[str, int]:
        body = {"grant_type": "client_credential", "appid": self.app_id, "secret": self.secret}

        def build() -> httpx.Request:
            return self.http.request(
                "POST",
                "/cgi-bin/stable_token",
                content=json.dumps(body).encode(),
                headers={"Content-Type": "application/json"},
            )

        answer = self.http.call("stable_token", build, reading("stable_token"), harmless=True)
        return lasting("stable_token", answer, "access_token")


def lasting(what: str, answer: Mapping[str, Any], name: str) -> tuple[str, int]:
    """Return a token of an answer, and how many seconds it lasts."""
    value, seconds = answer.get(name), answer.get("expires_in")
    if not isinstance(value, str) or not value or not isinstance(seconds, int):
        raise PlatformError("WeChat", what, f"no {name}")
    return value, seconds


def reading(what: str) -> Callable[[httpx.Response], dict[str, Any]]:
    """Return what makes a JSON answer of WeChat's out of a response."""

    def read(response: httpx.Response) -> dict[str, Any]:
        answer = json_of(response)
        # Missing means success, as 0 does.
        code = str(answer.get("errcode", 0))
        if code == BUSY:
            raise Again("busy")
        if code in TOO_MANY:
            raise PlatformAway("WeChat", what, f"too many calls ({code})", done=False)
        if code != "0":
            raise PlatformError("WeChat", what, code, str(answer.get("errmsg", "")))
        return answer

    return read
