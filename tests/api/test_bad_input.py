"""What nobody means to send: each has its status and the one JSON shape, none is a 500."""

import pytest

from contract.events import EventNotFound


def assert_problem(answer, status, code):
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert set(answer.json) >= {"code", "message"}
    assert answer.json["message"]


@pytest.fixture
def send(organiser):
    """Post a body as it is."""

    def post(data, content_type="application/json", **options):
        return organiser.browser.post(
            "/api/events", data=data, content_type=content_type, **options
        )

    return post


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/events/999", "event_not_found"),
        ("/api/events/2147483647", "event_not_found"),
        ("/api/events/2147483648", "not_found"),
        ("/api/events/99999999999999999999999999", "not_found"),
        ("/api/events/-1", "not_found"),
        ("/api/events/seven", "not_found"),
        ("/api/events/٧", "not_found"),
        ("/api/events/1.5", "not_found"),
        ("/api/nothing", "not_found"),
        ("/api/", "not_found"),
        ("/api", "not_found"),
        ("/api/tickets/%00", "forged_ticket"),
        ("/api/tickets/%ff%fe", "forged_ticket"),
        ("/api/tickets/" + "x" * 5000, "forged_ticket"),
    ],
)
def test_what_is_not_there(organiser, path, code):
    assert_problem(organiser.get(path), 404, code)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{'title': 1}",
        b"\xff\xfe",
        b'{"capacity": NaN}',
        b'{"capacity": Infinity}',
        b'{"capacity": ' + b"9" * 5000 + b"}",
        b'{"title": "half a \\ud800 pair"}',
        b"[" * 100_000,
    ],
    ids=range(9),
)
def test_what_is_not_json(send, body):
    assert_problem(send(body), 400, "bad_json")


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"7", b"true"])
def test_json_that_is_no_object(send, body):
    assert_problem(send(body), 422, "invalid")


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_another_type_than_json(send, content_type):
    assert_problem(send(b"{}", content_type), 415, "not_json")


def test_ten_megabytes(send):
    assert_problem(send(b" " * 10_000_000), 413, "too_large")


def test_too_large_a_form(guest, organiser):
    event = organiser.publish()
    page = guest.fill_in(f"/events/{event['id']}/sign-up", name="x" * 300_000)
    assert (page.status_code, page.mimetype) == (413, "text/html")


def test_a_method_that_is_not_there(organiser):
    answer = organiser.browser.delete("/api/events")
    assert_problem(answer, 405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("query", ["mine=perhaps", "mine=%00"])
def test_a_query_that_is_wrong(guest, query):
    answer = guest.get(f"/api/events?{query}")
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == ["mine"]


def test_members_that_nobody_knows_are_ignored(organiser):
    # An older page must get on with a newer server.
    assert organiser.publish(colour="green")["title"] == "Tea tasting"


def test_the_problem_is_told_in_the_callers_language(guest):
    texts = {
        language: guest.get("/api/events/999", headers={"Accept-Language": language}).json
        for language in ("en", "zh-CN")
    }
    assert {answer["code"] for answer in texts.values()} == {"event_not_found"}
    assert texts["en"]["message"] == EventNotFound.message
    assert texts["zh-CN"]["message"].startswith("此活动不存在")


def test_a_mistake_of_ours_is_told_with_a_number_and_logged_without_personal_data(
    app, organiser, guest, monkeypatch, caplog
):
    event = organiser.publish()
    monkeypatch.setattr("backend.sign_ups.show", lambda code: 1 / 0)
    answer = guest.try_to_sign_up(event, name="Li Na")
    assert_problem(answer, 500, "internal")
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]
    assert "ZeroDivisionError" in caplog.text
    assert "Li Na" not in caplog.text
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 0
