import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from backend import migrate
from backend.addresses import DatabaseUnusable
from backend.db import Database
from backend.engines import make_engine
from backend.models import Base, User
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


def test_migrating_again_changes_nothing(url):
    migrate.upgrade(url)
    database = Database(url)
    with database.transaction(writes=True) as session:
        session.add(User(host="preview", host_id="Ann", name="Ann", guest=False,
                         created_at=datetime.now(UTC)))  # fmt: skip
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
