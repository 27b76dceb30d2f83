"""Fixtures for tests of an app in WeChat and Alipay, for the `conftest.py` beside the tests:

from tools.testing.fixtures import *

`wechat` and `alipay` are phones with the generated shell, in the preview of a real server whose
platforms are emulated (see docs/testing.md). What goes wrong in a page fails the test: an error in
the console, a request to another server, a policy that is not the strict one.
"""

from __future__ import annotations

import json
import socket
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, Response, sync_playwright

from emulators.all import Platforms, all_running
from package.preview.driver import Host
from tools import assets, browser
from tools.testing.servers import running

__all__ = ["alipay", "api", "app", "app_data", "chromium", "phone", "platforms", "wechat", "wrong"]

# The browser itself says this of every answer above 399, also of those that a test asks for.
ECHO = "Failed to load resource"
SIZE = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, started once: Playwright runs only once in a process."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.ensure(), args=browser.flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    """The emulated WeChat, WeChat Pay and Alipay, in threads of the test's own process."""
    with all_running() as emulated:
        yield emulated


@pytest.fixture(scope="session")
def app_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the server of `app` keeps its database, `qiao.db`."""
    return tmp_path_factory.mktemp("app")


@pytest.fixture(scope="session")
def app(app_data: Path, platforms: Platforms) -> Iterator[str]:
    """The address of the app on a server of its own, with the events of the demo."""
    assets.ensure()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = {
        **platforms.settings(),
        "QIAO_ADDRESS": f"http://127.0.0.1:{port}",
        "QIAO_DEMO": "1",
        "WEB_CONCURRENCY": "1",
    }
    with running(app_data, port=port, **environment) as address:
        yield address


class Client:
    """Somebody who calls the API, for what a test is not about."""

    def __init__(self, app: str) -> None:
        self._app = app
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Any:
        """Return the answer, read from JSON; raises `HTTPError` for a status above 399."""
        return self._ask(urllib.request.Request(self._app + path))

    def post(self, path: str, **body: Any) -> Any:
        """The same, with a body."""
        headers = {"Content-Type": "application/json"}
        data = json.dumps(body).encode()
        return self._ask(urllib.request.Request(self._app + path, data, headers))

    def sign_in(self, host: str, code: str) -> None:
        """Sign in with a host's code."""
        ticket = self.post("/api/logins", host=host, code=code)["ticket"]
        self._opener.open(f"{self._app}/?ticket={ticket}", timeout=30).close()

    def _ask(self, request: urllib.request.Request) -> Any:
        with self._opener.open(request, timeout=30) as answer:
            return json.load(answer)


@pytest.fixture
def api(app: str, platforms: Platforms) -> Callable[[str, str], Client]:
    """Make clients of the API, signed in as a host's user: `api("Ada", "wechat")`."""

    def make(user: str, host: str) -> Client:
        client = Client(app)
        client.sign_in(host, platforms.desk.code_of(host, user))
        return client

    return make


@pytest.fixture
def wrong() -> Iterator[list[str]]:
    """What went wrong in the pages; a test that means it to takes it out."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def phone(chromium: Browser, app: str, wrong: list[str]) -> Iterator[Callable[..., Host]]:
    """Make phones, each with nothing remembered: `phone("wechat", viewport=…)`."""
    phones = []

    def make(kind: str, **options: Any) -> Host:
        made = open_phone(chromium, app, wrong, kind, **options)
        phones.append(made)
        return made

    yield make
    for each in phones:
        each.tab.context.close()


def open_phone(chromium: Browser, app: str, wrong: list[str], kind: str, **options: Any) -> Host:
    """Return a phone with nothing remembered, whose `tab.context` the caller closes; `wrong` is
    told what goes wrong in its pages."""
    tab = chromium.new_context(**{"viewport": SIZE, **options}).new_page()
    tab.set_default_timeout(10_000)
    tab.on("pageerror", lambda error: wrong.append(error.stack or str(error)))
    tab.on("console", lambda said: _hear(said, wrong))
    tab.on("request", lambda request: _follow(request, app, wrong))
    tab.on("response", lambda response: _read(response, wrong))
    return Host(tab, app, kind)


@pytest.fixture
def wechat(phone: Callable[..., Host]) -> Host:
    """A phone with WeChat."""
    return phone("wechat")


@pytest.fixture
def alipay(phone: Callable[..., Host]) -> Host:
    """A phone with Alipay."""
    return phone("alipay")


def _hear(said: ConsoleMessage, wrong: list[str]) -> None:
    if said.type == "error" and ECHO not in said.text:
        wrong.append(said.text)


def _follow(request: Request, app: str, wrong: list[str]) -> None:
    if not request.url.startswith((app, "data:", "blob:")):
        wrong.append(f"a request to {request.url}")


def _read(response: Response, wrong: list[str]) -> None:
    if not response.request.is_navigation_request() or 300 <= response.status < 400:
        return
    policy = response.headers.get("content-security-policy", "")
    if "script-src 'self'" not in policy or "unsafe" in policy:
        wrong.append(f"the policy of {response.url}: {policy!r}")
