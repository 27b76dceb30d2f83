"""Whoever asks for too much is told so, and when to come again."""

import os
from ipaddress import IPv4Address

import pytest

from backend.config import Config
from tests.api.conftest import Person, Script

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")


@pytest.fixture
def limited(app_with):
    """Make people of an application that refuses early."""

    def make(**limits):
        app = app_with(limits=True, **limits)
        return lambda: Person(app)

    return make


def test_one_address_may_ask_so_often(limited):
    person = limited(limit_address="3/minute")
    assert [person().get("/api/events").status_code for _ in range(4)] == [200, 200, 200, 429]
    # Of another address nobody has asked yet.
    other = person().get("/api/events", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 200


def test_one_user_may_ask_so_often_from_wherever(limited):
    person = limited(limit_user="7/minute")
    phone, computer = (person().log_in("Li Na") for _ in range(2))
    found = [
        one.get("/api/me", environ_base={"REMOTE_ADDR": f"192.0.2.{n}"}).status_code
        for n, one in enumerate([phone, computer] * 3)
    ]
    assert found == [200] * 5 + [429]
    refused = phone.get("/api/me")
    assert refused.json["code"] == "too_many_requests"
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert person().get("/api/me").status_code == 200
    assert person().log_in("Zhou Ming").get("/api/me").status_code == 200


def test_what_a_user_s_scripts_ask_counts_for_the_user(limited):
    person = limited(limit_user="5/minute")
    somebody = person().log_in("Li Na")
    form = {"name": "Export", "scope": "read", "days": "30"}
    token = somebody.post("/api/access-tokens", form).json["token"]
    script = Script(somebody.app, token)
    found = [script.call("GET", "/api/me").status_code for _ in range(4)]
    assert found == [200, 200, 200, 429]
    assert somebody.get("/api/me").status_code == 429


def test_a_page_counts_once_and_is_refused_as_a_page(limited):
    somebody = limited(limit_user="3/minute")().log_in("Li Na")
    assert [somebody.open("/organise").status_code for _ in range(3)] == [200, 200, 429]


def test_a_made_up_session_counts_for_nobody(limited):
    guest = limited(limit_user="1/minute")()
    guest.browser.set_cookie("session", "x" * 43)
    assert [guest.get("/api/me").status_code for _ in range(3)] == [200] * 3


def test_logins_are_counted_by_themselves(limited):
    person = limited(limit_logins="1/hour")
    somebody = person().log_in("Li Na")
    refused = somebody.post("/api/logins", {"host": "preview", "code": "Zhou Ming"})
    assert (refused.status_code, refused.json["code"]) == (429, "too_many_requests")
    assert somebody.get("/api/me").status_code == 200


@pytest.mark.parametrize(("language", "words"), [("en", "Try again in"), ("zh", "秒后再试")])
def test_it_says_when_to_come_again_in_both_languages(limited, language, words):
    guest = limited(limit_address="1/hour")()
    guest.get("/api/me")
    answer = guest.get("/api/me", headers={"Accept-Language": language})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 3600
    assert (
        words in answer.json["message"] and answer.headers["Retry-After"] in answer.json["message"]
    )
    page = guest.open("/", headers={"Accept-Language": language})
    assert page.status_code == 429 and words in page.text


def test_files_and_health_are_free(limited):
    guest = limited(limit_address="1/hour")()
    guest.get("/api/me")
    assert guest.get("/healthz").status_code == 200
    assert guest.get("/assets/none.js").status_code == 404


def test_all_machines_count_in_one_redis(limited, redis_url):
    one, other = (limited(limit_address="2/minute", redis_url=redis_url)() for _ in range(2))
    # An address of this run's own: Redis is shared, too.
    address = {"REMOTE_ADDR": str(IPv4Address(os.getpid() + (10 << 24)))}
    asked = [some.get("/api/me", environ_base=address) for some in (one, other, one, other)]
    assert [answer.status_code for answer in asked] == [200, 200, 429, 429]


def test_without_redis_each_process_counts(limited):
    guest = limited(limit_address="2/hour", redis_url="redis://127.0.0.1:1/0")()
    assert [guest.get("/api/me").status_code for _ in range(3)] == [200, 200, 429]


def test_a_demo_and_a_developer_are_not_limited(app):
    for environ, limits in (({}, True), ({"QIAO_DEMO": "1"}, False), ({"QIAO_DEV": "1"}, False)):
        assert Config.from_environment(environ).limits is limits
