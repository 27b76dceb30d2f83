"""The database stays busy or goes away: an answer that says so, never a 500, nothing half done."""

import pytest
from sqlalchemy import update

from backend.db import Database
from backend.models import Event
from tests.api.conftest import Person
from tests.proxies import Wire

KEY = "5f0c1b1e2d3a4b5c"
COMMIT = {"postgresql": b"COMMIT\0", "mariadb": b"\x03COMMIT"}

servers_only = pytest.mark.parametrize("kind", ["postgresql", "mariadb"], scope="session")


@pytest.fixture
def holding(database):
    """Hold all events, as a writer that does not come to an end."""
    with database.transaction(writes=True) as db:
        db.execute(update(Event).values(title="held"))
        yield
        db.rollback()


@pytest.fixture
def hasty(app_with):
    """Somebody at an application that waits for a second only."""
    return Person(app_with(database_wait=1))


@pytest.fixture
def wire(config):
    database = Database(config.database_url)
    wire = Wire(database.engine.url)
    yield wire
    wire.close()
    database.close()


@pytest.fixture
def far(app_with, wire):
    """Somebody at an application that reaches its database by a wire, and has a session."""
    return Person(app_with(database_url=wire.url)).log_in("Ann")


def test_a_write_that_can_not_get_through_says_when_to_try_again(organiser, hasty, request):
    event = organiser.publish()
    request.getfixturevalue("holding")
    answer = hasty.try_to_sign_up(event)
    assert (answer.status_code, answer.json["code"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "2"
    assert "Set-Cookie" not in answer.headers


def test_reading_goes_on_meanwhile(organiser, hasty, request):
    event = organiser.publish(title="Tea tasting")
    request.getfixturevalue("holding")
    assert hasty.get(f"/api/events/{event['id']}").json["title"] == "Tea tasting"


def test_the_page_says_it_in_words(organiser, hasty, request):
    event = organiser.publish()
    form = hasty.open(f"/events/{event['id']}/sign-up")
    assert form.status_code == 200
    request.getfixturevalue("holding")
    page = hasty.fill_in(f"/events/{event['id']}/sign-up", name="Li Na")
    assert (page.status_code, page.headers["Retry-After"]) == (503, "2")
    assert "try again in a moment" in page.text


@servers_only
def test_a_database_that_is_away_is_no_mistake_of_ours(wire, far):
    wire.cut()
    for answer in (far.get("/api/events"), far.post("/api/events", far.event_form())):
        assert (answer.status_code, answer.json["code"]) == (503, "busy")
    assert far.open("/").status_code == 503
    assert far.get("/readyz").status_code == 503
    wire.mend()
    assert far.get("/readyz").status_code == 200
    assert far.publish()["id"]


@servers_only
def test_a_keyed_write_survives_the_loss_of_its_commits_answer(organiser, wire, far, kind):
    event = organiser.publish()
    wire.lose_answer(COMMIT[kind])
    assert far.try_to_sign_up(event, key=KEY).status_code == 201
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


@servers_only
def test_without_a_key_it_is_uncertain(organiser, wire, far, kind):
    event = organiser.publish()
    wire.lose_answer(COMMIT[kind])
    answer = far.try_to_sign_up(event)
    assert (answer.status_code, answer.json["code"]) == (503, "uncertain")
    assert "Retry-After" not in answer.headers
