"""The worker: does the jobs of the outbox, beside the processes that answer requests.

`python -m backend.worker` works until it is told to stop (TERM: what is under way is finished) or,
given the id of the process that started it, until that has gone. It may be killed at any moment,
and there may be several, on several machines.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from datetime import UTC, datetime

from huey.consumer import Consumer

from backend import forgetting, logs, services, texts
from backend.config import Config
from backend.errors import Busy
from backend.queue import Queue
from backend.start import bring_up_to_date, site_of

log = logging.getLogger("qiao")

# How long a job that is due waits at most before it is begun.
PAUSE = 1.0
THREADS = 2


class Worker:
    """Feeds the queue, and works on what comes out of it."""

    def __init__(self, config: Config) -> None:
        services.load()
        texts.load()
        self.site = site_of(config)
        self.queue = Queue(self.site)
        self._stopped = threading.Event()
        self._consumer = Consumer(
            self.queue.huey, workers=THREADS, periodic=False, max_delay=PAUSE, backoff=1.5
        )

    def start(self) -> None:
        """Begin, in threads."""
        self._consumer.scheduler.start()
        for _, thread in self._consumer.worker_threads:
            thread.start()
        threading.Thread(target=self._feed, name="feed", daemon=True).start()

    def stop(self) -> None:
        """Finish what is under way."""
        self._stopped.set()
        self._consumer.stop(graceful=True)
        self.site.close()

    def _feed(self) -> None:
        hour = -1
        while not self._stopped.wait(PAUSE):
            now = datetime.now(UTC)
            try:
                if now.hour != hour:
                    forgetting.order(self.site, now)
                    hour = now.hour
                self.queue.feed(now)
            except Busy:
                log.warning("the database is busy or away; jobs wait")
            except Exception:
                # This thread is the heart of the worker: it has to go on.
                log.exception("feeding the queue of jobs failed")


def main() -> None:
    """Work until told to stop."""
    # Asked for only now, the parent might be another one: it may have gone while we started.
    parent = int(sys.argv[1]) if len(sys.argv) > 1 else os.getppid()
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: told.set())
    config = Config.from_environment()
    logs.configure(config.log)
    # It may well be up before the first process of the server.
    bring_up_to_date(config)
    worker = Worker(config)
    worker.start()
    while not told.wait(PAUSE):
        if os.getppid() != parent:
            break  # nobody is left who would tell us
    worker.stop()


if __name__ == "__main__":
    main()
