"""Pictures of events: who may send them, who sees them, and what WeChat says to them."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from backend import outbox, pictures
from emulators import wechat_push
from tests.pictures import opened, picture

pytest_plugins = ["tests.platforms.fixtures"]
# Nothing here depends on the kind of database.
pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")


def send(person, event, data=None, **more):
    file = FileStorage(BytesIO(picture() if data is None else data), "../../e.php")
    sent = {"picture": file, **more}
    # Encoded here: the test client would leave the file open in which it puts a large body.
    boundary, body = encode_multipart(sent)
    kind = f"multipart/form-data; boundary={boundary}"
    path = f"/api/events/{event['id']}/picture"
    return person.browser.post(path, data=body, content_type=kind)


def fetched(person, path):
    """Return the answer to whoever fetches a file, closed."""
    with person.get(path) as answer:
        answer.get_data()
        return answer


def shown(person, event):
    return person.get(f"/api/events/{event['id']}").json["picture"]


@pytest.fixture
def event(organiser):
    return organiser.publish()


def test_everybody_sees_it_in_two_sizes(organiser, guest, event):
    assert send(organiser, event, alt="Cups of tea").status_code == 201
    found = shown(guest, event)
    assert (found["width"], found["height"], found["alt"]) == (750, 500, "Cups of tea")
    for name, width in (("small", 375), ("address", 750)):
        answer = fetched(guest, found[name])
        assert opened(answer.data).width == width
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers
    for page in (f"/events/{event['id']}", "/"):
        assert found["small"] in guest.open(page).text


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [(b"no picture", 422, "invalid"), (bytes(10 * 1024 * 1024 + 1), 422, "invalid"),
     (bytes(11 * 1024 * 1024), 413, "too_large")],
    ids=["text", "over the limit", "far over it"],
)  # fmt: skip
def test_what_can_not_be_taken_is_refused(organiser, event, data, status, code):
    answer = send(organiser, event, data)
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert shown(organiser, event) is None


def test_other_bodies_are_refused(organiser, event):
    path = f"/api/events/{event['id']}/picture"
    assert organiser.post(path, {"picture": "x"}).status_code == 415
    as_text = organiser.browser.post(
        path, data={"picture": "x"}, content_type="multipart/form-data"
    )
    assert (as_text.status_code, list(as_text.json["fields"])) == (422, ["picture"])


def test_its_words_can_be_changed_without_it(organiser, event):
    path = f"/api/events/{event['id']}/picture"
    form = {"content_type": "multipart/form-data"}
    assert organiser.browser.post(path, data={"alt": "Tea"}, **form).status_code == 422
    send(organiser, event)
    assert organiser.browser.post(path, data={"alt": "Tea"}, **form).json["picture"]["alt"] == "Tea"


def test_a_new_one_takes_its_place_and_the_files_go_after_a_day(organiser, event, app, monkeypatch):
    send(organiser, event)
    before = shown(organiser, event)
    send(organiser, event, picture(colour="red"))
    now = shown(organiser, event)
    site = app.extensions["qiao"]
    pictures.sweep(site, datetime.now(UTC))
    assert fetched(organiser, before["small"]).status_code == 200
    monkeypatch.setattr(pictures, "SPARED", -1)
    pictures.sweep(site, datetime.now(UTC))
    assert fetched(organiser, before["small"]).status_code == 404
    assert fetched(organiser, now["small"]).status_code == 200


def test_it_can_be_taken_away(organiser, event):
    send(organiser, event)
    answer = organiser.post(f"/api/events/{event['id']}/picture/removal", {})
    assert answer.json["picture"] is None


@pytest.mark.parametrize(
    "name", ["x.jpg", "../secret_key", "%2e%2e/secret_key", "a" * 32 + "-375.png"]
)
def test_nothing_else_is_served(guest, name):
    assert fetched(guest, f"/pictures/{name}").status_code == 404


def test_without_script_the_page_takes_it(organiser, event):
    page = f"/organise/events/{event['id']}/picture"
    assert 'enctype="multipart/form-data"' in organiser.open(page).text
    wrong = organiser.fill_in(page, _key="k" * 16, picture=(BytesIO(b"no"), "a.jpg"), alt="Tea")
    assert wrong.status_code == 422
    assert 'value="Tea"' in wrong.text
    sent = {"picture": (BytesIO(picture()), "a.jpg"), "alt": "Tea"}
    assert organiser.fill_in(page, _key="l" * 16, **sent).status_code == 303
    assert shown(organiser, event)["alt"] == "Tea"
    assert organiser.fill_in(page, _key="m" * 16, remove="on").status_code == 303
    assert shown(organiser, event) is None


# Checked by WeChat.


@pytest.fixture
def site(platform_app):
    return platform_app.extensions["qiao"]


@pytest.fixture
def work(site):
    def do(hours=0):
        outbox.perform_due(site, datetime.now(UTC) + timedelta(hours=hours))

    return do


@pytest.fixture
def ann(in_wechat):
    return in_wechat("o-Ann")


@pytest.fixture
def sent(ann):
    event = ann.publish()
    assert send(ann, event).status_code == 201
    return event


@pytest.fixture
def push(platform_app):
    """Push to our server, as WeChat does."""

    def do(query, body):
        return platform_app.test_client().post("/notices/wechat", query_string=query, json=body)

    return do


def test_nobody_else_sees_it_until_wechat_has_passed_it(sent, ann, phone, wechat, work, push):
    assert shown(ann, sent)["state"] == "pending"
    assert shown(phone(), sent) is None
    work()
    ((trace, address),) = wechat.checks.items()
    # WeChat fetches it, without being signed in.
    path = address.removeprefix("https://signup.example.com")
    assert opened(fetched(phone(), path).data).width == 750
    assert push(*wechat.verdict(trace)).data == b"success"
    assert shown(phone(), sent)["state"] == "shown"


@pytest.mark.parametrize("suggest", ["risky", "review"])
def test_one_that_it_does_not_pass_is_gone(sent, ann, phone, wechat, work, push, suggest):
    address = shown(ann, sent)["address"]
    work()
    push(*wechat.verdict(*wechat.checks, suggest))
    assert shown(ann, sent)["state"] == "refused"
    assert shown(phone(), sent) is None
    assert fetched(phone(), address).status_code == 404
    assert "unsuitable" in ann.open(f"/organise/events/{sent['id']}/picture").text


def test_it_is_asked_again_when_nothing_is_heard(sent, wechat, work, push):
    work()
    push(*wechat.verdict(*wechat.checks, errcode=-1008))
    work(hours=2)
    assert len(wechat.checks) == 2
    work(hours=2)
    assert len(wechat.checks) == 2


def test_a_verdict_on_a_picture_that_is_gone_changes_nothing(sent, ann, wechat, work, push):
    work()
    send(ann, sent, picture(colour="red"))
    assert push(*wechat.verdict(*wechat.checks, "risky")).data == b"success"
    assert shown(ann, sent)["state"] == "pending"


def test_who_was_not_in_wechat_lately_can_not_be_checked(sent, ann, wechat, work):
    wechat.away.add("o-Ann")
    work()
    assert shown(ann, sent)["state"] == "shown"


def test_its_words_are_checked_as_texts_are(ann, wechat):
    answer = send(ann, ann.publish(), alt="赌博")
    assert (answer.status_code, answer.json["code"]) == (422, "unsuitable_text")


def test_from_alipay_it_is_shown_at_once(in_alipay, phone):
    ben = in_alipay("2088ben")
    event = ben.publish()
    send(ben, event)
    assert shown(phone(), event)["state"] == "shown"


def test_wechat_finds_our_address(platform_app, wechat):
    query = wechat_push.question(wechat)
    browser = platform_app.test_client()
    assert browser.get("/notices/wechat", query_string=query).text == query["echostr"]
    query["nonce"] += "1"
    assert browser.get("/notices/wechat", query_string=query).status_code == 403


def test_nobody_else_can_push(sent, ann, wechat, work, push, site):
    work()
    (trace,) = wechat.checks
    query, body = wechat.verdict(trace)
    forged = [
        ({**query, "msg_signature": query["signature"]}, body),
        (query, {**body, "Encrypt": body["Encrypt"][:-8] + "AAAAAAA="}),
        (query, {"Event": "wxa_media_check", "trace_id": trace, "result": {"suggest": "pass"}}),
        (query, []),
        wechat_push.push(wechat, {"FromUserName": "x", "ToUserName": "y"}, app_id="wxother"),
    ]
    assert [push(*one).status_code for one in forged] == [403] * 5
    assert shown(ann, sent)["state"] == "pending"


def test_without_pushes_nothing_is_taken_from_wechat(ann, site, monkeypatch):
    monkeypatch.setattr(site.platforms, "wechat_push", None)
    answer = send(ann, ann.publish())
    assert (answer.status_code, answer.json["code"]) == (403, "pictures_closed")
