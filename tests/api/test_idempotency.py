from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from backend.models import IdempotencyKey

KEY = "5f0c1b1e2d3a4b5c"


def test_the_same_request_again_gets_the_same_answer_and_no_second_place(organiser, person):
    event = organiser.publish()
    member = person().log_in("Ann")
    first = member.try_to_sign_up(event, key=KEY)
    again = member.try_to_sign_up(event, key=KEY)
    assert (again.status_code, again.json) == (first.status_code, first.json)
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_it_holds_for_every_write(organiser, guest):
    bodies = {
        "/api/events": organiser.event_form(),
        "/api/native-calls": {"kind": "scan", "host": "wechat", "path": "/", "key": "scan"},
        "/api/logins": {"host": "preview", "code": "Chen Xiaoyu"},
    }
    for path, body in bodies.items():
        answers = [organiser.post(path, body, key=KEY) for _ in range(2)]
        assert answers[0].status_code == 201
        assert answers[0].json == answers[1].json
    event = organiser.get("/api/events").json["items"][0]
    code = guest.sign_up(event)
    path = f"/api/events/{event['id']}/check-ins"
    assert organiser.post(path, {"ticket": code}, key=KEY).status_code == 201
    assert organiser.post(path, {"ticket": code}, key=KEY).status_code == 201


def test_another_body_is_refused(organiser, person):
    event = organiser.publish()
    member = person().log_in("Ann")
    member.try_to_sign_up(event, name="Ann", key=KEY)
    answer = member.try_to_sign_up(event, name="Ben", key=KEY)
    assert (answer.status_code, answer.json["code"]) == (409, "key_reused")


def test_another_event_is_another_request(organiser, person):
    tea, coffee = organiser.publish(title="Tea"), organiser.publish(title="Coffee")
    member = person().log_in("Ann")
    member.try_to_sign_up(tea, key=KEY)
    assert member.try_to_sign_up(coffee, key=KEY).json["code"] == "key_reused"


def test_two_people_may_have_the_same_key(organiser, person):
    event = organiser.publish()
    tickets = [
        person().log_in(name).try_to_sign_up(event, key=KEY).json["ticket"]
        for name in ("Ann", "Ben")
    ]
    assert tickets[0] != tickets[1]


def test_a_refused_write_leaves_its_key_free(organiser, person):
    event = organiser.publish(capacity=1)
    person().sign_up(event)
    late = person().log_in("Ann")
    assert late.try_to_sign_up(event, key=KEY).json["code"] == "full"
    organiser.put(f"/api/events/{event['id']}", organiser.event_form(capacity=2))
    assert late.try_to_sign_up(event, key=KEY).status_code == 201


def test_a_key_is_kept_for_a_day(organiser, person, database):
    event = organiser.publish()
    member = person().log_in("Ann")
    first = member.try_to_sign_up(event, key=KEY).json["ticket"]
    with database.transaction(writes=True) as db:
        long_ago = datetime.now(UTC) - timedelta(hours=24, seconds=1)
        db.execute(update(IdempotencyKey).values(created_at=long_ago))
    again = member.try_to_sign_up(event, key=KEY)
    assert (again.status_code, again.json["ticket"]) == (409, first)


def test_a_browser_that_lost_the_first_answer_gets_its_account_with_the_second(organiser, person):
    event = organiser.publish()
    first, second = person(), person()
    first.open(f"/events/{event['id']}/sign-up")
    second.browser.set_cookie("visitor", first.browser.get_cookie("visitor").value)
    ticket = first.try_to_sign_up(event, key=KEY).json["ticket"]
    assert second.try_to_sign_up(event, key=KEY).json["ticket"] == ticket
    assert second.get(f"/api/tickets/{ticket}").status_code == 200


def test_without_any_cookie_the_answer_comes_without_the_account(organiser, person):
    event = organiser.publish()
    ticket = person().try_to_sign_up(event, key=KEY).json["ticket"]
    somebody = person()
    assert somebody.try_to_sign_up(event, key=KEY).json["ticket"] == ticket
    assert somebody.get(f"/api/tickets/{ticket}").status_code == 401


def test_the_next_person_at_the_same_browser_does_not_get_the_answer(organiser, person):
    event = organiser.publish()
    browser = person()
    browser.open(f"/events/{event['id']}/sign-up")
    browser.log_in("Ann").try_to_sign_up(event, key=KEY)
    browser.log_in("Ben")
    assert browser.try_to_sign_up(event, key=KEY).json["code"] == "key_reused"


def test_a_key_that_can_be_guessed_needs_a_session(organiser, guest, person):
    event = organiser.publish()
    answer = guest.try_to_sign_up(event, key="1")
    assert (answer.status_code, answer.json["code"]) == (400, "bad_key")
    assert person().log_in("Ann").try_to_sign_up(event, key="1").status_code == 201


def test_a_key_has_its_limits(organiser):
    assert organiser.post("/api/events", organiser.event_form(), key="x" * 101).status_code == 400
    answer = organiser.post("/api/events", organiser.event_form(), key="caf\u00e9")
    assert (answer.status_code, answer.json["code"]) == (400, "bad_key")
