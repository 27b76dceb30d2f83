"""WeChat's JS-SDK: the signature that lets a page in a web-view use it.

The app is an official account (服务号) whose 接口安全域名 names our host. Facts:
JS-SDK使用权限签名算法.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import httpx

from backend.platforms.http import Http
from backend.platforms.settings import WeChatSettings
from backend.platforms.tokens import Tokens
from backend.platforms.wechat_app import WeChatApp, lasting, reading


@dataclass(frozen=True, slots=True)
class PageSignature:
    """What `wx.config` takes."""

    app_id: str
    timestamp: int
    nonce: str
    signature: str


class JsSdk:
    """An official account, as far as pages need it."""

    def __init__(self, settings: WeChatSettings, tokens: Tokens) -> None:
        self._http = Http("WeChat", settings.api)
        self._app = WeChatApp(settings.app_id, settings.secret, self._http, tokens)
        self._tokens = tokens

    def sign(self, address: str, timestamp: int, nonce: str) -> PageSignature:
        """Return the signature for a page's address, of which what follows "#" does not count."""
        ticket = self._tokens.get(f"js-sdk {self._app.app_id}", self._fetch)
        address = address.partition("#")[0]
        return PageSignature(
            self._app.app_id, timestamp, nonce, signature(ticket, address, timestamp, nonce)
        )

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def _fetch(self) -> tuple[str, int]:
        what = "getticket"

        def build(token: str) -> httpx.Request:
            query = {"access_token": token, "type": "jsapi"}
            return self._http.request("GET", "/cgi-bin/ticket/getticket", params=query)

        answer = self._app.with_token(what, build, reading(what), harmless=True)
        return lasting(what, answer, "ticket")


def signature(ticket: str, address: str, timestamp: int, nonce: str) -> str:
    """Return the signature as WeChat computes it: names in order, values as they are."""
    text = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={address}"
    return hashlib.sha1(text.encode()).hexdigest()
