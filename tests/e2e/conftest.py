"""Phones on a real server: built pages, gunicorn, a new SQLite database, Chromium.

Every document that any test opens is held to the same: the strict policy, no error in the
console, no request to another host.
"""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.servers import running
from tools import assets

PHONE = {"width": 375, "height": 812}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Give the address of a server with the built pages."""
    assets.ensure()
    with running(tmp_path_factory.mktemp("e2e"), QIAO_PREVIEW_LOGIN="1") as address:
        yield address


class Phone:
    """Somebody's phone: a browser of its own with one page open."""

    def __init__(self, context, site):
        self.context = context
        self.site = site
        self.wrong = []
        self.documents = []
        self.calls = []
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self.heard)
        self.page.on("request", self.asked)
        self.page.on("response", self.answered)

    def heard(self, said):
        # The browser itself says this of every answer above 399, also of those a test asks for.
        if said.type in ("error", "warning") and "Failed to load resource" not in said.text:
            self.wrong.append(said.text)

    def asked(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.wrong.append(f"a request to {request.url}")
        path = request.url.removeprefix(self.site)
        if request.is_navigation_request():
            self.documents.append(path)
        elif path.startswith("/api/"):
            self.calls.append(f"{request.method} {path}")

    def answered(self, response):
        if response.request.is_navigation_request() and response.status not in (301, 302, 303):
            policy = response.headers.get("content-security-policy", "")
            if "script-src 'self';" not in policy or "unsafe" in policy:
                self.wrong.append(f"the policy of {response.url}: {policy!r}")

    def open(self, path, ready=True):
        """Open a document, and wait until Python has taken over."""
        self.page.goto(self.site + path)
        if ready:
            self.ready()
        return self

    def ready(self):
        """Wait until the page's own Python has taken over."""
        expect(self.page.locator("html[data-hydrated]")).to_have_count(1)

    def sign_in(self, name):
        """Sign in as the shell does: a code for a ticket, the ticket with the first page."""
        answer = self.context.request.post(
            self.site + "/api/logins", data={"host": "preview", "code": name}
        )
        return self.open(f"/?ticket={answer.json()['ticket']}")

    def publish(self, **changes):
        """Create an event by the API and return it."""
        day = datetime.now(UTC) + timedelta(days=7)
        form = {
            "title": "Tea tasting",
            "starts_at": f"{day:%Y-%m-%dT18:00}",
            "ends_at": f"{day:%Y-%m-%dT20:00}",
            "zone": "Asia/Shanghai",
            "place": "12 Yuyuan Road",
            "capacity": 20,
        }
        answer = self.context.request.post(self.site + "/api/events", data={**form, **changes})
        assert answer.status == 201, answer.text()
        return answer.json()

    def sign_up(self, event, name="Wang Wu", answers=None):
        """Sign up by the API and return the answer."""
        return self.context.request.post(
            f"{self.site}/api/events/{event['id']}/sign-ups",
            data={"name": name, "answers": answers or {}},
        )

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name):
        return self.page.get_by_role("link", name=name)

    def field(self, label):
        return self.page.get_by_label(label)

    @property
    def heading(self):
        return self.page.get_by_role("heading", level=1)

    @property
    def path(self):
        return self.page.url.removeprefix(self.site)


@pytest.fixture
def phone(chromium, site):
    """Make phones; what went wrong on any of them fails the test."""
    phones = []

    def make(**options):
        context = chromium.new_context(**{"viewport": PHONE, "locale": "en-GB", **options})
        phones.append(Phone(context, site))
        return phones[-1]

    yield make
    wrong = [text for one in phones for text in one.wrong]
    for one in phones:
        one.context.close()
    assert wrong == []


@pytest.fixture
def organiser(phone):
    return phone().sign_in("Chen Xiaoyu")


@pytest.fixture
def guest(phone):
    return phone()


@pytest.fixture
def plain(phone):
    """A phone without JavaScript."""
    return phone(java_script_enabled=False)
