"""A real server with a preview, and a host in a real browser on it."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

NOTED = """async (code) => {
    for (let wait = 0; wait < 200; wait += 1) {
        if (localStorage.getItem("qiao-preview-tickets")?.includes(code)) return;
        await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the preview did not note the ticket ${code}`);
}"""


@pytest.fixture
def expected(wrong):
    """Say that an error is the point of the test."""
    words = []
    yield words.append
    for each in words:
        found = [text for text in wrong if each in text]
        assert found, f"there was no error {each!r}"
        for text in found:
            wrong.remove(text)


@pytest.fixture
def kind():
    """Which host is played. A module that is about all of them has a fixture with parameters."""
    return "wechat"


@pytest.fixture
def host(phone, kind):
    """A host with nothing remembered."""
    return phone(kind)


@pytest.fixture
def publish(api, kind):
    """Publish an event of Ada's, in a week."""

    def make(**changes):
        day = datetime.now(UTC) + timedelta(days=7)
        form = {
            "title": "Tea tasting",
            "zone": "Asia/Shanghai",
            "place": "12 Yuyuan Road",
            "starts_at": f"{day:%Y-%m-%dT18:00}",
            "ends_at": f"{day:%Y-%m-%dT20:00}",
            "capacity": 9,
            "questions": [],
        }
        return api("Ada", changes.pop("host", kind)).post("/api/events", **{**form, **changes})

    return make


@pytest.fixture
def event(publish):
    """An event that Ada organises."""
    return publish()


@pytest.fixture
def noted():
    """Wait until the preview can offer a ticket to the scanner: it asks the server first."""

    def wait(host, code):
        expect(host.tab.locator("#path")).to_have_value(f"/tickets/{code}")
        host.tab.evaluate(NOTED, code)

    return wait


@pytest.fixture
def ticket(host, event, noted):
    """The ticket of Lin, who signed up in this preview."""
    host.open(f"/events/{event['id']}/sign-up", user="Lin")
    host.page.get_by_label("Name").fill("Lin")
    host.page.get_by_role("button", name="Sign up").click()
    code = host.page.locator(".ticket .code")
    expect(code).to_be_visible()
    found = code.inner_text()
    noted(host, found)
    return found


@pytest.fixture
def scanning(host, event, ticket):
    """Ada at the door, with the scanner open."""
    host.open(f"/organise/events/{event['id']}/check-in", user="Ada")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.scanner).to_be_visible()
    return host
