"""Logins at hosts of which nothing else is asked here: Douyin, QQ, Kuaishou, Baidu.

Each changes what its `login` gave the shell for the person's id, once. Facts:

- Douyin: developer.open-douyin.com, code2Session (its errors: the older page of the same call, and
  状态码). The code lasts three minutes (npm `@douyin-microapp/typings`).
- QQ: q.qq.com, 登录, code2Session, as w3cschool.cn mirrors it.
- Kuaishou: its server's SDKs, which agree on the call; errors as its open platform lists those of
  OAuth. Its own page of the call was not at hand.
- Baidu: github.com/swan-team/swan-docs, Session Key, and the errors of Baidu's OAuth 2.0. That page
  speaks of codes of `swan.login`, which `getLoginCode` has replaced since.

Never tried against the real servers. Keys of sessions are not kept: nothing here needs them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx

from backend.platforms import environment
from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.http import Again, Http, json_of
from backend.platforms.identity import Identity, Refused

WHAT = "code2session"


@dataclass(frozen=True, slots=True)
class CodeHost:
    """How one host is asked, and how it answers."""

    name: str
    title: str
    api: str
    path: str
    method: str
    sends: str
    """Where the parameters go: "query", "form" or "json"."""
    parameters: tuple[str, str, str]
    """What it calls the app's id, its secret and the code."""
    more: Mapping[str, str]
    code_of: Callable[[Mapping[str, Any]], str]
    """The error in an answer, as text; empty for none."""
    id_of: Callable[[Mapping[str, Any]], object]
    bad: tuple[str, ...]
    """Errors of a code that is made up, used or too old."""
    busy: tuple[str, ...]
    """Errors after which the host says to try again."""
    too_many: tuple[str, ...]
    says: str
    """The field that says in words what is wrong."""


def _number(name: str, fine: int) -> Callable[[Mapping[str, Any]], str]:
    def read(answer: Mapping[str, Any]) -> str:
        number = answer.get(name, fine)
        return "" if number == fine else str(number)

    return read


def _douyin_id(answer: Mapping[str, Any]) -> object:
    data = answer.get("data")
    return data.get("openid") if isinstance(data, dict) else None


HOSTS = {
    row.name: row
    for row in (
        CodeHost(
            name="douyin",
            title="Douyin",
            api="https://developer.toutiao.com",
            path="/api/apps/v2/jscode2session",
            method="POST",
            sends="json",
            parameters=("appid", "secret", "code"),
            more={},
            code_of=_number("err_no", 0),
            id_of=_douyin_id,
            bad=("40018",),
            busy=("28001005",),
            too_many=("28003018", "28003017"),
            says="err_tips",
        ),
        CodeHost(
            name="qq",
            title="QQ",
            api="https://api.q.qq.com",
            path="/sns/jscode2session",
            method="GET",
            sends="query",
            parameters=("appid", "secret", "js_code"),
            more={"grant_type": "authorization_code"},
            code_of=_number("errcode", 0),
            id_of=lambda answer: answer.get("openid"),
            bad=("40029",),
            busy=("-1",),
            too_many=("45011",),
            says="errmsg",
        ),
        CodeHost(
            name="kuaishou",
            title="Kuaishou",
            api="https://open.kuaishou.com",
            path="/oauth2/mp/code2session",
            method="POST",
            sends="form",
            parameters=("app_id", "app_secret", "js_code"),
            more={},
            code_of=_number("result", 1),
            id_of=lambda answer: answer.get("open_id"),
            bad=("100200105",),
            busy=(),
            too_many=(),
            says="error_msg",
        ),
        CodeHost(
            name="baidu",
            title="Baidu",
            api="https://spapi.baidu.com",
            path="/oauth/jscode2sessionkey",
            method="POST",
            sends="form",
            parameters=("client_id", "sk", "code"),
            more={},
            code_of=lambda answer: str(answer.get("error", "")),
            id_of=lambda answer: answer.get("openid"),
            bad=("invalid_grant",),
            busy=(),
            too_many=(),
            says="error_description",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class AppSettings:
    """A mini program as its console knows it."""

    app_id: str
    secret: str = field(repr=False)
    api: str


def read_apps(env: Mapping[str, str]) -> dict[str, AppSettings]:
    """Return the apps in an environment by host; raises `ConfigError` for half an app."""
    found = {}
    for name, host in HOSTS.items():
        prefix = f"QIAO_{name.upper()}"
        app = environment.group(env, f"{prefix}_APP_ID", f"{prefix}_SECRET")
        if app:
            api = environment.server(env, f"{prefix}_API", host.api)
            found[name] = AppSettings(app_id=app[0], secret=app[1], api=api)
    return found


class CodeSessions:
    """One mini program's door to its host."""

    def __init__(self, host: CodeHost, settings: AppSettings) -> None:
        self._host = host
        self._settings = settings
        self._http = Http(host.title, settings.api)

    def who(self, code: str) -> Identity:
        """Return who is behind a code of the host's `login`; raises `Refused`."""
        try:
            # Lost on the way, the code is used up: asked again, the host would only refuse it.
            answer = self._http.call(WHAT, lambda: self._request(code), self._read, harmless=False)
        except PlatformError as error:
            if error.code in self._host.bad:
                raise Refused(error.code) from error
            raise
        id = self._host.id_of(answer)
        if not isinstance(id, str) or not id:
            raise PlatformError(self._host.title, WHAT, "no id of the person")
        return Identity(self._host.name, id)

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def _request(self, code: str) -> httpx.Request:
        host, app = self._host, self._settings
        sent = dict(zip(host.parameters, (app.app_id, app.secret, code), strict=True))
        sent |= host.more
        if host.sends == "query":
            return self._http.request(host.method, host.path, params=sent)
        kind, content = (
            ("application/json", json.dumps(sent))
            if host.sends == "json"
            else ("application/x-www-form-urlencoded", urlencode(sent))
        )
        return self._http.request(
            host.method, host.path, content=content.encode(), headers={"Content-Type": kind}
        )

    def _read(self, response: httpx.Response) -> dict[str, Any]:
        host = self._host
        answer = json_of(response)
        code = host.code_of(answer)
        if not code and response.status_code < 300:
            return answer
        if code in host.busy:
            raise Again(code)
        if code in host.too_many:
            raise PlatformAway(host.title, WHAT, f"too many calls ({code})", done=False)
        said = str(answer.get(host.says) or "")
        raise PlatformError(host.title, WHAT, code or str(response.status_code), said)
