"""The worker as a process of its own: with either queue, killed at any moment, and in time."""

import os
import secrets
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from backend import outbox
from backend.app import create_app
from backend.config import Config
from backend.models import Job, Message, SignUp
from tests import databases
from tests.api.conftest import Person
from tests.load.instances import ROOT

REDIS = os.environ.get("QIAO_TEST_REDIS") or "redis://127.0.0.1:6379/0"
# Who was killed with jobs in its hands is waited for: here not as long as in earnest.
MAIN = """
from datetime import timedelta
from backend import outbox, worker
outbox.LEASE = timedelta(seconds=2)
worker.main()
"""
# Longer than any of this takes on a machine that does other things, too.
PATIENCE = 60
GUESTS = 4
TOLD = 100


@pytest.fixture(params=["a file", "redis"])
def app(request, tmp_path):
    """The application, on a new SQLite database and with one of the two queues."""
    with databases.migrated("sqlite", tmp_path) as url:
        config = Config(
            data=tmp_path,
            build=tmp_path,
            database_url=url,
            redis_url=REDIS if request.param == "redis" else None,
            secret_key=secrets.token_hex(16),
            preview_login=True,
        )
        app = create_app(config)
        yield app
        app.extensions["qiao"].database.close()


@pytest.fixture
def database(app):
    return app.extensions["qiao"].database


@pytest.fixture
def worker(app, tmp_path):
    """Start workers; those that are left are told to stop, and have nothing to complain of."""
    config, started = app.extensions["qiao"].config, []
    environment = {
        **os.environ,
        "QIAO_DATA": str(config.data),
        "DATABASE_URL": config.database_url,
        "REDIS_URL": config.redis_url or "",
        "QIAO_SECRET_KEY": config.secret_key,
        "QIAO_KEEP_DAYS": "0",
    }

    def start():
        command = [sys.executable, "-c", MAIN, str(os.getpid())]
        with (tmp_path / "log").open("a") as log:
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log))
        return started[-1]

    yield start
    for one in started:
        if one.poll() is None:
            one.send_signal(signal.SIGTERM)
        one.wait(30)
    assert started[-1].returncode == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def wait_until(true):
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "the worker does not do it"
        time.sleep(0.05)


def count(database, *what):
    with database.transaction(writes=False) as db:
        return db.scalar(select(func.count()).select_from(*what))


@pytest.mark.timeout(300)
def test_a_killed_worker_loses_nothing_and_does_nothing_twice(app, database, worker, rounds):
    organiser = Person(app).log_in("Chen Xiaoyu")
    event = organiser.publish()
    for _ in range(GUESTS):
        Person(app).sign_up(event)
    now = datetime.now(UTC)
    with database.transaction(writes=True) as db:
        told = {"event_id": event["id"], "kind": "called_off", "data": {}, "after": 0}
        for number in range(TOLD):
            outbox.add(db, "tell_all", {**told, "key": f"occasion {number}"}, now)
    for number in range(1, rounds + 1):
        one = worker()
        # Each is killed with jobs done, jobs begun and jobs left.
        wait_until(lambda n=number: count(database, Message) >= GUESTS * TOLD * n / (rounds + 2))
        one.kill()
    worker()
    wait_until(lambda: not count(database, Job.__table__.select().where(
        Job.kind == "tell_all").subquery()))  # fmt: skip
    assert count(database, Message) == GUESTS * TOLD


@pytest.mark.timeout(120)
def test_an_offer_runs_out_by_itself_and_goes_to_the_next(app, database, worker):
    organiser = Person(app).log_in("Chen Xiaoyu")
    event = organiser.publish(capacity=1, waiting_list=True)
    first, second, third = people = [Person(app) for _ in range(3)]
    codes = [one.sign_up(event) for one in people]
    first.cancel(codes[0])
    worker()
    soon = datetime.now(UTC) + timedelta(seconds=1)
    with database.transaction(writes=True) as db:
        db.execute(update(SignUp).where(SignUp.status == "offered").values(offer_ends_at=soon))
        db.execute(update(Job).where(Job.kind == "end_offer").values(run_at=soon))
    wait_until(lambda: second.ticket(codes[1])["status"] == "expired")
    assert third.ticket(codes[2])["status"] == "offered"
    assert third.told(codes[2])[0].startswith("A place is free for you.")
