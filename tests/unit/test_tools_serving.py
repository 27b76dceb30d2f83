"""`build.py serve` itself: from the command to the last request."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tools.paths import ROOT

LOGIN = b'{"host":"preview","code":"Ann"}'


class Served:
    """A running `serve`, as a terminal has it: its own group of processes."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "build.py", "serve", "--port=0", "--demo", "--data", str(data)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            found = re.match(r"Serving at (\S+)", line)
            if found:
                self.address = found[1]
                return
        pytest.fail(f"serve ended before it served:\n{self.said}")

    def open_request(self) -> socket.socket:
        """Begin a request and leave half of its body for later."""
        connection = socket.create_connection(urlsplit(self.address).netloc.split(":"), timeout=30)
        connection.sendall(
            b"POST /api/logins HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n" % len(LOGIN) + LOGIN[:5]
        )
        return connection

    def children(self, role: str) -> list[int]:
        """Return the processes that it keeps going, by a word of their command line."""
        command = ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)]
        lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
        return [int(line.split()[0]) for line in lines if role in line]

    def end(self, how: str) -> None:
        """End it as a terminal does, which tells every process, or as a supervisor does."""
        if how == "Ctrl-C":
            os.killpg(self.process.pid, signal.SIGINT)
        else:
            self.process.send_signal(signal.SIGTERM)


@contextmanager
def serving(data: Path) -> Iterator[Served]:
    """`serve --demo` on a new data folder, not left behind whatever a test finds."""
    started = Served(data)
    try:
        yield started
    finally:
        if started.process.poll() is None:
            os.killpg(started.process.pid, signal.SIGKILL)
        started.process.communicate()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "a folder"


@pytest.fixture(scope="module")
def served(data: Path) -> Iterator[Served]:
    with serving(data) as started:
        yield started


def test_what_it_prints_can_be_opened_at_once(served: Served) -> None:
    with urllib.request.urlopen(served.address, timeout=10) as answer:
        assert answer.status == 200


def test_data_lies_where_it_was_told(served: Served, data: Path) -> None:
    assert {"qiao.db", "secret_key"} <= {path.name for path in data.iterdir()}


@pytest.mark.parametrize("host", ["wechat", "alipay"])
def test_a_demo_signs_in_at_platforms_of_its_own(served: Served, host: str) -> None:
    def post(path: str, body: dict[str, str]) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        data = json.dumps(body).encode()
        asked = urllib.request.Request(served.address + path, data, headers)
        with urllib.request.urlopen(asked, timeout=10) as answer:
            told: dict[str, str] = json.load(answer)
            return told

    code = post("/preview/platforms/login-code", {"host": host, "user": "Ada"})["code"]
    assert post("/api/logins", {"host": host, "code": code})["ticket"]


@pytest.mark.parametrize("end", ["Ctrl-C", "TERM"])
def test_what_is_under_way_is_finished(end: str, tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        with served.open_request() as connection:
            # Time to begin reading: this answer comes from the same processes.
            urllib.request.urlopen(served.address, timeout=10).close()
            served.end(end)
            connection.sendall(LOGIN[5:])
            assert b"201 CREATED" in connection.recv(1000)
        assert served.process.wait(timeout=20) == 0


def test_who_ends_is_started_anew_and_spoils_nothing_for_others(served: Served) -> None:
    for role in ("backend.worker", "gunicorn"):
        first = served.children(role)[0]
        os.kill(first, signal.SIGTERM)
        deadline = time.monotonic() + 60
        while first in (there := served.children(role)) or not there:
            assert time.monotonic() < deadline, there
            time.sleep(0.05)
    for _ in range(20):  # some of them come to the process that is new
        asked = urllib.request.Request(
            f"{served.address}/api/logins", LOGIN, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=60) as answer:
            assert answer.status == 201


def test_a_taken_port_is_told_before_anything_is_done(served: Served, tmp_path: Path) -> None:
    port = str(urlsplit(served.address).port)
    done = subprocess.run(
        [sys.executable, "build.py", "serve", "--port", port, "--data", str(tmp_path / "other")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Port {port} is taken" in done.stderr
    assert not (tmp_path / "other").exists()


def test_a_database_that_is_not_there_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "build.py", "serve", "--port=0", "--data", str(tmp_path / "file")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "The database could not be prepared" in done.stderr
