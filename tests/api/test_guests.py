"""What an organiser decides about sign-ups."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from backend import forgetting
from backend.models import Event, GuestNumber


@pytest.fixture
def event(organiser):
    return organiser.publish(capacity=1, approval=True)


def test_who_needs_approval_takes_no_place(event, guest):
    answer = guest.try_to_sign_up(event)
    assert (answer.status_code, answer.json["status"]) == (201, "pending")
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 0


def test_there_may_be_more_of_them_than_places(event, person):
    assert {person().try_to_sign_up(event).json["status"] for _ in range(3)} == {"pending"}


def test_approved_is_confirmed(organiser, event, guest):
    code = guest.sign_up(event)
    answer = organiser.approve(event, code)
    assert (answer.status_code, answer.json["status"]) == (201, "confirmed")
    assert guest.ticket(code)["status"] == "confirmed"
    assert guest.told(code) == ["Your sign-up was approved."]


def test_approving_twice_takes_one_place(organiser, event, guest):
    code = guest.sign_up(event)
    for _ in range(2):
        assert organiser.approve(event, code).json["status"] == "confirmed"
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_nobody_is_approved_beyond_the_places(organiser, event, person):
    codes = [person().sign_up(event) for _ in range(2)]
    organiser.approve(event, codes[0])
    answer = organiser.approve(event, codes[1])
    assert (answer.status_code, answer.json["code"]) == (409, "full")
    assert person().try_to_sign_up(event).json["code"] == "full"


def test_with_a_waiting_list_they_are_put_on_it(organiser, person):
    event = organiser.publish(capacity=1, approval=True, waiting_list=True)
    people = [person(), person()]
    codes = [one.sign_up(event) for one in people]
    organiser.approve(event, codes[0])
    assert organiser.approve(event, codes[1]).json["position"] == 1
    people[0].cancel(codes[0])
    assert people[1].ticket(codes[1])["status"] == "offered"


def test_turned_down_with_a_reason(organiser, event, guest):
    code = guest.sign_up(event)
    answer = organiser.reject(event, code, "Members only.")
    assert (answer.status_code, answer.json["status"]) == (201, "rejected")
    assert guest.ticket(code)["reason"] == "Members only."
    assert guest.told(code) == ["Your sign-up was turned down. Members only."]


def test_who_was_turned_down_can_not_apply_again(organiser, event, guest):
    code = guest.sign_up(event)
    organiser.reject(event, code)
    assert guest.try_to_sign_up(event).json["ticket"] == code


def test_a_no_may_become_a_yes(organiser, event, guest):
    code = guest.sign_up(event)
    organiser.reject(event, code, "Members only.")
    assert organiser.approve(event, code).json["status"] == "confirmed"
    assert guest.ticket(code)["reason"] is None


def test_a_place_taken_back_goes_to_the_next_in_line(organiser, person):
    event = organiser.publish(capacity=1, waiting_list=True)
    first, second = person(), person()
    codes = [first.sign_up(event), second.sign_up(event)]
    organiser.reject(event, codes[0])
    assert [first.ticket(codes[0])["status"], second.ticket(codes[1])["status"]] == [
        "rejected", "offered",
    ]  # fmt: skip


def test_who_has_come_is_not_turned_down(organiser, guest):
    event = organiser.publish()
    code = guest.sign_up(event)
    organiser.check_in(event, code)
    assert organiser.reject(event, code).json["code"] == "decided"


def test_what_was_cancelled_is_not_approved(organiser, event, guest):
    code = guest.sign_up(event)
    guest.cancel(code)
    assert organiser.approve(event, code).json["code"] == "decided"


def test_a_ticket_of_another_event_is_none_of_this_one(organiser, event, guest):
    code = guest.sign_up(organiser.publish())
    for answer in (organiser.approve(event, code), organiser.approve(event, "made-up")):
        assert (answer.status_code, answer.json["code"]) == (404, "sign_up_not_found")


def test_nobody_is_approved_for_an_event_that_was_called_off(organiser, event, guest):
    code = guest.sign_up(event)
    organiser.post(f"/api/events/{event['id']}/cancellation", {})
    assert organiser.approve(event, code).json["code"] == "event_cancelled"
    assert organiser.check_in(event, code).json["code"] == "event_cancelled"


def test_who_was_turned_down_stays_on_the_list(organiser, event, guest):
    code = guest.sign_up(event)
    organiser.reject(event, code)
    found = organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"]
    assert [(one["ticket"], one["may_approve"]) for one in found] == [(code, True)]


@pytest.fixture
def party(organiser, person):
    """An event with somebody in each state; the names say in which."""
    phone = {"id": "call", "label": "Your number", "kind": "phone"}
    event = organiser.publish(capacity=3, waiting_list=True, questions=[phone])
    people = {name: person() for name in ("in", "expected", "cancelled", "rejected", "waiting")}
    codes = {}
    for name in ("in", "expected", "rejected"):
        codes[name] = people[name].sign_up(event, name=name)
    organiser.reject(event, codes["rejected"])
    codes["cancelled"] = people["cancelled"].sign_up(event, name="cancelled")
    people["cancelled"].cancel(codes["cancelled"])
    person().sign_up(event, name="100%_of\\us", answers={"call": "+86 138-0013 8000"})
    people["waiting"].sign_up(event, name="waiting")
    organiser.check_in(event, codes["in"])
    return event


def listed(organiser, event, **query):
    answer = organiser.get(f"/api/events/{event['id']}/sign-ups", query_string=query)
    assert answer.status_code == 200, answer.text
    return [one["name"] for one in answer.json["items"]]


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("current", ["in", "expected", "rejected", "100%_of\\us", "waiting"]),
        ("confirmed", ["in", "expected", "100%_of\\us"]),
        ("expected", ["expected", "100%_of\\us"]),
        ("checked_in", ["in"]),
        ("waiting", ["waiting"]),
        ("rejected", ["rejected"]),
        ("cancelled", ["cancelled"]),
        ("pending", []),
    ],
)
def test_guests_of_one_state(organiser, party, state, names):
    assert listed(organiser, party, state=state) == names


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("PECT", ["expected"]),
        ("%", ["100%_of\\us"]),
        ("_", ["100%_of\\us"]),
        ("\\", ["100%_of\\us"]),
        ("'", []),
        ("13800138000", ["100%_of\\us"]),
        ("+86 138 0013", ["100%_of\\us"]),
        ("8000", ["100%_of\\us"]),
        ("0013", []),
        ("99", []),
        ("call", []),
    ],
)
def test_guests_are_found_by_name_and_number(organiser, party, search, names):
    assert listed(organiser, party, search=search) == names


def test_a_number_is_forgotten_with_its_guest(party, database):
    with database.transaction(writes=True) as db:
        assert db.scalars(select(GuestNumber.digits)).all() == ["8613800138000"]
        while forgetting.forget_some(db, datetime.now(UTC) + timedelta(days=99)):
            pass
        assert db.scalars(select(GuestNumber.digits)).all() == []


def test_whose_turn_it_is_does_not_depend_on_what_is_listed(organiser, person):
    event = organiser.publish(capacity=1, waiting_list=True)
    for name in "ABC":
        person().sign_up(event, name=name)
    answer = organiser.get(f"/api/events/{event['id']}/sign-ups?search=C").json
    assert [one["position"] for one in answer["items"]] == [2]


@pytest.mark.parametrize("way", ["approve", "promote", "reject"])
@pytest.mark.parametrize("end", ["over", "called off"])
def test_nothing_is_decided_once_the_event_is_over(organiser, person, database, way, end):
    event = organiser.publish(capacity=1, approval=way == "approve", waiting_list=True)
    code = [person().sign_up(event) for _ in range(2)][1]
    if end == "over":
        with database.transaction(writes=True) as db:
            db.execute(update(Event).values(ends_at=datetime.now(UTC)))
    else:
        organiser.post(f"/api/events/{event['id']}/cancellation", {})
    answer = getattr(organiser, way)(event, code)
    expected = "event_over" if end == "over" else "event_cancelled"
    assert (answer.status_code, answer.json["code"]) == (409, expected)
