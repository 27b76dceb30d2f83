"""Events that close, change, or are called off."""

from tests.api.conftest import local


def call_off(organiser, event, reason=None):
    return organiser.post(f"/api/events/{event['id']}/cancellation", {"reason": reason})


def test_after_the_closing_time_nobody_signs_up(organiser, guest):
    event = organiser.publish(zone="UTC", closes_at=local(-1))
    assert event["state"] == "closed"
    answer = guest.try_to_sign_up(event)
    assert (answer.status_code, answer.json["code"]) == (409, "sign_up_closed")


def test_the_closing_time_is_not_after_the_end(organiser):
    answer = organiser.post("/api/events", organiser.event_form(closes_at=local(9)))
    assert list(answer.json["fields"]) == ["closes_at"]


def test_an_event_that_is_called_off_says_so(organiser, guest):
    event = organiser.publish()
    answer = call_off(organiser, event, "It rains.")
    assert answer.status_code == 201
    found = guest.get(f"/api/events/{event['id']}").json
    assert (found["state"], found["cancel_reason"]) == ("cancelled", "It rains.")
    assert guest.try_to_sign_up(event).json["code"] == "event_cancelled"


def test_its_guests_are_told(organiser, guest, work):
    event = organiser.publish()
    code = guest.sign_up(event)
    for _ in range(2):
        call_off(organiser, event, "It rains.")
    work()
    assert guest.told(code) == ["The event was cancelled. It rains."]
    assert guest.ticket(code)["event_state"] == "cancelled"


def test_what_is_called_off_does_not_change_any_more(organiser):
    event = organiser.publish()
    call_off(organiser, event)
    answer = organiser.put(f"/api/events/{event['id']}", organiser.event_form())
    assert answer.json["code"] == "event_cancelled"


def test_a_new_place_or_time_is_told_to_every_guest(organiser, person, work):
    event = organiser.publish()
    people = [person() for _ in range(3)]
    codes = [one.sign_up(event) for one in people]
    people[2].cancel(codes[2])
    organiser.change(event, place="The garden")
    work()
    told = [one.told(code) for one, code in zip(people, codes, strict=True)]
    assert [len(texts) for texts in told] == [1, 1, 0]
    assert "The garden" in told[0][0]


def test_a_new_description_is_not_worth_a_message(organiser, guest, work):
    event = organiser.publish()
    code = guest.sign_up(event)
    organiser.change(event, description="Bring a cup.")
    work()
    assert guest.told(code) == []


def test_many_guests_are_told_a_part_at_a_time(organiser, person, work, monkeypatch):
    monkeypatch.setattr("backend.messages.CHUNK", 2)
    event = organiser.publish()
    people = [person() for _ in range(5)]
    codes = [one.sign_up(event) for one in people]
    organiser.change(event, title="Coffee")
    assert work() == 3
    assert [len(one.told(code)) for one, code in zip(people, codes, strict=True)] == [1] * 5


def test_a_reminder_comes_the_day_before(organiser, guest, work):
    event = organiser.publish()
    code = guest.sign_up(event)
    work(hours=5 * 24)
    assert guest.told(code) == []
    work(hours=7 * 24 - 23)
    assert [text[:16] for text in guest.told(code)] == ["It begins soon: "]


def test_an_event_that_moved_reminds_once_and_later(organiser, guest, work):
    event = organiser.publish()
    code = guest.sign_up(event)
    organiser.change(event, starts_at=local(9), ends_at=local(10))
    work(hours=7 * 24 - 10)
    assert len(guest.told(code)) == 1  # that it has moved
    work(hours=9 * 24 - 10)
    assert [text[:5] for text in guest.told(code)] == ["It be", "The e"]


def test_who_waits_is_not_reminded(organiser, guest, person, work):
    event = organiser.publish(capacity=1, waiting_list=True)
    person().sign_up(event)
    code = guest.sign_up(event)
    work(hours=7 * 24 - 23)
    assert guest.told(code) == []
