"""How `serve` runs gunicorn. Read by gunicorn; what is left out has its default."""

import os
import shutil
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

from backend import logs
from tools import say, work

# Read when `prometheus_client` is first imported by a process that answers.
COUNTS = "PROMETHEUS_MULTIPROC_DIR"

wsgi_app = "backend.wsgi:app"
worker_class = "gthread"
# Two processes, since one computes at a time in each; threads, since most of a request is waiting.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
# Longer than the longest write waits for its turn, see backend.db.
timeout = 60
graceful_timeout = 15
keepalive = 5
# Nobody administers this server through a socket in the home folder.
control_socket_disable = True
# Only what a person must read: the address is printed by ourselves, once it answers.
loglevel = "warning"
# As everything else in the log.
logconfig_dict = logs.settings("info")


def on_starting(server: Any) -> None:
    """Make the folder in which each process counts, before the first of them is there."""
    # Not a `TemporaryDirectory`: each process that ends would remove it for all.
    os.environ[COUNTS] = tempfile.mkdtemp(prefix="qiao-metrics-")


def when_ready(server: Any) -> None:
    """Have the jobs done, too, beside the processes that answer."""
    server.qiao_told = threading.Event()
    if os.environ.get("QIAO_WORKER", "1") != "0":
        # In a thread: a process of its own could be killed, and nobody would start it anew.
        # The worker ends by itself if this process ends without having come to `on_exit`.
        server.qiao_jobs = threading.Thread(
            target=work.keep, args=(server.qiao_told, os.getppid()), daemon=True
        )
        server.qiao_jobs.start()


def on_exit(server: Any) -> None:
    """Tell the jobs that it is over, and wait until the one under way is done."""
    if hasattr(server, "qiao_jobs"):
        server.qiao_told.set()
        server.qiao_jobs.join()
    shutil.rmtree(os.environ[COUNTS])


def post_worker_init(worker: Any) -> None:
    """Print the address when the first worker has the app: from now on a request is answered."""
    if worker.age == 1:
        host, port = worker.sockets[0].sock.getsockname()[:2]
        for address in addresses(host, port):
            say.line(address)
        say.line("Ctrl-C stops it.")


def addresses(host: str, port: int) -> list[str]:
    """Return where a server that listens on `host` is found, as lines to show."""
    if host not in ("0.0.0.0", "::"):
        shown = f"[{host}]" if ":" in host else host
        return [f"Serving at http://{shown}:{port}"]
    lines = [f"Serving at http://127.0.0.1:{port}"]
    outside = _own_address()
    if outside:
        lines.append(f"  from this network: http://{outside}:{port}")
    return lines


def _own_address() -> str | None:
    # Connecting a datagram socket sends nothing; it only asks which address would be used.
    # The target is an address reserved for examples.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None  # no network: there is nobody to give an address to
        address: str = probe.getsockname()[0]
        return address
