from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from backend.models import SignUp


@pytest.fixture
def full(organiser, person):
    """An event with one place, taken, and a waiting list: the event, who has it, the ticket."""
    event = organiser.publish(capacity=1, waiting_list=True)
    first = person()
    return event, first, first.sign_up(event)


@pytest.fixture
def line(full, person):
    """Two who wait, each with their ticket."""
    people = [person(), person()]
    return [(one, one.sign_up(full[0])) for one in people]


def statuses(line):
    return [one.ticket(code)["status"] for one, code in line]


def test_who_comes_late_joins_the_line(full, person):
    event = full[0]
    answers = [person().try_to_sign_up(event) for _ in range(2)]
    assert [(one.status_code, one.json["status"]) for one in answers] == [(201, "waiting")] * 2
    assert [one.json["position"] for one in answers] == [1, 2]
    found = person().get(f"/api/events/{event['id']}").json
    assert (found["taken"], found["waiting"], found["state"]) == (1, 2, "full")


def test_a_ticket_that_waits_opens_no_door(organiser, full, line):
    assert organiser.check_in(full[0], line[0][1]).json["code"] == "not_confirmed"


def test_a_free_place_is_offered_to_the_first(full, line):
    event, first, ticket = full
    first.cancel(ticket)
    assert statuses(line) == ["offered", "waiting"]
    assert line[1][0].ticket(line[1][1])["position"] == 1
    assert first.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_a_free_place_is_for_the_line_and_not_for_who_comes_new(full, line, person):
    full[1].cancel(full[2])
    assert person().try_to_sign_up(full[0]).json["status"] == "waiting"


def test_who_takes_the_offer_is_in(full, line):
    full[1].cancel(full[2])
    somebody, code = line[0]
    answer = somebody.accept(code)
    assert (answer.status_code, answer.json["status"]) == (201, "confirmed")
    assert somebody.accept(code).json["status"] == "confirmed"
    assert somebody.get(f"/api/events/{full[0]['id']}").json["taken"] == 1


def test_who_does_not_want_it_passes_it_on(full, line):
    full[1].cancel(full[2])
    line[0][0].cancel(line[0][1])
    assert statuses(line) == ["cancelled", "offered"]


def test_an_offer_that_runs_out_goes_to_the_next(full, line, work):
    full[1].cancel(full[2])
    work(hours=23)
    assert statuses(line) == ["offered", "waiting"]
    work(hours=25)
    assert statuses(line) == ["expired", "offered"]
    assert line[0][0].told(line[0][1])[0].startswith("The offer has run out")


def test_an_offer_that_was_taken_does_not_run_out(full, line, work):
    full[1].cancel(full[2])
    line[0][0].accept(line[0][1])
    work(hours=25)
    assert statuses(line) == ["confirmed", "waiting"]


def test_an_offer_is_not_taken_too_late(full, line, database):
    full[1].cancel(full[2])
    with database.transaction(writes=True) as db:
        late = datetime.now(UTC) - timedelta(seconds=1)
        db.execute(update(SignUp).where(SignUp.status == "offered").values(offer_ends_at=late))
    assert line[0][0].accept(line[0][1]).json["code"] == "offer_ended"


def test_nothing_is_taken_that_was_not_offered(line):
    assert line[0][0].accept(line[0][1]).json["code"] == "nothing_offered"


def test_more_places_are_offered_to_the_line(organiser, full, line):
    organiser.change(full[0], capacity=3)
    assert statuses(line) == ["offered", "offered"]


def test_a_group_that_does_not_fit_keeps_its_turn(organiser, person):
    event = organiser.publish(capacity=3, most_seats=3, waiting_list=True)
    one, two = person(), person()
    tickets = [one.sign_up(event), two.sign_up(event, seats=2)]
    group, single = person(), person()
    waiting = [(group, group.sign_up(event, seats=3)), (single, single.sign_up(event))]
    one.cancel(tickets[0])
    assert statuses(waiting) == ["waiting", "offered"]
    single.cancel(waiting[1][1])
    two.cancel(tickets[1])
    assert statuses(waiting) == ["offered", "cancelled"]


def test_who_let_an_offer_run_out_may_sign_up_again_at_the_end(full, line, work):
    full[1].cancel(full[2])
    work(hours=25)
    assert line[0][0].try_to_sign_up(full[0]).json["position"] == 1
    assert statuses(line) == ["expired", "offered"]


def test_shortly_before_the_event_nobody_is_offered_anything(organiser, person):
    soon = datetime.now(UTC) + timedelta(minutes=10)
    event = organiser.publish(
        capacity=1, waiting_list=True, zone="UTC", starts_at=f"{soon:%Y-%m-%dT%H:%M}"
    )
    first, late = person(), person()
    ticket = first.sign_up(event)
    code = late.sign_up(event)
    first.cancel(ticket)
    assert late.ticket(code)["status"] == "waiting"


def test_an_event_that_is_called_off_offers_nothing_and_takes_nothing_back(
    organiser, full, line, work
):
    full[1].cancel(full[2])
    organiser.post(f"/api/events/{full[0]['id']}/cancellation", {})
    work(hours=25)
    assert statuses(line) == ["offered", "waiting"]
    assert line[0][0].told(line[0][1])[0] == "The event was cancelled."
    assert line[0][0].ticket(line[0][1])["may_accept"] is False


def test_who_is_offered_a_place_a_second_time_is_told_again(organiser, full, line):
    somebody, code = line[0]
    full[1].cancel(full[2])
    organiser.reject(full[0], code)
    line[1][0].accept(line[1][1])
    assert organiser.approve(full[0], code).json["status"] == "waiting"
    line[1][0].cancel(line[1][1])
    assert [text[:15] for text in somebody.told(code)].count("A place is free") == 2


def test_the_organiser_moves_somebody_to_the_front(organiser, full, line):
    answer = organiser.promote(full[0], line[1][1])
    assert (answer.status_code, answer.json["status"], answer.json["position"]) == (
        201, "waiting", 1,
    )  # fmt: skip
    full[1].cancel(full[2])
    assert statuses(line) == ["waiting", "offered"]


def test_the_organiser_need_not_wait_for_who_is_offered_a_place(organiser, full, line):
    full[1].cancel(full[2])
    assert organiser.promote(full[0], line[0][1]).json["status"] == "confirmed"
    assert line[0][0].told(line[0][1])[0] == "You have a place now."
    assert organiser.get(f"/api/events/{full[0]['id']}").json["taken"] == 1


def test_only_who_waits_is_let_in_past_the_others(organiser, full):
    assert organiser.promote(full[0], full[2]).json["status"] == "confirmed"
    full[1].cancel(full[2])
    assert organiser.promote(full[0], full[2]).json["code"] == "decided"
