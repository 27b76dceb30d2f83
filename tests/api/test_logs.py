"""What is logged: a JSON object a line, and of people nothing."""

import io
import json
import logging
import logging.config

import pytest

from backend import logs

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")


@pytest.fixture
def lines():
    """Return what was logged since, as objects."""
    text = io.StringIO()
    settings = logs.settings("info")
    settings["handlers"]["stderr"]["stream"] = text
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.getLogger("qiao").level
    logging.config.dictConfig(settings)
    yield lambda: [json.loads(line) for line in text.getvalue().splitlines()]
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    logging.getLogger("qiao").setLevel(before[2])


def test_a_line_for_each_request_by_its_route(organiser, guest, lines):
    code = guest.sign_up(organiser.publish())
    before = len(lines())
    guest.get(f"/api/tickets/{code}")
    (line,) = lines()[before:]
    assert line["event"] == "request"
    assert (line["method"], line["route"], line["status"]) == ("GET", "/api/tickets/<code>", 200)
    assert line["level"] == "info" and line["ms"] > 0 and line["timestamp"].endswith("Z")


def test_nothing_of_people_is_in_it(person, lines):
    organiser = person().log_in("Chen Xiaoyu")
    guest = person()
    code = guest.sign_up(organiser.publish(), name="Li Na")
    guest.open(f"/tickets/{code}?lang=zh")
    guest.try_to_sign_up({"id": 999}, name="Li Na")
    text = json.dumps(lines(), ensure_ascii=False)
    for secret in (
        "Chen",
        "Li Na",
        code,
        "127.0.0.1",
        organiser.browser.get_cookie("session").value,
    ):
        assert secret not in text


def test_the_id_of_a_request_comes_in_and_goes_out(guest, lines):
    answer = guest.get("/api/me", headers={"X-Request-Id": "proxy-4711.a"})
    assert answer.headers["X-Request-Id"] == "proxy-4711.a"
    assert lines()[-1]["request_id"] == "proxy-4711.a"


@pytest.mark.parametrize("sent", ["short", "x" * 65, "with space and more", 'quote"and-more'])
def test_what_is_no_id_is_not_taken_for_one(guest, lines, sent):
    own = guest.get("/api/me", headers={"X-Request-Id": sent}).headers["X-Request-Id"]
    assert len(own) == 16 and lines()[-1]["request_id"] == own


def test_a_mistake_of_ours_is_one_line_with_its_traceback(guest, app, lines, monkeypatch):
    monkeypatch.setitem(app.view_functions, "api.logins_me", lambda: 1 / 0)
    answer = guest.get("/api/me")
    mistake, request = lines()
    assert mistake["level"] == "error" and "ZeroDivisionError" in mistake["exception"]
    assert mistake["request_id"] == request["request_id"] == answer.json["request_id"]


def test_files_are_only_logged_when_somebody_looks(guest, lines):
    guest.get("/assets/none.js")
    guest.get("/healthz")
    assert lines() == []
