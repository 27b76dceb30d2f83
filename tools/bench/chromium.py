"""Chromium, driven by its own protocol over a pipe.

Nothing else is in between: a driver that puts scripts of its own into each page would be measured
with them.
"""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from tools import browser

# Nothing that a browser does by itself in its first minutes may run beside what is measured.
QUIET = (
    "--headless=new", "--remote-debugging-pipe", "--mute-audio", "--no-default-browser-check",
    "--disable-default-apps", "--disable-extensions", "--disable-domain-reliability",
    "--disable-features=Translate,MediaRouter,OptimizationHints", "--metrics-recording-only",
    "--password-store=basic", "--use-mock-keychain",
)  # fmt: skip
# Chromium expects the pipe at the descriptors 3 and 4, and only a program that is about to be
# replaced can put it there without harm.
LAUNCH = (
    "import fcntl, os, sys\n"
    "ends = [fcntl.fcntl(int(word), fcntl.F_DUPFD, 10) for word in sys.argv[1:3]]\n"
    "for end, wanted in zip(ends, (3, 4)):\n"
    "    os.dup2(end, wanted)\n"
    "    os.close(end)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
PATIENCE = 60.0

Message = dict[str, Any]


class BrowserError(Exception):
    """Chromium ended, or refused, or did not answer in time."""


class Chromium:
    """A Chromium with a fresh profile; a context manager."""

    def __init__(self, path: str) -> None:
        self._profile = tempfile.TemporaryDirectory(
            prefix="qiao-bench-profile-", ignore_cleanup_errors=True
        )
        theirs_in, self._to = os.pipe()
        self._from, theirs_out = os.pipe()
        self._process = subprocess.Popen(
            [
                sys.executable, "-c", LAUNCH, str(theirs_in), str(theirs_out),
                path, *browser.flags(), *QUIET, f"--user-data-dir={self._profile.name}",
                "about:blank",
            ],
            pass_fds=[theirs_in, theirs_out],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._last = 0
        self._rest = b""
        self._events: deque[Message] = deque()
        self._answers: dict[int, Message] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the browser and forget its profile."""
        try:
            self.send("Browser.close")
            self._process.wait(timeout=10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._to)
        os.close(self._from)
        self._profile.cleanup()

    def page(self) -> "Tab":
        """Open a tab."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Tab(self, target, session)

    # -- the protocol

    def send(self, method: str, session: str | None = None, **params: Any) -> int:
        """Send a command and don't wait for its answer; return its number."""
        self._last += 1
        message: Message = {"id": self._last, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        return self._last

    def ask(self, method: str, session: str | None = None, **params: Any) -> Message:
        """Send a command and return its result."""
        number = self.send(method, session, **params)
        until = time.monotonic() + PATIENCE
        while number not in self._answers:
            if not self._read(until):
                raise BrowserError(f"Chromium did not answer {method} within {PATIENCE:.0f} s.")
        answer = self._answers.pop(number)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        result: Message = answer["result"]
        return result

    def next_event(self, until: float) -> Message | None:
        """Return the next event, or nothing when the clock shows `until`."""
        while not self._events:
            if not self._read(until):
                return None
        return self._events.popleft()

    def _read(self, until: float) -> bool:
        """Take in what has come; tell whether anything did before the clock shows `until`."""
        ready, _, _ = select.select([self._from], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            return False
        data = os.read(self._from, 1 << 20)
        if not data:
            raise BrowserError(f"Chromium ended (exit code {self._process.wait()}).")
        *messages, self._rest = (self._rest + data).split(b"\0")
        for text in messages:
            message: Message = json.loads(text)
            if "id" in message:
                self._answers[message["id"]] = message
            else:
                self._events.append(message)
        return True


class Tab:
    """A tab of a Chromium."""

    def __init__(self, chromium: Chromium, target: str, session: str) -> None:
        self._chromium = chromium
        self._target = target
        self._session = session

    def ask(self, method: str, **params: Any) -> Message:
        """Send a command to the tab and return its result."""
        return self._chromium.ask(method, self._session, **params)

    def send(self, method: str, **params: Any) -> None:
        """Send a command to the tab and don't wait."""
        self._chromium.send(method, self._session, **params)

    def watch(self, seconds: float, see: Callable[[Message], bool]) -> bool:
        """Hand the tab's events to `see` until it returns true; false when time is up."""
        until = time.monotonic() + seconds
        while (event := self._chromium.next_event(until)) is not None:
            if event.get("sessionId") == self._session and see(event):
                return True
        return False

    def evaluate(self, expression: str) -> Any:
        """Return what a JavaScript expression, or what it promises, comes to."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def close(self) -> None:
        """Close the tab."""
        self._chromium.ask("Target.closeTarget", targetId=self._target)
