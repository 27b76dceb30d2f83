"""From the phone to a computer, and two accounts that become one."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from backend.models import Identity, LoginTicket


def who(person):
    return person.get("/api/me").json


def code_of(person):
    answer = person.post("/api/login-codes", {})
    assert answer.status_code == 201, answer.text
    return answer.json["code"]


def type_in(person, code):
    return person.fill_in("/login/code", code=code)


def test_a_code_signs_in_on_a_computer(organiser, person):
    computer = person()
    page = type_in(computer, code_of(organiser))
    assert page.status_code == 303
    computer.open(page.location)
    assert who(computer)["name"] == "Chen Xiaoyu"
    assert who(organiser)["signed_in"] is True


def test_it_may_be_typed_as_people_type(organiser, person):
    typed = code_of(organiser).lower().replace("-", " ").replace("0", "o")
    assert type_in(person(), typed).status_code == 303


@pytest.mark.parametrize("trouble", ["used", "late", "made up", "replaced"])
def test_it_is_good_once_and_for_five_minutes(organiser, person, database, trouble):
    code = code_of(organiser)
    if trouble == "used":
        type_in(person(), code)
    if trouble == "late":
        with database.transaction(writes=True) as db:
            db.execute(update(LoginTicket).values(expires_at=datetime.now(UTC)))
    if trouble == "made up":
        code = "ABCD-EFGH-JKMN"
    if trouble == "replaced":
        code_of(organiser)
    page = type_in(person(), code)
    assert page.status_code == 422
    assert "This code is not valid" in page.text


def test_a_code_is_no_ticket(organiser, guest):
    code = code_of(organiser).replace("-", "")
    for ticket in (code, f"code {code}"):
        guest.open("/", query_string={"ticket": ticket})
    assert who(guest)["signed_in"] is False


def test_a_ticket_is_no_code(guest, person):
    assert type_in(person(), guest.login_ticket("Ann")[:40]).status_code == 422


def test_a_guest_has_no_code(guest):
    assert guest.post("/api/login-codes", {}).status_code == 401


def test_two_accounts_become_one(organiser, person, database):
    """Somebody who organises in WeChat, and now comes from Alipay."""
    event = organiser.publish()
    other = person().log_in("Chen in Alipay")
    second, ticket = other.publish(title="Coffee"), other.sign_up(event)
    answer = other.post("/api/logins/joins", {"code": code_of(organiser)})
    assert (answer.status_code, answer.json["name"]) == (201, "Chen Xiaoyu")
    for each in (organiser, other):
        mine = each.get("/api/events?mine=yes").json["items"]
        assert {one["id"] for one in mine} == {event["id"], second["id"]}
        assert each.get(f"/api/tickets/{ticket}").status_code == 200
    with database.transaction(writes=False) as db:
        assert len(set(db.scalars(select(Identity.user_id)))) == 1
    assert who(person().log_in("Chen in Alipay"))["name"] == "Chen Xiaoyu"
