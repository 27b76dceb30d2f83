"""`build.py work`: do the jobs, without serving. `serve` starts this beside itself.

Keeps one worker going: one that ends without having been told to is started anew. Ends with the
process that started it.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading

from tools import say
from tools.paths import ROOT
from tools.serve import prepare_data, set_environment

COMMAND = (sys.executable, "-m", "backend.worker")
# One that dies at once, again and again, must not take the whole machine.
PAUSE = 2.0
LOOK = 0.5


def main(options: argparse.Namespace) -> int:
    """Work until Ctrl-C."""
    set_environment(options)
    prepare_data()
    say.line("Doing jobs. Ctrl-C stops it.")
    return keep()


def keep() -> int:
    """Keep a worker going until told to stop, or until whoever started this has gone."""
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: told.set())
    parent = os.getppid()
    while not told.is_set() and os.getppid() == parent:
        # In a group of its own: Ctrl-C comes here, and from here.
        worker = subprocess.Popen(COMMAND, cwd=ROOT, start_new_session=True)
        while worker.poll() is None and not told.wait(LOOK) and os.getppid() == parent:
            pass
        if worker.poll() is None:
            worker.terminate()
            worker.wait()
        elif not told.is_set():
            say.line(f"The worker ended with code {worker.returncode}; it is started anew.")
            told.wait(PAUSE)
    return 0


if __name__ == "__main__":
    sys.exit(keep())
