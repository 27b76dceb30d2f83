import pytest


def test_a_published_event_is_found_by_everybody(organiser, guest):
    event = organiser.publish(title="Tea tasting")
    found = guest.get("/api/events").json["items"]
    assert [(one["id"], one["title"]) for one in found] == [(event["id"], "Tea tasting")]


def test_an_event_tells_all_about_itself(organiser, guest):
    event = organiser.publish(capacity=20, zone="Asia/Shanghai", description="Bring a cup.")
    found = guest.get(f"/api/events/{event['id']}").json
    assert found == {**event, "mine": False}
    assert found["organiser"] == "Chen Xiaoyu"
    assert (found["taken"], found["places_left"], found["state"]) == (0, 20, "open")


def test_times_stay_as_they_were_typed(organiser):
    event = organiser.publish(
        starts_at="2030-12-01T19:00", ends_at="2030-12-01T21:00", zone="America/New_York"
    )
    assert (event["starts_at"], event["ends_at"]) == ("2030-12-01T19:00", "2030-12-01T21:00")


def test_an_event_that_has_ended_is_over_and_not_in_the_list(organiser, guest):
    event = organiser.publish(starts_at="2020-01-01T10:00", ends_at="2020-01-01T12:00")
    assert guest.get(f"/api/events/{event['id']}").json["state"] == "over"
    assert guest.get("/api/events").json["items"] == []


def test_events_are_sorted_by_the_moment_not_by_the_clock(organiser, guest):
    # Nine in the morning comes to Shanghai thirteen hours before it comes to New York.
    for zone in ("America/New_York", "Asia/Shanghai"):
        organiser.publish(
            title=zone, zone=zone, starts_at="2030-06-01T09:00", ends_at="2030-06-01T10:00"
        )
    found = guest.get("/api/events").json["items"]
    assert [one["title"] for one in found] == ["Asia/Shanghai", "America/New_York"]


def test_my_events_are_mine_and_past_ones_too(organiser, person):
    organiser.publish(title="Past", starts_at="2020-01-01T10:00", ends_at="2020-01-01T12:00")
    person().log_in("Zhou Ming").publish(title="Somebody else's")
    found = organiser.get("/api/events?mine=yes").json["items"]
    assert [(one["title"], one["mine"]) for one in found] == [("Past", True)]


def test_whose_events_are_mine_must_be_known(organiser, guest):
    organiser.publish()
    assert guest.get("/api/events?mine=yes").status_code == 401


def test_an_event_shows_the_callers_own_ticket(organiser, guest, person):
    event = organiser.publish()
    ticket = guest.sign_up(event)
    assert guest.get(f"/api/events/{event['id']}").json["ticket"] == ticket
    assert person().get(f"/api/events/{event['id']}").json["ticket"] is None


def test_a_change_is_kept(organiser):
    event = organiser.publish(title="Tea")
    changed = organiser.put(f"/api/events/{event['id']}", organiser.event_form(title="Coffee"))
    assert changed.json["title"] == "Coffee"
    assert organiser.get(f"/api/events/{event['id']}").json["title"] == "Coffee"


def test_capacity_can_not_go_below_the_places_taken(organiser, person):
    event = organiser.publish(capacity=3)
    for name in ("Ann", "Ben"):
        person().sign_up(event, name)
    answer = organiser.put(f"/api/events/{event['id']}", organiser.event_form(capacity=1))
    assert (answer.status_code, answer.json["code"], answer.json["taken"]) == (
        409, "capacity_too_small", 2,
    )  # fmt: skip
    assert organiser.get(f"/api/events/{event['id']}").json["capacity"] == 3


def test_capacity_can_go_down_to_the_places_taken(organiser, guest):
    event = organiser.publish(capacity=3)
    guest.sign_up(event)
    answer = organiser.put(f"/api/events/{event['id']}", organiser.event_form(capacity=1))
    assert answer.json["state"] == "full"


def test_a_question_keeps_its_id_when_the_event_changes(organiser):
    question = {"label": "Diet", "kind": "text"}
    event = organiser.publish(questions=[question])
    form = organiser.event_form(questions=[{"label": "New", "kind": "text"}, *event["questions"]])
    changed = organiser.put(f"/api/events/{event['id']}", form).json["questions"]
    assert changed[1] == event["questions"][0]
    assert changed[0]["id"] not in ("", changed[1]["id"])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": None}, "title"),
        ({"title": "  "}, "title"),
        ({"title": 7}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"title": "a\u0000b"}, "title"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": "20"}, "capacity"),
        ({"capacity": True}, "capacity"),
        ({"capacity": 1.5}, "capacity"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"starts_at": "tomorrow"}, "starts_at"),
        ({"starts_at": "2026-02-30T10:00"}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59", "zone": "America/New_York"}, "ends_at"),
        ({"starts_at": "2030-03-31T02:30", "zone": "Europe/Berlin"}, "starts_at"),
        ({"starts_at": "2030-01-01T10:00", "ends_at": "2030-01-01T10:00"}, "ends_at"),
        ({"questions": {}}, "questions"),
        ({"questions": [{"label": "Diet", "kind": "essay"}]}, "questions.0.kind"),
        ({"questions": [{"label": "Diet", "kind": "choice"}]}, "questions.0.choices"),
        ({"questions": [{"label": "A", "id": "a.b"}]}, "questions.0.id"),
        ({"questions": [{"label": "A", "id": "a"}, {"label": "B", "id": "a"}]}, "questions.1.id"),
    ],
)
def test_a_wrong_field_is_named(organiser, changes, field):
    answer = organiser.post("/api/events", organiser.event_form(**changes))
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert list(answer.json["fields"]) == [field]
