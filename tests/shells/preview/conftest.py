"""A real server with a preview, and a host in a real browser on it."""

import json
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from playwright.sync_api import expect

from package.preview.driver import Host
from tests.servers import running
from tools import assets


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Give the address of a server with the demo's events."""
    assets.ensure()
    with running(tmp_path_factory.mktemp("preview"), QIAO_DEMO="1", WEB_CONCURRENCY="1") as address:
        yield address


@pytest.fixture
def wrong():
    """What went wrong in the browser: errors of scripts, and requests to other places."""
    return []


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
def host(chromium, site, wrong, kind):
    """A host with nothing remembered."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.append(said.text) if is_wrong(said) else None)
    tab.on("request", lambda request: wrong.append(request.url) if leaves(request, site) else None)
    yield Host(tab, site, kind)
    context.close()


@pytest.fixture(autouse=True)
def nothing_wrong(wrong):
    yield
    assert wrong == []


def is_wrong(said):
    # The browser itself says this of every answer above 399, also of those a test asks for.
    return said.type == "error" and "Failed to load resource" not in said.text


def leaves(request, site):
    return not request.url.startswith((site, "data:", "blob:"))


@pytest.fixture
def event(site):
    """An event that Ada organises."""
    client = build_opener(HTTPCookieProcessor(CookieJar()))

    def post(path, body):
        data = json.dumps(body).encode()
        request = Request(site + path, data, {"Content-Type": "application/json"})
        with client.open(request, timeout=10) as answer:
            return json.load(answer)

    ticket = post("/api/logins", {"host": "preview", "code": "Ada"})["ticket"]
    client.open(f"{site}/?ticket={ticket}", timeout=10).close()
    day = datetime.now(UTC) + timedelta(days=7)
    times = {"starts_at": f"{day:%Y-%m-%dT18:00}", "ends_at": f"{day:%Y-%m-%dT20:00}"}
    form = {"title": "Tea tasting", "zone": "Asia/Shanghai", "place": "12 Yuyuan Road"}
    return post("/api/events", {**form, **times, "capacity": 9, "questions": []})


@pytest.fixture
def ticket(host, event):
    """The ticket of Lin, who signed up in this preview."""
    host.open(f"/events/{event['id']}/sign-up", user="Lin")
    host.page.get_by_label("Name").fill("Lin")
    host.page.get_by_role("button", name="Sign up").click()
    code = host.page.locator(".ticket .code")
    expect(code).to_be_visible()
    expect(host.tab.locator("#path")).to_have_value(f"/tickets/{code.inner_text()}")
    return code.inner_text()


@pytest.fixture
def scanning(host, event, ticket):
    """Ada at the door, with the scanner open."""
    host.open(f"/organise/events/{event['id']}/check-in", user="Ada")
    host.page.get_by_role("button", name="Scan a ticket").click()
    expect(host.scanner).to_be_visible()
    return host
