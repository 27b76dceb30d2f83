"""Does it answer, and has it what it needs?"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from backend import migrate
from backend.models import Job
from tests.api.conftest import Person


def ready(person):
    answer = person.get("/readyz")
    return answer.status_code, answer.json


def test_all_is_well(guest):
    assert guest.get("/healthz").json == {"status": "ok"}
    assert ready(guest) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok", "queue": "ok"},
    )


def test_a_database_of_an_older_version_is_not_ready(guest, database):
    newest, before = migrate.revisions()[:2]
    for revision, expected in ((before, (503, "behind")), ("9999_later", (200, "newer"))):
        with database.transaction(writes=True) as db:
            db.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
        status, told = ready(guest)
        assert (status, told["migrations"]) == expected
    with database.transaction(writes=True) as db:
        db.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": newest})
    assert ready(guest)[0] == 200


def test_jobs_that_nobody_does_are_told_but_keep_nobody_out(guest, database):
    late = datetime.now(UTC) - timedelta(minutes=10)
    with database.transaction(writes=True) as db:
        db.add(Job(kind="x", name=None, payload={}, run_at=late, attempts=0, created_at=late))
    status, told = ready(guest)
    assert (status, told["status"], told["queue"]) == (200, "degraded", "behind")


def test_redis_that_is_away_is_told(app_with, redis_url):
    assert ready(Person(app_with(redis_url=redis_url)))[1]["queue"] == "ok"
    status, told = ready(Person(app_with(redis_url="redis://127.0.0.1:1/0")))
    assert (status, told["queue"]) == (200, "failing")
