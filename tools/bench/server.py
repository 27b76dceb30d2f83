"""One gunicorn for all peers, on a free port of this machine, with a demo of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import say
from tools.paths import BUILD, ROOT

PATIENCE = 60


@contextmanager
def serving() -> Iterator[str]:
    """Serve; gives the address."""
    with (
        tempfile.TemporaryDirectory(prefix="qiao-bench-") as data,
        # Opened here and handed over: no other program can take the port in between.
        socket.create_server(("127.0.0.1", 0), backlog=128) as listener,
        open(Path(data, "server.log"), "w+") as log,
    ):
        process = _start(listener, Path(data), log.fileno())
        try:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            _wait(process, address, Path(data, "server.log"))
            yield address
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _start(listener: socket.socket, data: Path, log: int) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "QIAO_DATA": str(data / "data"),
        "QIAO_BUILD": str(BUILD),
        "QIAO_DEMO": "1",
    }
    # A demo must not fill a database that somebody's environment names.
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}",
            "--worker-class", "gthread", "--workers", "2", "--threads", "4",
            "--no-control-socket", "--log-level", "warning", "tools.bench.wsgi:app",
        ],
        cwd=ROOT,
        env=environment,
        pass_fds=[listener.fileno()],
        stdout=log,
        stderr=log,
    )  # fmt: skip


def _wait(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    """Wait for the first answer; the listener queues it until a worker has the app."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise say.Failed(f"{log.read_text()}\nThe benchmark's server did not start.")
