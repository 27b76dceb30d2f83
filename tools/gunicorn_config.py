"""How `serve` runs gunicorn. Read by gunicorn; what is left out has its default."""

import os
import socket
from pathlib import Path
from typing import Any

from tools import say

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
