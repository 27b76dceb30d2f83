"""Logins through WeChat and Alipay, from the shell's code to the page that knows the user."""

import json
import logging
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, update

from backend.models import Base, Identity, LoginTicket, User

pytest_plugins = ["tests.platforms.fixtures"]

WECHAT = "/sns/jscode2session"
ALIPAY = "alipay.system.oauth.token"


@pytest.fixture(params=["wechat", "alipay"])
def host(request):
    return request.param


@pytest.fixture
def code(host, wechat, alipay):
    """Make login codes, as the host gives them to its shell."""
    return {"wechat": wechat.login_code, "alipay": alipay.auth_code}[host]


@pytest.fixture
def server(host, wechat, alipay):
    """Give the emulator of the host, and what a login asks of it."""
    return {"wechat": (wechat, WECHAT), "alipay": (alipay, ALIPAY)}[host]


def login(phone, host, code):
    return phone.post("/api/logins", {"host": host, "code": code})


def who(phone):
    return phone.get("/api/me").json


def test_the_page_that_is_opened_with_the_ticket_knows_the_user(phone, host, code):
    someone = phone()
    answer = login(someone, host, code("o-Ann"))
    assert (answer.status_code, answer.json["expires_in"]) == (201, 60)
    page = someone.open(f"/organise?ticket={answer.json['ticket']}")
    assert page.status_code == 200
    assert who(someone)["signed_in"] is True


def test_the_same_person_gets_the_same_account(phone, host, code, database):
    for openid in ("o-Ann", "o-Ann", "o-Ben"):
        assert login(phone(), host, code(openid)).status_code == 201
    with database.transaction(writes=False) as db:
        assert db.scalar(select(func.count(User.id))) == 2
        assert set(db.scalars(select(Identity.host_id))) == {"o-Ann", "o-Ben"}


def test_a_code_is_good_once(phone, host, code):
    used = code("o-Ann")
    login(phone(), host, used)
    answer = login(phone(), host, used)
    assert (answer.status_code, answer.json["code"]) == (401, "login_refused")


def test_a_code_that_is_late_or_made_up_is_refused(phone, host, code, server):
    late = code("o-Ann")
    server[0].expire_codes()
    for wrong in (late, "made-up"):
        answer = login(phone(), host, wrong)
        assert (answer.status_code, answer.json["code"]) == (401, "login_refused")


def test_whom_wechat_blocks_is_refused(phone, wechat):
    assert login(phone(), "wechat", wechat.login_code("blocked")).status_code == 401


@pytest.mark.parametrize("trouble", ["used", "late", "forged"])
def test_a_ticket_is_good_once_and_for_a_minute(phone, host, code, database, trouble):
    ticket = login(phone(), host, code("o-Ann")).json["ticket"]
    if trouble == "used":
        phone().open(f"/?ticket={ticket}")
    if trouble == "late":
        with database.transaction(writes=True) as db:
            db.execute(update(LoginTicket).values(expires_at=datetime.now(UTC)))
    if trouble == "forged":
        ticket = ticket[:-1] + ("A" if ticket[-1] != "A" else "B")
    someone = phone()
    assert someone.open(f"/?ticket={ticket}").status_code == 200
    assert who(someone)["signed_in"] is False


def test_a_busy_platform_is_asked_again(phone, host, code, server):
    emulator, path = server
    busy = "-1" if host == "wechat" else "isp.unknow-error"
    emulator.trouble(path, busy, busy)
    assert login(phone(), host, code("o-Ann")).status_code == 201
    assert emulator.calls[path] == 3


@pytest.mark.parametrize("trouble", ["silence", "gone", "502"])
def test_an_answer_that_is_lost_is_not_asked_for_again(phone, host, code, server, trouble):
    emulator, path = server
    emulator.trouble(path, trouble)
    answer = login(phone(), host, code("o-Ann"))
    assert (answer.status_code, answer.json["code"]) == (503, "host_away")
    assert emulator.calls[path] == 1
    assert login(phone(), host, code("o-Ann")).status_code == 201


def test_too_many_calls_are_told_as_away(phone, host, code, server):
    emulator, path = server
    emulator.limits[path] = 0
    answer = login(phone(), host, code("o-Ann"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_an_answer_that_alipay_did_not_sign_is_not_believed(phone, alipay):
    alipay.signer = "a stranger"
    assert login(phone(), "alipay", alipay.auth_code("2088-Ann")).status_code == 503


def test_a_newer_app_of_alipay_is_told_open_ids(phone, alipay, database):
    alipay.names = ("open_id",)
    assert login(phone(), "alipay", alipay.auth_code("o-Ann")).status_code == 201
    with database.transaction(writes=False) as db:
        assert db.scalars(select(Identity.host_id)).all() == ["o-Ann"]


def test_what_an_operator_has_set_wrong_stands_in_the_log(phone, wechat, monkeypatch, caplog):
    monkeypatch.setattr(wechat, "secret", "0" * 32)
    answer = login(phone(), "wechat", wechat.login_code("o-Ann"))
    assert answer.status_code == 503
    assert "WeChat refused code2Session: 40125" in caplog.text


def test_others_can_write_while_the_platform_takes_its_time(phone, wechat, database, monkeypatch):
    answer = wechat.code_to_session

    def slowly():
        with database.transaction(writes=True) as db:
            db.add(User(name="Meanwhile", guest=False, created_at=datetime.now(UTC)))
        return answer()

    monkeypatch.setitem(wechat.app.view_functions, "code_to_session", slowly)
    assert login(phone(), "wechat", wechat.login_code("o-Ann")).status_code == 201
    with database.transaction(writes=False) as db:
        assert "Meanwhile" in db.scalars(select(User.name)).all()


def test_the_same_write_again_is_not_asked_again(phone, wechat):
    someone, code = phone(), wechat.login_code("o-Ann")
    first, second = (
        someone.post("/api/logins", {"host": "wechat", "code": code}, key="k" * 16)
        for _ in range(2)
    )
    assert first.json == second.json
    assert wechat.calls[WECHAT] == 1


def test_secrets_reach_neither_log_nor_answer_nor_database(
    phone, host, code, server, platform_settings, database, caplog
):
    caplog.set_level(logging.DEBUG)
    emulator, path = server
    emulator.trouble(path, "silence")
    sent = code("o-Ann")
    answers = [login(phone(), host, one).text for one in (sent, code("o-Ann"), "made-up")]
    with database.transaction(writes=False) as db:
        stored = str([db.execute(table.select()).all() for table in Base.metadata.sorted_tables])
    told = caplog.text + json.dumps(answers) + stored + repr(platform_settings)
    secret = [emulator.secret, emulator.session_key] if host == "wechat" else []
    secret += [emulator.access_token] if host == "alipay" else []
    assert [one for one in [*secret, sent] if one in told] == []
