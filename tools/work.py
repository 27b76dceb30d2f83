"""`build.py work`: do the jobs, without serving. `serve` keeps a worker beside itself in this way.

Keeps one worker going: one that ends without having been told to is started anew. Ends with the
process that started it.
"""

import argparse
import os
import signal
import sys
import threading
import time

from tools import say
from tools.paths import ROOT
from tools.serve import prepare_data, set_environment

# One that dies at once, again and again, must not take the whole machine.
PAUSE = 2.0
LOOK = 0.5
SHORT = 0.05


def main(options: argparse.Namespace) -> int:
    """Work until Ctrl-C."""
    set_environment(options)
    prepare_data()
    # From the root, so that the worker is found whatever folder this was started in.
    os.chdir(ROOT)
    say.line("Doing jobs. Ctrl-C stops it.")
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: told.set())
    keep(told, os.getppid())
    return 0


def keep(told: threading.Event, parent: int) -> None:
    """Keep a worker going until `told`, or until `parent`, which started this, has gone."""
    while not told.is_set() and os.getppid() == parent:
        worker = _start()
        while not _ended(worker) and not told.wait(LOOK) and os.getppid() == parent:
            pass
        if not _ended(worker):
            os.kill(worker, signal.SIGTERM)
            while not _ended(worker):
                time.sleep(SHORT)
        elif not told.is_set():
            say.line("The worker ended; it is started anew.")
            told.wait(PAUSE)


def _start() -> int:
    # Whoever starts a process says who they are: they may be gone before it can ask.
    command = [sys.executable, "-m", "backend.worker", str(os.getpid())]
    # In a session of its own: Ctrl-C comes here, and from here. And not by `subprocess`, which
    # waits for a pipe to be closed that a process forked at this moment would keep open.
    return os.posix_spawn(sys.executable, command, os.environ, setsid=True)


def _ended(worker: int) -> bool:
    try:
        return os.waitpid(worker, os.WNOHANG)[0] == worker
    except ChildProcessError:
        return True  # gunicorn has waited for it, as it does for each child of its process
