"""A WebDriver client for WebKit, as small as these tests need it (W3C WebDriver)."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import Request, urlopen

from tools import webkit

DISPLAY = ":77"
PATIENCE = 15


class WebKit:
    """One window of WebKit."""

    def __init__(self, address: str) -> None:
        self.address = address
        options = {"binary": webkit.mini_browser(), "args": ["--automation"]}
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self.call("POST", "/session", {"capabilities": capabilities})
        self.address += f"/session/{session['sessionId']}"

    def call(self, method: str, path: str, body: object = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.address + path, data, {"Content-Type": "application/json"})
        request.method = method
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, url: str) -> None:
        self.call("POST", "/url", {"url": url})

    def run(self, script: str) -> object:
        return self.call("POST", "/execute/sync", {"script": script, "args": []})

    def until(self, script: str) -> object:
        """Wait until `script` returns something true, and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.run(script)
            if found:
                return found
            time.sleep(0.1)
        raise AssertionError(f"never true in WebKit: {script}; the page says: {self.text()}")

    def ready(self) -> None:
        self.until("return document.documentElement.dataset.hydrated !== undefined")

    def text(self) -> object:
        return self.run("return document.body.innerText")

    def element(self, css: str) -> str:
        found = self.call("POST", "/element", {"using": "css selector", "value": css})
        (reference,) = found.values()
        return f"/element/{reference}"

    def type(self, css: str, text: str) -> None:
        self.call("POST", self.element(css) + "/value", {"text": text})

    def tap(self, css: str) -> None:
        self.call("POST", self.element(css) + "/click", {})


@contextmanager
def running() -> Iterator[WebKit]:
    """Start a screen, the driver and a window; the driver's path has been made sure of."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    screen = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "800x1000x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    driver = subprocess.Popen(
        ["WebKitWebDriver", f"--port={port}"],
        # As root there is no sandbox to be had, and there is no graphics card.
        env={
            **os.environ,
            "DISPLAY": DISPLAY,
            "LC_ALL": "C.UTF-8",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        },
        stderr=subprocess.DEVNULL,
    )
    try:
        window = _window(f"http://127.0.0.1:{port}")
        yield window
        window.call("DELETE", "")
    finally:
        for process in (driver, screen):
            process.terminate()
            process.wait(timeout=10)


def _window(address: str) -> WebKit:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return WebKit(address)
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
