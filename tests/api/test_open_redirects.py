"""Nothing that an address or a form says leads away from this site."""

import html
import re
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import pytest

from backend.models import ShortLink
from backend.pages import load_pages

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")

HERE = "http://localhost/organise/events/1"
EVIL = "evil.example"
AWAY = (
    f"https://{EVIL}",
    f"//{EVIL}",
    f"///{EVIL}",
    f"/\\{EVIL}",
    f"\\\\{EVIL}",
    f"/\t/{EVIL}",
    f"/\r\n/{EVIL}",
    f" //{EVIL}",
    f"/%2f%2f{EVIL}/..",
    f"https:{EVIL}",
    f"@{EVIL}",
    f".{EVIL}",
    f"javascript:alert('{EVIL}')",
    f"/\r\nLocation: https://{EVIL}",
)
# What other sites call the parameter, too: it must not begin to count here unnoticed.
NAMES = {"next", "return", "back", "to", "url", "path", "redirect", "continue"}
PAGES = load_pages()


@pytest.fixture
def event(organiser):
    return organiser.publish()


@pytest.fixture
def address(organiser, guest, event):
    """Return the address of a page, with an event and a ticket in it."""
    code = guest.sign_up(event)

    def fill(page):
        path = re.sub("<int:.*?>", str(event["id"]), page.path)
        return re.sub("<.*?>", code, path)

    return fill


def hosts(answer):
    """Return the hosts that an answer sends to, or offers to go to."""
    links = re.findall(r'\s(?:href|src|action|formaction)="(.*?)"', answer.text)
    found = [html.unescape(link) for link in links]
    # As a browser reads it: without tabs and line ends, and a backslash is a slash.
    found += [answer.location] if answer.location else []
    plain = [re.sub(r"[\t\r\n]", "", one).strip().replace("\\", "/") for one in found]
    return {urlsplit(urljoin(HERE, one)).netloc or one for one in plain if one[:5] != "data:"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_parameter_of_a_page_leads_away(organiser, guest, address, page):
    for value in AWAY:
        query = dict.fromkeys({*NAMES, *page.query, "ticket", "lang", "host"}, value)
        for one in (organiser, guest):
            found = hosts(one.open(address(page), query_string=query))
            assert found <= {"localhost"}, value


@pytest.mark.parametrize("page", [one for one in PAGES if one.takes_form], ids=lambda one: one.name)
def test_no_parameter_of_a_form_leads_away(organiser, address, page):
    for value in AWAY:
        fields = getattr(page.module, "takes", None)
        controls = dict.fromkeys({*NAMES, *(fields.fields if fields else ())}, value)
        query = dict.fromkeys({*NAMES, *page.query}, value)
        answer = organiser.browser.post(address(page), query_string=query, data=controls)
        assert hosts(answer) <= {"localhost"}, value


def test_the_way_back_from_the_login_is_taken_only_within_the_site(guest):
    ways = dict.fromkeys([*AWAY[:8], ""], "/organise") | {"/a": "/a"}
    for value, way in ways.items():
        done = guest.browser.post("/login", query_string={"next": value}, data={"name": "Ann"})
        assert (done.status_code, urlsplit(done.location).path) == (303, way), value


@pytest.mark.parametrize("path", [f"//{EVIL}/organise", f"/\\{EVIL}", f"/{EVIL}//organise"])
def test_no_path_is_sent_on_to_another_host(guest, path):
    answer = guest.browser.get("/", environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, answer.location) == (404, None)


def test_a_short_link_leads_to_its_path_whatever_is_added(guest, database):
    with database.transaction(writes=True) as db:
        db.add(ShortLink(id="ABCDEFGHJKMN", path="/events/1", created_at=datetime.now(UTC)))
    for value in AWAY:
        answer = guest.open("/s/ABCDEFGHJKMN", query_string={"ticket": value, value: ""})
        assert answer.location.startswith("/events/1?"), value


@pytest.mark.parametrize("host", [EVIL, f"{EVIL}:80", f"localhost@{EVIL}"])
def test_the_host_of_a_request_is_put_into_no_way(guest, host):
    answer = guest.open("/organise", headers={"Host": host})
    assert answer.location is None or answer.location.startswith("/login?")
