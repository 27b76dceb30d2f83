from dataclasses import replace

import pytest
from sqlalchemy import func, select

from backend.codes import Codes
from backend.demo import fill
from backend.models import Event, SignUp
from backend.start import prepare


@pytest.fixture
def app(app, config):
    prepare(replace(config, demo=True))
    return app


@pytest.fixture
def events(guest):
    return guest.get("/api/events").json["items"]


def test_a_dozen_events_lie_ahead_in_both_languages(events):
    assert len(events) == 12
    assert {event["title"].isascii() for event in events} == {True, False}


def test_some_are_full_and_one_has_a_single_place_left(events):
    left = [event["places_left"] for event in events]
    assert left.count(0) == 2
    assert 1 in left


def test_each_place_taken_is_a_sign_up(database):
    with database.transaction(writes=False) as db:
        rows = db.execute(
            select(Event.taken, func.count(SignUp.id)).join(SignUp).group_by(Event.id)
        ).all()
    assert len(rows) == 13
    assert all(taken == count for taken, count in rows)


def test_one_event_has_tickets_with_and_without_a_price(events):
    (kinds,) = [event["kinds"] for event in events if event["kinds"]]
    assert [(kind["price"], kind["taken"]) for kind in kinds] == [(0, 26), (9900, 0)]


def test_an_organiser_logs_in_and_finds_guests_and_their_answers(person):
    maya = person().log_in("Maya Patel")
    event = maya.get("/api/events?mine=yes").json["items"][0]
    guests = maya.get(f"/api/events/{event['id']}/sign-ups").json["items"]
    assert len(guests) == 37
    assert all(guest["answers"]["food"] for guest in guests)


def test_guests_of_a_past_event_have_come(person):
    chen = person().log_in("陈晓雨")
    past = chen.get("/api/events?mine=yes").json["items"][-1]
    assert past["state"] == "over"
    found = chen.get(f"/api/events/{past['id']}/sign-ups?state=checked_in").json
    assert found["checked_in"] == len(found["items"]) > 0


def test_a_second_start_adds_nothing(config, app, database):
    prepare(replace(config, demo=True))
    with database.transaction(writes=True) as db:
        assert fill(db, Codes(b"x")) is False
        assert db.scalar(select(func.count(Event.id))) == 13


def test_every_page_of_every_event_can_be_shown(guest, events):
    for event in events:
        for page in ("", "/sign-up"):
            assert guest.open(f"/events/{event['id']}{page}").status_code == 200
