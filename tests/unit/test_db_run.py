"""What becomes of a transaction when others are at work, or the database goes away."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError

from backend.db import Database, lock
from backend.errors import Busy, Uncertain
from backend.models import Job
from tests import databases
from tests.proxies import Wire

NOW = datetime(2030, 1, 1, tzinfo=UTC)
KILL = {
    "postgresql": "SELECT pg_terminate_backend({id})",
    "mariadb": "KILL {id}",
}
OWN_ID = {"postgresql": "SELECT pg_backend_pid()", "mariadb": "SELECT CONNECTION_ID()"}

# As it goes over the wire; PostgreSQL's transactions also begin with READ COMMITTED.
COMMIT = {"postgresql": b"COMMIT\0", "mariadb": b"\x03COMMIT"}

servers_only = pytest.mark.parametrize("kind", ["postgresql", "mariadb"], scope="session")


@pytest.fixture(scope="session")
def url(kind, tmp_path_factory):
    with databases.migrated(kind, tmp_path_factory.mktemp(kind)) as url:
        yield url


@pytest.fixture
def database(url):
    database = Database(url, pool=4, wait=1)
    databases.clear(database)
    yield database
    database.close()


@pytest.fixture
def wire(database):
    """Give a wire to the server, and a database at its end."""
    wire = Wire(database.engine.url)
    far = Database(wire.url, wait=1)
    assert names(far) == []  # connected, which takes a commit, too
    yield wire, far
    far.close()
    wire.close()


def job(name):
    """Return a row of a table in which a name can be only once."""
    rest = {"run_at": None, "attempts": 0, "error": None, "created_at": NOW}
    return Job(kind="test", name=name, payload={}, **rest)


def add(name):
    """Return the work of adding a job."""

    def work(db):
        db.add(job(name))

    return work


def names(database):
    return sorted(database.run(lambda db: db.scalars(select(Job.name)).all(), writes=False))


def at_once(*works):
    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result(20) for future in [pool.submit(work) for work in works]]


def test_it_gives_what_the_work_gives(database):
    assert database.run(lambda db: db.scalar(select(func.count(Job.id))), writes=False) == 0


def test_a_mistake_is_raised_at_once(database):
    calls = []

    def work(db):
        calls.append(1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.run(work, writes=True)
    assert len(calls) == 1


def test_a_row_that_can_never_be_added_is_a_mistake_too(database):
    database.run(add("Ann"), writes=True)
    with pytest.raises(IntegrityError):
        database.run(add("Ann"), writes=True)


@servers_only
def test_of_two_that_add_the_same_row_the_second_finds_it(database):
    together = threading.Barrier(2)
    tries = []

    def find_or_add(db):
        found = db.scalar(select(Job.name).where(Job.name == "Ann"))
        tries.append(found)
        if len(tries) <= 2:
            together.wait(10)
        if found is None:
            db.add(job("Ann"))

    at_once(*[lambda: database.run(find_or_add, writes=True)] * 2)
    assert (tries, names(database)) == ([None, None, "Ann"], ["Ann"])


@servers_only
def test_two_that_wait_for_each_other_are_both_done(url, database):
    # PostgreSQL looks for deadlocks after a second.
    patient = Database(url, wait=10)
    database.run(lambda db: db.add_all([job("Ann"), job("Ben")]), writes=True)
    ids = dict(database.run(lambda db: db.execute(select(Job.name, Job.id)).all(), writes=False))
    together = threading.Barrier(2)
    begun = []

    def rename(first, second, mark):
        def work(db):
            lock(db, Job, ids[first]).name += mark
            begun.append(mark)
            if len(begun) <= 2:
                together.wait(10)
            lock(db, Job, ids[second]).name += mark

        return lambda: patient.run(work, writes=True)

    at_once(rename("Ann", "Ben", "1"), rename("Ben", "Ann", "2"))
    patient.close()
    assert len(begun) == 3
    assert sorted("".join(names(database))) == sorted("Ann12Ben12")


def test_who_waits_too_long_is_told_that_it_is_busy(database):
    database.run(add("Ann"), writes=True)
    with database.transaction(writes=True) as other:
        other.execute(update(Job).values(name="Anna"))
        with pytest.raises(Busy) as told:
            database.run(lambda db: db.execute(update(Job).values(name="Anne")), writes=True)
    assert told.value.details == {"retry_after": 2}
    assert names(database) == ["Anna"]


@servers_only
def test_who_gets_no_connection_is_told_that_it_is_busy(url):
    narrow = Database(url, pool=1, wait=1)
    with narrow.transaction(writes=False) as other:
        other.scalar(select(1))
        with pytest.raises(Busy):
            names(narrow)
    narrow.close()


@servers_only
def test_a_connection_that_the_server_ends_is_replaced(database, kind):
    ids = []

    def work(db):
        ids.append(db.scalar(text(OWN_ID[kind])))
        if len(ids) == 1:
            with database.transaction(writes=True) as other:
                other.execute(text(KILL[kind].format(id=ids[0])))
        db.add(job("Ann"))

    database.run(work, writes=True)
    assert len(set(ids)) == 2
    assert names(database) == ["Ann"]


@servers_only
def test_a_server_that_is_away_is_busy_until_it_is_back(wire):
    wire, database = wire
    database.run(add("Ann"), writes=True)
    wire.cut()
    for writes in (True, False):
        with pytest.raises(Busy):
            database.run(lambda db: db.scalar(select(Job.name)), writes=writes)
    wire.mend()
    assert names(database) == ["Ann"]


@servers_only
def test_nobody_claims_to_know_what_became_of_a_commit_whose_answer_is_lost(wire, kind):
    wire, database = wire
    wire.lose_answer(COMMIT[kind])
    with pytest.raises(Uncertain):
        database.run(add("Ann"), writes=True)
    assert names(database) == ["Ann"]


@servers_only
def test_what_may_be_repeated_is_done_again_when_the_answer_is_lost(wire, kind):
    wire, database = wire
    wire.lose_answer(COMMIT[kind])
    found = []

    def add_if_missing(db):
        found.append(db.scalar(select(Job.name)))
        if found[-1] is None:
            db.add(job("Ann"))

    database.run(add_if_missing, writes=True, repeatable=True)
    assert (found, names(database)) == ([None, "Ann"], ["Ann"])
