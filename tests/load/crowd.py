"""People who sign up all the time, and do not give up before they have an answer."""

import http.client
import secrets
import threading
import time

from tests.clients import Client

# No outage of these tests is as long.
PATIENCE = 60


class Crowd:
    """So many people at once at these addresses; `with Crowd(…) as crowd: …`."""

    def __init__(self, addresses, event, people=8, most=100_000):
        self.addresses = addresses
        self.event = event
        self.most = most
        # What was answered: the name that signed up -> its ticket, or the code of a problem.
        self.answered = {}
        self.unanswered = 0
        self.problems = []
        self._lock = threading.Lock()
        self._begun = 0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._come) for _ in range(people)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self._over.set()
        self.join()
        assert self.problems == []

    def join(self):
        """Wait until everybody has their answer."""
        for thread in self._threads:
            thread.join()

    def wait_for(self, more):
        """Wait until so many more have been answered."""
        until, deadline = len(self.answered) + more, time.monotonic() + PATIENCE
        while len(self.answered) < until and time.monotonic() < deadline:
            time.sleep(0.01)
        assert len(self.answered) >= until, "nobody is answered any longer"

    def tickets(self):
        """Return the tickets that were answered so far, by name."""
        with self._lock:
            return {name: told for name, told in self.answered.items() if "-" in told}

    def _come(self):
        while not self._over.is_set():
            with self._lock:
                self._begun += 1
                number = self._begun
            if number > self.most:
                return
            self._sign_up(f"Guest {number}", number)

    def _sign_up(self, name, number):
        key, deadline = secrets.token_hex(16), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            client = Client(self.addresses[number % len(self.addresses)], timeout=20)
            try:
                status, answer = client.sign_up(self.event, name, key)
            except (OSError, http.client.HTTPException):
                # Killed, perhaps before and perhaps after it was done. Nobody knows but the key.
                self.unanswered += 1
                number += 1
                time.sleep(0.02)
                continue
            if status == 503:
                time.sleep(0.05)
                continue
            with self._lock:
                self.answered[name] = answer.get("ticket") or answer["code"]
            if status not in (201, 409):
                self.problems.append((status, answer))
            return
        self.problems.append(f"{name} got no answer in {PATIENCE} s")
