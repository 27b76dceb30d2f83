"""Instances of the application that can be killed and started again at the same address."""

import os
import random
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Instance:
    """gunicorn with its workers, as `build.py serve` starts it, in a process group of its own."""

    def __init__(self, folder: Path, url: str, **environment: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "QIAO_DATA": str(folder),
            "DATABASE_URL": url,
            # Every machine must have the same.
            "QIAO_SECRET_KEY": "the same on every machine of these tests",
            "QIAO_PREVIEW_LOGIN": "1",
            # A crowd of tests comes from one address.
            "QIAO_LIMITS": "0",
            **environment,
        }
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, and return when it answers."""
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                [
                    sys.executable, "-m", "gunicorn", "--config", "python:tools.gunicorn_config",
                    "--bind", f"127.0.0.1:{self.port}",
                ],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )  # fmt: skip
        line = next((line for line in self.process.stdout if "Serving at" in line), "")
        assert line, f"it did not start: {self.log()}"

    def kill(self) -> None:
        """End all of its processes at once, as a machine ends that loses its power."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self._gone()

    def kill_one_worker(self) -> None:
        """End one of its workers, for which gunicorn starts another."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if workers := children.read_text().split():
            os.kill(int(random.choice(workers)), signal.SIGKILL)

    def stop(self) -> None:
        """End it politely, if it is running."""
        if self.process is not None:
            self.process.terminate()
            self._gone()

    def log(self) -> str:
        """Return what it complained of."""
        return (self.folder / "log").read_text()

    def _gone(self) -> None:
        self.process.wait(30)
        self.process.stdout.close()
        self.process = None
