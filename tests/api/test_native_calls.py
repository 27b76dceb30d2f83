import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from backend.models import NativeCall

FORM = {"kind": "scan", "host": "wechat", "path": "/door?day=2", "key": "scan"}


@pytest.fixture
def call(guest):
    """A scan that the page has asked for."""
    return start(guest)


@pytest.fixture
def shell(person):
    """The shell: it has no session of the page."""
    return person()


def start(person, **changes):
    answer = person.post("/api/native-calls", {**FORM, **changes})
    assert answer.status_code == 201, answer.text
    return answer.json


def tell(shell, call, **changes):
    body = {"token": call["token"], "state": "done", "result": '"ABCD"', **changes}
    return shell.post(f"/api/native-calls/{call['id']}/result", body)


def begin(shell, call, token=None):
    body = {"token": token or call["token"]}
    return shell.post(f"/api/native-calls/{call['id']}/begin", body)


def look(person, call):
    return person.get(f"/api/native-calls/{call['id']}").json


def take(person, call, reader="page"):
    return person.post(f"/api/native-calls/{call['id']}/take", {"reader": reader})


def waiting_at(person, path):
    found = person.browser.get("/api/native-calls", query_string={"path": path})
    return [call["id"] for call in found.json["items"]]


def end_all(database):
    with database.transaction(writes=True) as db:
        db.execute(update(NativeCall).values(expires_at=datetime.now(UTC)))


def test_a_call_waits_for_its_answer(guest, call):
    assert look(guest, call)["state"] == "waiting"
    assert 290 <= look(guest, call)["expires_in"] <= 300


def test_the_page_gets_what_the_shell_told(guest, call, shell):
    assert tell(shell, call).status_code == 201
    found = look(guest, call)
    assert (found["state"], found["result"]) == ("done", '"ABCD"')


@pytest.mark.parametrize("state", ["cancelled", "denied", "failed"])
def test_it_can_end_without_a_result(guest, call, shell, state):
    tell(shell, call, state=state, result="")
    assert look(guest, call)["state"] == state


def test_a_photo_fits(guest, shell):
    call = start(guest, kind="choose_image")
    photo = json.dumps("data:image/jpeg;base64," + "A" * 2_900_000)
    assert tell(shell, call, result=photo).status_code == 201
    assert look(guest, call)["result"] == photo


def test_a_larger_one_is_refused(call, shell):
    assert tell(shell, call, result="A" * 5_000_000).status_code == 413


def test_the_same_answer_again_is_welcome(call, shell):
    tell(shell, call)
    assert tell(shell, call).status_code == 201


def test_another_answer_comes_too_late(guest, call, shell):
    tell(shell, call)
    assert tell(shell, call, result='"EFGH"').status_code == 404
    assert look(guest, call)["result"] == '"ABCD"'


def test_only_the_token_lets_answer(guest, call, shell):
    assert tell(shell, call, token="made up").status_code == 404
    assert look(guest, call)["state"] == "waiting"


def test_the_token_of_another_call_does_not(guest, call, shell):
    other = start(guest)
    assert tell(shell, call, token=other["token"]).status_code == 404


def test_an_answer_can_not_be_to_wait(call, shell):
    assert tell(shell, call, state="waiting").status_code == 422


def test_nobody_else_sees_it_or_takes_it(call, person, organiser, shell):
    tell(shell, call)
    assert person().get(f"/api/native-calls/{call['id']}").status_code == 401
    assert organiser.get(f"/api/native-calls/{call['id']}").status_code == 404
    assert take(organiser, call).status_code == 404
    assert waiting_at(organiser, FORM["path"]) == []


def test_it_expires(guest, call, shell, database):
    end_all(database)
    assert tell(shell, call).status_code == 404
    assert look(guest, call)["code"] == "native_call_not_found"
    assert take(guest, call).status_code == 404
    assert waiting_at(guest, FORM["path"]) == []
    assert begin(shell, call).json["state"] == "cancelled"


# A page that was killed, and loaded anew.


def test_a_page_finds_the_calls_of_its_path(guest, call):
    other = start(guest, kind="location")
    start(guest, path="/elsewhere")
    assert waiting_at(guest, FORM["path"]) == [call["id"], other["id"]]


def test_an_answer_is_taken_by_one_reader(guest, call, shell):
    tell(shell, call)
    assert take(guest, call).json["result"] == '"ABCD"'
    assert take(guest, call, reader="loaded anew").status_code == 404
    assert waiting_at(guest, FORM["path"]) == []


def test_a_reader_whose_answer_was_lost_may_ask_again(guest, call, shell):
    tell(shell, call)
    take(guest, call)
    assert take(guest, call).json["result"] == '"ABCD"'


def test_a_call_that_was_given_up_takes_no_answer(guest, call, shell):
    assert take(guest, call).json["state"] == "waiting"
    assert begin(shell, call).json["state"] == "cancelled"
    assert tell(shell, call).status_code == 404


# What the shell is told.


def test_the_shell_gets_the_arguments(guest, shell):
    arguments = {"title": "Tea", "link": "/events/1"}
    begun = begin(shell, start(guest, kind="share", arguments=arguments)).json
    assert begun["state"] == "waiting"
    assert begun["arguments"]["link"] == "/events/1"


def test_only_the_token_shows_them(call, shell):
    assert begin(shell, call, token="made up").status_code == 404


def test_an_answered_call_is_not_done_again(call, shell):
    tell(shell, call)
    assert begin(shell, call).json["state"] == "done"


@pytest.mark.parametrize("asked", ["pay", "phone_number"])
def test_what_no_platform_stands_behind_is_not_offered(guest, asked):
    form = {**FORM, "kind": asked, "arguments": {"order": "o-7"}}
    answer = guest.post("/api/native-calls", form)
    assert (answer.status_code, answer.json["code"]) == (409, "not_offered")


def test_a_payment_needs_an_order(organiser):
    answer = organiser.post("/api/native-calls", {**FORM, "kind": "pay"})
    assert answer.json["fields"] == {"arguments.order": "Order to pay is needed."}
    form = {**FORM, "kind": "pay", "arguments": {"order": "unknown"}}
    assert organiser.post("/api/native-calls", form).status_code == 409
