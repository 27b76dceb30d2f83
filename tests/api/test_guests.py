"""What an organiser decides about sign-ups."""

import pytest


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
