"""What must hold of a database at every moment while others write to it."""

import threading

from sqlalchemy import func, select

from backend.db import Database
from backend.models import Event, SignUp, TicketKind
from rules.sign_ups import HOLDING


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
        """Return places taken, and seats of those that hold some, as one moment has them."""
        with self.database.transaction(writes=False) as db:
            capacity, taken = db.execute(
                select(Event.capacity, Event.taken).where(Event.id == self.event)
            ).one()
            rows = db.execute(
                select(SignUp.kind_id, func.sum(SignUp.seats))
                .where(SignUp.event_id == self.event, SignUp.status.in_(HOLDING))
                .group_by(SignUp.kind_id)
            )
            by_kind = {id: int(seats) for id, seats in rows}
            kinds = db.execute(
                select(TicketKind.id, TicketKind.capacity, TicketKind.taken).where(
                    TicketKind.event_id == self.event
                )
            ).all()
        held = sum(by_kind.values())
        self.seen.append(held)
        for id, most, of_kind in kinds:
            if not of_kind == by_kind.get(id, 0) <= most:
                self.problems.append(f"kind {id}: {most} places, {of_kind} taken, {by_kind}")
        if not taken == held <= capacity:
            self.problems.append(f"{capacity} places, {taken} taken, {held} held")
        return taken, held

    def _look(self):
        while not self._over.wait(0.005):
            self.look()
