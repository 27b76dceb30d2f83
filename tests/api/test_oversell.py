"""Many people at once, over real HTTP against several processes on one SQLite file."""

import json
import threading
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar

import pytest


def post(address, path, body, opener=None, **headers):
    """Return status and JSON of a POST; without an opener from a browser of its own."""
    opener = opener or urllib.request.build_opener()
    request = urllib.request.Request(
        address + path,
        json.dumps(body).encode(),
        {"Content-Type": "application/json", **headers},
    )
    try:
        with opener.open(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def get(address, path):
    with urllib.request.urlopen(address + path, timeout=60) as answer:
        return json.load(answer)


@pytest.fixture
def publish(server):
    """Publish an event with so many places; return its id."""

    def make(capacity):
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        _, login = post(server, "/api/logins", {"host": "preview", "code": "Chen Xiaoyu"})
        opener.open(f"{server}/?ticket={login['ticket']}").close()
        soon = datetime.now(UTC) + timedelta(days=7)
        form = {
            "title": "Tea tasting",
            "starts_at": soon.strftime("%Y-%m-%dT10:00"),
            "ends_at": soon.strftime("%Y-%m-%dT12:00"),
            "zone": "Asia/Shanghai",
            "place": "12 Yuyuan Road",
            "capacity": capacity,
        }
        status, event = post(server, "/api/events", form, opener)
        assert status == 201, event
        return event["id"]

    return make


def all_at_once(count, work):
    """Return the results of `work(0)` to `work(count - 1)`, all begun at the same moment."""
    together = threading.Barrier(count)

    def one(number):
        together.wait(30)
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_fifty_people_for_the_last_ten_places(server, publish):
    event = publish(capacity=10)
    answers = all_at_once(
        50,
        lambda number: post(
            server, f"/api/events/{event}/sign-ups", {"name": f"Guest {number}", "answers": {}}
        ),
    )
    outcomes = Counter((status, answer.get("code")) for status, answer in answers)
    assert outcomes == {(201, None): 10, (409, "full"): 40}
    assert len({answer["ticket"] for status, answer in answers if status == 201}) == 10
    found = get(server, f"/api/events/{event}")
    assert (found["taken"], found["places_left"], found["state"]) == (10, 0, "full")


def test_one_tap_sent_ten_times_at_once_is_one_sign_up(server, publish):
    event = publish(capacity=100)
    answers = all_at_once(
        10,
        lambda number: post(
            server,
            f"/api/events/{event}/sign-ups",
            {"name": "Li Na", "answers": {}},
            **{"Idempotency-Key": "0123456789abcdef0123"},
        ),
    )
    assert len({(status, answer.get("ticket")) for status, answer in answers}) == 1
    assert answers[0][0] == 201
    assert get(server, f"/api/events/{event}")["taken"] == 1


def test_one_ticket_shown_at_two_doors_lets_one_in(server, publish):
    event = publish(capacity=1)
    _, sign_up = post(server, f"/api/events/{event}/sign-ups", {"name": "Li Na", "answers": {}})
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    _, login = post(server, "/api/logins", {"host": "preview", "code": "Chen Xiaoyu"})
    opener.open(f"{server}/?ticket={login['ticket']}").close()
    statuses = all_at_once(
        8,
        lambda number: post(
            server, f"/api/events/{event}/check-ins", {"ticket": sign_up["ticket"]}, opener
        )[0],
    )
    assert sorted(statuses) == [201] + [409] * 7


def test_one_login_ticket_opened_ten_times_at_once_logs_in_once(server):
    _, login = post(server, "/api/logins", {"host": "preview", "code": "Ann"})

    def open_page(number):
        with urllib.request.urlopen(f"{server}/?ticket={login['ticket']}", timeout=60) as page:
            return (page.headers["Set-Cookie"] or "").partition("=")[0]

    assert Counter(all_at_once(10, open_page)) == {"session": 1, "": 9}
