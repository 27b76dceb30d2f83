"""A real application on a real database of each kind, and people who use it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backend.app import create_app
from backend.config import Config
from tests import databases
from tests.servers import running

EVENT = {
    "title": "Tea tasting",
    "zone": "Asia/Shanghai",
    "place": "12 Yuyuan Road",
    "capacity": 20,
}


def local(days):
    """Return the time so many days from now, as a form has it."""
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, app):
        self.app = app
        self.browser = app.test_client()

    def log_in(self, name):
        """Log in as in a preview: the page that is opened with the ticket knows who this is."""
        self.open(f"/?ticket={self.login_ticket(name)}")
        return self

    def login_ticket(self, name):
        answer = self.post("/api/logins", {"host": "preview", "code": name})
        assert answer.status_code == 201, answer.text
        return answer.json["ticket"]

    def open(self, path, **options):
        return self.browser.get(path, **options)

    def fill_in(self, path, **controls):
        """Post a page's form, as a browser without script does."""
        return self.browser.post(path, data=controls)

    def get(self, path, **options):
        return self.browser.get(path, **options)

    def post(self, path, body, key=None, **options):
        headers = {"Idempotency-Key": key} if key else {}
        return self.browser.post(path, json=body, headers=headers, **options)

    def put(self, path, body):
        return self.browser.put(path, json=body)

    def event_form(self, **changes):
        form = {**EVENT, "starts_at": local(7), "ends_at": local(8), **changes}
        return {name: value for name, value in form.items() if value is not None}

    def publish(self, **changes):
        """Create an event and return it."""
        answer = self.post("/api/events", self.event_form(**changes))
        assert answer.status_code == 201, answer.text
        return answer.json

    def sign_up(self, event, name="Li Na", answers=None, **more):
        """Sign up for an event and return the ticket's code."""
        answer = self.try_to_sign_up(event, name, answers, more=more)
        assert answer.status_code == 201, answer.text
        return answer.json["ticket"]

    def try_to_sign_up(self, event, name="Li Na", answers=None, more=None, **options):
        body = {"name": name, "answers": answers or {}, **(more or {})}
        return self.post(f"/api/events/{event['id']}/sign-ups", body, **options)

    def cancel(self, ticket):
        return self.post(f"/api/tickets/{ticket}/cancellation", {})

    def check_in(self, event, ticket):
        return self.post(f"/api/events/{event['id']}/check-ins", {"ticket": ticket})


@pytest.fixture(scope="session")
def standing_app(kind, tmp_path_factory):
    """Make one application for all tests: making it takes longer than most of them."""
    data = tmp_path_factory.mktemp(kind)
    with databases.migrated(kind, data) as url:
        config = Config(data=data, build=data / "build", database_url=url, preview_login=True)
        app = create_app(config)
        yield app
        app.extensions["qiao"].database.close()


@pytest.fixture
def config(standing_app):
    """Give the settings of the application, whose database is empty now."""
    site = standing_app.extensions["qiao"]
    databases.clear(site.database)
    return site.config


@pytest.fixture
def app(standing_app, config):
    return standing_app


@pytest.fixture
def app_with(config):
    """Make applications with other settings, on the same database."""
    made = []

    def make(**changes):
        made.append(create_app(replace(config, **changes)))
        return made[-1]

    yield make
    for app in made:
        app.extensions["qiao"].database.close()


@pytest.fixture
def database(app):
    return app.extensions["qiao"].database


@pytest.fixture
def person(app):
    """Make people, each with a browser of their own."""
    return lambda: Person(app)


@pytest.fixture
def guest(person):
    """Somebody who has never been here."""
    return person()


@pytest.fixture
def organiser(person):
    """Somebody who is signed in."""
    return person().log_in("Chen Xiaoyu")


@pytest.fixture(scope="module")
def served_url(kind, tmp_path_factory):
    """Give the address of the new database that the server uses."""
    with databases.empty(kind, tmp_path_factory.mktemp("served")) as url:
        yield url


@pytest.fixture(scope="module")
def server(served_url, tmp_path_factory):
    """Give the address of a real server, run as `build.py serve` runs it."""
    data = tmp_path_factory.mktemp("server")
    with running(data, DATABASE_URL=served_url, QIAO_PREVIEW_LOGIN="1") as address:
        yield address
