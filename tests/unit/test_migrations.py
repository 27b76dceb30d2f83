import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect, select, text
from sqlalchemy.dialects.mysql import LONGTEXT

from backend import migrate
from backend.addresses import DatabaseUnusable
from backend.db import Database
from backend.engines import make_engine, writing
from backend.models import Base, Event, Order, SignUp, TicketKind, User
from tests import databases

ROOT = Path(__file__).resolve().parents[2]
MIGRATE = """
import sys
from backend import migrate
print(flush=True)
sys.stdin.read()
migrate.upgrade(sys.argv[1])
"""


@pytest.fixture
def url(kind, tmp_path):
    with databases.empty(kind, tmp_path) as url:
        yield url


@pytest.fixture
def engine(url):
    engine = make_engine(url)
    yield engine
    engine.dispose()


def test_models_and_migrations_agree(url, engine):
    migrate.upgrade(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_constraints_have_the_names_of_the_models(url, engine):
    migrate.upgrade(url)
    found = inspect(engine)
    checks = {check["name"] for check in found.get_check_constraints("events")}
    assert "ck_events_taken" in checks
    unique = {one["name"] for one in found.get_unique_constraints("sign_ups")}
    assert unique == {"uq_sign_ups_code", "uq_sign_ups_holder_id_event_id"}


def test_each_migration_goes_down_and_up_again(url, engine):
    migrate.upgrade(url)
    tables = set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(migrate.alembic_config(connection))
        revisions = [revision.revision for revision in script.walk_revisions()]
    for before in [*revisions[1:], "base"]:
        migrate.downgrade(url, before)
        migrate.upgrade(url)
        migrate.downgrade(url, before)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrate.upgrade(url)
    assert set(inspect(engine).get_table_names()) == tables


def test_sign_ups_outlive_their_ticket_kinds(url, engine):
    migrate.upgrade(url)
    now = datetime.now(UTC)
    database = Database(url)
    with database.transaction(writes=True) as session:
        user = User(name="Ann", guest=False, created_at=now)
        event = Event(
            owner=user, title="Tea", starts_at=now, starts_local="", ends_at=now, ends_local="",
            zone="UTC", place="", description="", capacity=5, taken=2, most_seats=2,
            approval=False, waiting_list=False, offer_hours=1, refunds="day", queued=0,
            questions=[], created_at=now,
        )  # fmt: skip
        session.add(event)
        session.flush()
        kind = TicketKind(event_id=event.id, position=0, name="Adult", taken=2, price=6650)
        sign_up = SignUp(
            event=event, user=user, kind=kind, name="Ann", seats=2, answers={}, status="unpaid",
            code="c" * 16, created_at=now,
        )  # fmt: skip
        session.add(sign_up)
        session.flush()
        session.add(
            Order(
                id="a", sign_up_id=sign_up.id, title="Tea", amount=13300, confirms=True,
                state="closed", created_at=now,
            )
        )  # fmt: skip
    migrate.downgrade(url, "0010")
    with engine.connect() as connection:
        kept = "SELECT e.title, s.seats, s.status, o.amount, o.state FROM sign_ups s"
        kept += " JOIN events e ON e.id = s.event_id JOIN orders o ON o.sign_up_id = s.id"
        assert connection.execute(text(kept)).one() == ("Tea", 2, "offered", 13300, "open")
    migrate.upgrade(url)
    with database.transaction(writes=False) as session:
        assert session.scalars(select(SignUp.seats)).one() == 2
    database.close()


def test_migrating_again_changes_nothing(url):
    migrate.upgrade(url)
    database = Database(url)
    with database.transaction(writes=True) as session:
        session.add(User(name="Ann", guest=False, created_at=datetime.now(UTC)))
    migrate.upgrade(url)
    with database.transaction(writes=False) as session:
        assert session.scalar(text("SELECT name FROM users")) == "Ann"
    database.close()


def test_processes_that_start_at_once_do_not_collide(url, engine):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout.readline()
    with migrate.migrating(url) as config:
        # Whoever has looked at the database before they wait is out of date.
        config.attributes["connection"].execute(text("CREATE TABLE something_else (id INTEGER)"))
        for process in processes:
            process.stdin.close()
        time.sleep(0.5)
        assert [process.poll() for process in processes] == [None] * 3
    errors = [process.stderr.read() for process in processes]
    for process in processes:
        process.stdout.close()
        process.stderr.close()
        process.wait(30)
    assert errors == [""] * 3
    assert "events" in inspect(engine).get_table_names()


def test_one_that_fails_leaves_the_lock_to_the_next(url, engine):
    with pytest.raises(ZeroDivisionError), migrate.migrating(url):
        raise ZeroDivisionError
    migrate.upgrade(url)
    assert "events" in inspect(engine).get_table_names()


def test_a_server_that_is_too_old_is_refused(url, kind, monkeypatch):
    monkeypatch.setitem(migrate.OLDEST, kind, (99, 1))
    with pytest.raises(DatabaseUnusable, match=r"needed is 99\.1"):
        migrate.upgrade(url)


def adding(connection):
    """Return what adds a row; what it is not given, is something that fits."""
    tables, now = MetaData(), datetime.now(UTC).replace(tzinfo=None)
    tables.reflect(connection)
    fitting = {
        "INTEGER": 1,
        "DATETIME": now,
        "TIMESTAMP": now,
        "BOOLEAN": False,
        "TINYINT": 0,
        "JSON": [],
    }

    def add(name, **values):
        row = {
            column.name: fitting.get(str(column.type).partition("(")[0], "[]")
            for column in tables.tables[name].columns
            if not column.nullable and not column.primary_key
        }
        # MariaDB's JSON is a text.
        texts = {
            column.name
            for column in tables.tables[name].columns
            if isinstance(column.type, LONGTEXT)
        }
        given = {
            key: json.dumps(value) if key in texts and not isinstance(value, str) else value
            for key, value in values.items()
        }
        connection.execute(tables.tables[name].insert(), row | given)

    return add


def test_who_has_come_in_before_is_counted(url, engine):
    migrate.upgrade(url)
    migrate.downgrade(url, "0018")
    with writing(engine).begin() as connection:
        add = adding(connection)
        add("users", id=1)
        for id, seats in ((1, 3), (2, 4)):
            add("events", id=id, owner_id=1, taken=0)
            add("sign_ups", id=id, event_id=1, code=str(id), seats=seats)
        add("check_ins", sign_up_id=1, user_id=1)
    migrate.upgrade(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT checked_in FROM events ORDER BY id")).scalars()
        assert found.all() == [3, 0]


def test_telephone_numbers_from_before_are_found(url, engine):
    migrate.upgrade(url)
    migrate.downgrade(url, "0021")
    with writing(engine).begin() as connection:
        add = adding(connection)
        add("users", id=1)
        add("events", id=1, owner_id=1, taken=0, questions=[{"id": "call", "kind": "phone"}])
        for id, answers in enumerate([{"call": "+86 138-0013 8000"}, {"call": ""}, {}], 1):
            add("sign_ups", id=id, event_id=1, code=str(id), answers=answers)
    migrate.upgrade(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT sign_up_id, digits, backwards FROM guest_numbers"))
        assert found.all() == [(1, "8613800138000", "0008310083168")]
