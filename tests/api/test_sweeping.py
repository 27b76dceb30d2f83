"""What nobody asks for any more goes, by a job of its own."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from backend import outbox
from backend.forgetting import order
from backend.models import IdempotencyKey, LoginSession
from backend.sessions import LONGEST
from tests.api.conftest import local

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
KEY = "0123456789abcdef0123"


def count(database, model):
    with database.transaction(writes=False) as db:
        return db.scalar(select(func.count()).select_from(model))


@pytest.mark.parametrize(
    ("after", "left"), [(timedelta(hours=23), (1, 2)), (LONGEST + timedelta(seconds=1), (0, 0))]
)
def test_ended_sessions_and_old_keys_go(app, organiser, person, database, after, left):
    person().try_to_sign_up(organiser.publish(), key=KEY)
    site, later = app.extensions["qiao"], datetime.now(UTC) + after
    order(site, later)
    outbox.perform_due(site, later)
    assert (count(database, IdempotencyKey), count(database, LoginSession)) == left


def test_an_event_that_has_ended_is_noted_and_comes_back_if_it_is_prolonged(app, organiser):
    event = organiser.publish(starts_at=local(1), ends_at=local(2))
    site, later = app.extensions["qiao"], datetime.now(UTC) + timedelta(days=3)
    order(site, later)
    outbox.perform_due(site, later)
    assert organiser.get("/api/events").json["items"] == []
    organiser.change(event, ends_at=local(5))
    assert [one["id"] for one in organiser.get("/api/events").json["items"]] == [event["id"]]


def test_a_kept_answer_can_not_be_read_in_the_database(organiser, person, database):
    ticket = person().try_to_sign_up(organiser.publish(), key=KEY).json["ticket"]
    with database.transaction(writes=False) as db:
        assert (
            ticket.replace("-", "") not in db.scalars(select(IdempotencyKey.answer)).one().upper()
        )
