"""Real servers for tests: gunicorn, run as `build.py serve` runs it, on a data folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.paths import ROOT


@contextmanager
def running(
    data: Path, *, port: int = 0, app: str = "backend.wsgi:app", **environment: str
) -> Iterator[str]:
    """Give the address of a server on a free port, or on the one that others were told of;
    `environment` is as in backend/config.py."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:tools.gunicorn_config"]
    with (data / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{port}", app],
            cwd=ROOT,
            # Never on the database that whoever runs the tests may have set for their own server.
            env={
                **os.environ,
                "DATABASE_URL": "",
                "QIAO_WORKER": "0",
                # A crowd of tests comes from one address.
                "QIAO_LIMITS": "0",
                "QIAO_DATA": str(data),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdout
        try:
            line = next((line for line in process.stdout if "Serving at" in line), "")
            assert line, "the server did not start: " + (data / "log").read_text()
            yield line.split()[-1]
        finally:
            process.terminate()
            process.wait(timeout=30)
            process.stdout.close()
    # Nothing that a test does may end in an error that nobody expected.
    assert "Traceback" not in (data / "log").read_text()
