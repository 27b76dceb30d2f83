"""Logins through Douyin, QQ, Kuaishou and Baidu, from the shell's code to the page."""

import json
import logging
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from backend.app import create_app
from backend.models import Base, Identity, User
from backend.platforms import http
from backend.platforms.code_sessions import AppSettings
from backend.platforms.settings import PlatformSettings
from emulators.code_sessions import SERVERS
from emulators.servers import running
from tests.api.conftest import Person


@pytest.fixture(params=sorted(SERVERS))
def server(request):
    """The emulator of each host in turn."""
    with running(SERVERS[request.param]()) as emulator:
        yield emulator


@pytest.fixture
def host(server):
    return next(name for name, kind in SERVERS.items() if isinstance(server, kind))


@pytest.fixture
def phone(standing_app, config, server, host, monkeypatch):
    """Make phones; the host's door is the only one that is open."""
    monkeypatch.setattr(http, "ANSWER", 0.5)
    monkeypatch.setattr(http, "FIRST_PAUSE", 0.01)
    apps = {host: AppSettings(server.app_id, server.secret, server.address)}
    standing = standing_app.extensions["qiao"].config
    app = create_app(replace(standing, platforms=PlatformSettings(apps=apps), preview_login=False))
    yield lambda: Person(app)
    app.extensions["qiao"].close()


def login(phone, host, code):
    return phone.post("/api/logins", {"host": host, "code": code})


def test_the_page_that_is_opened_with_the_ticket_knows_the_user(phone, host, server):
    someone = phone()
    answer = login(someone, host, server.login_code("id-Ann"))
    assert (answer.status_code, answer.json["expires_in"]) == (201, 60)
    someone.open(f"/?ticket={answer.json['ticket']}")
    assert someone.get("/api/me").json["signed_in"] is True


def test_the_same_person_gets_the_same_account(phone, host, server, database):
    for id in ("id-Ann", "id-Ann", "id-Ben"):
        assert login(phone(), host, server.login_code(id)).status_code == 201
    with database.transaction(writes=False) as db:
        assert db.scalar(select(func.count(User.id))) == 2
        found = db.execute(select(Identity.host, Identity.host_id)).all()
    assert sorted(map(tuple, found)) == [(host, "id-Ann"), (host, "id-Ben")]


def test_a_code_that_is_used_late_or_made_up_is_refused(phone, host, server):
    used, late = server.login_code("id-Ann"), server.login_code("id-Ann")
    assert login(phone(), host, used).status_code == 201
    server.expire_codes()
    for wrong in (used, late, "made-up"):
        answer = login(phone(), host, wrong)
        assert (answer.status_code, answer.json["code"]) == (401, "login_refused")


@pytest.mark.parametrize("trouble", ["silence", "gone", "502"])
def test_an_answer_that_is_lost_is_not_asked_for_again(phone, host, server, trouble):
    server.trouble(server.path_of_login, trouble)
    answer = login(phone(), host, server.login_code("id-Ann"))
    assert (answer.status_code, answer.json["code"]) == (503, "host_away")
    assert server.calls[server.path_of_login] == 1


BUSY = {"douyin": 28001005, "qq": -1}


def test_a_host_that_says_to_try_again_is_asked_again(phone, host, server):
    if host not in BUSY:
        pytest.skip("this host documents no such answer")
    server.trouble(server.path_of_login, BUSY[host], BUSY[host])
    assert login(phone(), host, server.login_code("id-Ann")).status_code == 201
    assert server.calls[server.path_of_login] == 3


def test_too_many_calls_are_told_as_away(phone, host, server):
    server.limits[server.path_of_login] = 0
    assert login(phone(), host, server.login_code("id-Ann")).status_code == 503


def test_what_an_operator_has_set_wrong_stands_in_the_log(phone, host, server, caplog):
    server.secret = "another"
    assert login(phone(), host, server.login_code("id-Ann")).status_code == 503
    assert " refused code2session: " in caplog.text


def test_a_host_that_is_not_set_up_is_closed(phone, host):
    other = "qq" if host != "qq" else "baidu"
    answer = login(phone(), other, "code")
    assert (answer.status_code, answer.json["code"]) == (403, "host_closed")


def test_secrets_reach_neither_log_nor_answer_nor_database(phone, host, server, database, caplog):
    caplog.set_level(logging.DEBUG)
    sent, strange = server.login_code("id-Ann"), "code-that-is-made-up"
    server.trouble(server.path_of_login, "silence")
    answers = [login(phone(), host, one).text for one in (sent, server.login_code("o"), strange)]
    with database.transaction(writes=False) as db:
        stored = str([db.execute(table.select()).all() for table in Base.metadata.sorted_tables])
    told = caplog.text + json.dumps(answers) + stored
    told += repr(AppSettings(server.app_id, server.secret, server.address))
    secret = (server.secret, server.session_key, sent, strange)
    assert [one for one in secret if one in told] == []
