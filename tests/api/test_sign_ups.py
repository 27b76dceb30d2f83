import pytest

DIET = {"id": "diet", "kind": "choice", "label": "Diet", "required": True, "choices": ["A", "B"]}
AGE = {"id": "age", "kind": "number", "label": "Age"}


def test_signing_up_takes_a_place_and_gives_a_ticket(organiser, guest):
    event = organiser.publish(capacity=5)
    answer = guest.try_to_sign_up(event)
    assert (answer.status_code, answer.json["status"]) == (201, "confirmed")
    assert guest.get(f"/api/events/{event['id']}").json["places_left"] == 4


def test_the_last_place_goes_once(organiser, person):
    event = organiser.publish(capacity=1)
    person().sign_up(event)
    refused = person().try_to_sign_up(event)
    assert (refused.status_code, refused.json["code"]) == (409, "full")
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_who_is_refused_gets_no_account(organiser, person, guest):
    event = organiser.publish(capacity=1)
    person().sign_up(event)
    assert "Set-Cookie" not in guest.try_to_sign_up(event).headers


def test_an_event_that_is_over_takes_nobody(organiser, guest):
    event = organiser.publish(starts_at="2020-01-01T10:00", ends_at="2020-01-01T12:00")
    answer = guest.try_to_sign_up(event)
    assert (answer.status_code, answer.json["code"]) == (409, "event_over")


def test_answers_are_kept(organiser, guest):
    event = organiser.publish(questions=[DIET, AGE])
    guest.sign_up(event, answers={"diet": "B", "age": 7})
    found = organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"]
    assert found[0]["answers"] == {"diet": "B", "age": 7}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, "answers.diet"),
        ({"diet": "C"}, "answers.diet"),
        ({"diet": ["A"]}, "answers.diet"),
        ({"diet": "A", "age": "seven"}, "answers.age"),
        ({"diet": "A", "age": 1e300}, "answers.age"),
        (["A"], "answers"),
    ],
)
def test_a_wrong_answer_is_named_and_takes_no_place(organiser, guest, answers, field):
    event = organiser.publish(questions=[DIET, AGE])
    body = {"name": "Li Na", "answers": answers}
    answer = guest.post(f"/api/events/{event['id']}/sign-ups", body)
    assert (answer.status_code, list(answer.json["fields"])) == (422, [field])
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 0


def test_the_organiser_sees_guests_in_order_with_their_tickets(organiser, person):
    event = organiser.publish()
    tickets = [person().sign_up(event, name) for name in ("Ann", "Ben")]
    found = organiser.get(f"/api/events/{event['id']}/sign-ups").json
    assert [(one["name"], one["ticket"]) for one in found["items"]] == [
        ("Ann", tickets[0]), ("Ben", tickets[1]),
    ]  # fmt: skip
    assert found["checked_in"] == 0


def test_companions_take_places_too(organiser, guest):
    event = organiser.publish(capacity=5, most_seats=3)
    guest.sign_up(event, seats=3)
    assert guest.get(f"/api/events/{event['id']}").json["places_left"] == 2
    assert organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"][0]["seats"] == 3


def test_more_companions_than_the_event_allows(organiser, guest):
    event = organiser.publish(most_seats=2)
    answer = guest.try_to_sign_up(event, more={"seats": 3})
    assert (answer.status_code, list(answer.json["fields"])) == (422, ["seats"])


def test_more_companions_than_there_are_places(organiser, guest, person):
    event = organiser.publish(capacity=2, most_seats=2)
    person().sign_up(event)
    answer = guest.try_to_sign_up(event, more={"seats": 2})
    assert (answer.json["code"], answer.json["places_left"]) == ("too_few_left", 1)
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_a_second_sign_up_shows_the_ticket_one_has(organiser, guest):
    event = organiser.publish()
    ticket = guest.sign_up(event)
    again = guest.try_to_sign_up(event, name="Somebody else")
    assert (again.status_code, again.json["code"]) == (409, "already_signed_up")
    assert again.json["ticket"] == ticket
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_who_cancelled_may_sign_up_again(organiser, guest):
    event = organiser.publish(capacity=1)
    first = guest.sign_up(event)
    guest.cancel(first)
    assert guest.sign_up(event) != first
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_two_accounts_of_one_person_keep_both_tickets(organiser, person):
    event = organiser.publish()
    first = person().log_in("Ann").sign_up(event)
    guest = person()
    second = guest.sign_up(event)
    guest.log_in("Ann")
    found = guest.get("/api/tickets").json["items"]
    assert {one["code"] for one in found} == {first, second}
    assert guest.get(f"/api/events/{event['id']}").json["ticket"] == first
