"""A real application on a real database of each kind, and people who use it."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backend import outbox
from backend.app import create_app
from backend.config import Config
from contract.events import EventForm
from tests import databases
from tools.testing.servers import running

EVENT = {
    "title": "Tea tasting",
    "zone": "Asia/Shanghai",
    "place": "12 Yuyuan Road",
    "capacity": 20,
}


def local(days):
    """Return the time so many days from now, as a form has it."""
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def pytest_addoption(parser):
    parser.addoption(
        "--cases",
        type=int,
        default=100,
        help="how many cases of test_schemathesis.py on each database (100; for a release: 5000)",
    )


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, app):
        self.app = app
        self.browser = app.test_client()
        self.headers = {}

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

    def accept(self, ticket):
        return self.post(f"/api/tickets/{ticket}/acceptance", {})

    def approve(self, event, ticket):
        return self.post(f"/api/events/{event['id']}/sign-ups/{ticket}/approval", {})

    def promote(self, event, ticket):
        return self.post(f"/api/events/{event['id']}/sign-ups/{ticket}/promotion", {})

    def reject(self, event, ticket, reason=None):
        path = f"/api/events/{event['id']}/sign-ups/{ticket}/rejection"
        return self.post(path, {"reason": reason})

    def ticket(self, code):
        """Return a ticket of this person's."""
        answer = self.get(f"/api/tickets/{code}")
        assert answer.status_code == 200, answer.text
        return answer.json

    def told(self, code):
        """Return what stands on the ticket, the latest first."""
        return [notice["text"] for notice in self.ticket(code)["notices"]]

    def change(self, event, **changes):
        """Change an event, all else staying as it is."""
        kept = {name: event[name] for name in EventForm.fields if name in event}
        answer = self.put(f"/api/events/{event['id']}", {**kept, **changes})
        assert answer.status_code == 200, answer.text
        return answer.json

    def check_in(self, event, ticket):
        return self.post(f"/api/events/{event['id']}/check-ins", {"ticket": ticket})


class Script:
    """A program with an access token. It has no cookies, and keeps none."""

    def __init__(self, app, token):
        self.browser = app.test_client(use_cookies=False)
        self.headers = {"Authorization": f"Bearer {token}"}

    def call(self, method, path, **options):
        headers = {**self.headers, **options.pop("headers", {})}
        return self.browser.open(path, method=method, headers=headers, **options)


@pytest.fixture(scope="session")
def standing_apps(tmp_path_factory):
    """Make one application on each kind of database for all tests, when the first asks for it:
    making it takes longer than most of them."""
    made = {}
    with ExitStack() as stack:

        def standing(kind):
            if kind not in made:
                data = tmp_path_factory.mktemp(kind)
                url = stack.enter_context(databases.migrated(kind, data))
                config = Config(
                    data=data, build=data / "build", database_url=url, preview_login=True
                )
                made[kind] = create_app(config)
                stack.callback(made[kind].extensions["qiao"].close)
            return made[kind]

        yield standing


@pytest.fixture(scope="session")
def standing_app(kind, standing_apps):
    return standing_apps(kind)


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
        app.extensions["qiao"].close()


@pytest.fixture
def database(app):
    return app.extensions["qiao"].database


@pytest.fixture
def work(app):
    """Do all jobs that are due in so many hours."""

    def do(hours=0):
        now = datetime.now(UTC) + timedelta(hours=hours)
        return outbox.perform_due(app.extensions["qiao"], now)

    return do


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
