"""What must hold of a database at every moment while others write to it."""

import threading

from sqlalchemy import func, select

from backend.db import Database
from backend.models import Event, SignUp


class Watch:
    """Looks again and again at the places of an event, until its block ends.

    `with Watch(url, event) as watch: …` fails if there was ever a state that must not be.
    """

    def __init__(self, url, event):
        self.database = Database(url)
        self.event = event
        self.seen = []
        self.problems = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._over.set()
        self._thread.join()
        self.look()
        self.database.close()
        assert self.problems == []

    def look(self):
        """Return places taken and sign-ups confirmed, as one moment has them."""
        with self.database.transaction(writes=False) as db:
            capacity, taken = db.execute(
                select(Event.capacity, Event.taken).where(Event.id == self.event)
            ).one()
            confirmed = db.scalar(
                select(func.count(SignUp.id)).where(
                    SignUp.event_id == self.event, SignUp.status == "confirmed"
                )
            )
        self.seen.append(confirmed)
        if not taken == confirmed <= capacity:
            self.problems.append(f"{capacity} places, {taken} taken, {confirmed} confirmed")
        return taken, confirmed

    def _look(self):
        while not self._over.wait(0.005):
            self.look()
