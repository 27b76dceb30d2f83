from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from backend.models import NativeCall


@pytest.fixture
def call(guest):
    """A scan that the page has asked for."""
    answer = guest.post("/api/native-calls", {"kind": "scan"})
    assert answer.status_code == 201
    return answer.json


@pytest.fixture
def shell(person):
    """The shell: it has no session of the page."""
    return person()


def tell(shell, call, **changes):
    body = {"token": call["token"], "state": "done", "result": "ABCD", **changes}
    return shell.post(f"/api/native-calls/{call['id']}/result", body)


def state_of(person, call):
    return person.get(f"/api/native-calls/{call['id']}").json.get("state")


def test_a_call_waits_for_its_answer(guest, call):
    assert state_of(guest, call) == "waiting"


def test_the_page_gets_what_the_shell_told(guest, call, shell):
    assert tell(shell, call).status_code == 201
    found = guest.get(f"/api/native-calls/{call['id']}").json
    assert (found["state"], found["result"]) == ("done", "ABCD")


def test_it_can_be_cancelled_without_a_result(guest, call, shell):
    tell(shell, call, state="cancelled", result="")
    assert state_of(guest, call) == "cancelled"


def test_the_same_answer_again_is_welcome(call, shell):
    tell(shell, call)
    assert tell(shell, call).status_code == 201


def test_another_answer_comes_too_late(guest, call, shell):
    tell(shell, call)
    assert tell(shell, call, result="EFGH").status_code == 404
    assert guest.get(f"/api/native-calls/{call['id']}").json["result"] == "ABCD"


def test_only_the_token_lets_answer(guest, call, shell):
    assert tell(shell, call, token="made up").status_code == 404
    assert state_of(guest, call) == "waiting"


def test_an_answer_can_not_be_to_wait(call, shell):
    assert tell(shell, call, state="waiting").status_code == 422


def test_nobody_else_sees_it(call, person, organiser):
    assert person().get(f"/api/native-calls/{call['id']}").status_code == 401
    assert organiser.get(f"/api/native-calls/{call['id']}").status_code == 404


def test_it_expires(guest, call, shell, database):
    with database.transaction(writes=True) as db:
        db.execute(update(NativeCall).values(expires_at=datetime.now(UTC)))
    assert tell(shell, call).status_code == 404
    assert guest.get(f"/api/native-calls/{call['id']}").json["code"] == "native_call_not_found"
