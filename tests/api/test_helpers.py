"""Helpers: invited to one event's door, and let in nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from backend.forgetting import forget_some
from backend.models import Event, Helper


@pytest.fixture
def event(organiser):
    return organiser.publish()


@pytest.fixture
def helper(person):
    return person().log_in("Zhou Ming")


def invite(organiser, event, name=None):
    answer = organiser.post(f"/api/events/{event['id']}/helpers", {"name": name})
    assert answer.status_code == 201, answer.text
    return answer.json["code"]


def accept(person, code):
    return person.post(f"/api/helper-invitations/{code}/acceptance", {})


def helpers(organiser, event):
    return organiser.get(f"/api/events/{event['id']}/helpers").json["items"]


def counts(person, event):
    return person.get(f"/api/events/{event['id']}/check-ins")


def test_who_accepts_may_check_in(organiser, helper, guest, event):
    code = invite(organiser, event)
    told = helper.get(f"/api/helper-invitations/{code}").json
    assert (told["title"], told["organiser"]) == ("Tea tasting", "Chen Xiaoyu")
    assert (told["joined"], counts(helper, event).status_code) == (False, 403)
    assert accept(helper, code).json["joined"] is True
    assert helper.check_in(event, guest.sign_up(event)).status_code == 201
    assert counts(helper, event).json == {"checked_in": 1, "taken": 1}


def test_the_organiser_sees_who_helps(organiser, helper, event):
    invite(organiser, event, "The new one")
    accept(helper, invite(organiser, event))
    found = helpers(organiser, event)
    assert [(one["name"], one["state"]) for one in found] == [
        ("Zhou Ming", "helping"),
        ("The new one", "invited"),
    ]


def test_only_the_hash_of_a_code_is_kept(organiser, event, database):
    code = invite(organiser, event).replace("-", "")
    with database.transaction(writes=False) as db:
        row = db.scalars(select(Helper)).one()
    assert code not in str(vars(row))
    assert len(code) == 16  # letters of five bits


def test_a_code_is_good_once(organiser, helper, person, event):
    code = invite(organiser, event)
    assert accept(helper, code).status_code == accept(helper, code).status_code == 201
    answer = accept(person().log_in("Ann"), code)
    assert (answer.status_code, answer.json["code"]) == (404, "invitation_ended")


def test_the_organiser_does_not_use_it_up(organiser, helper, event):
    code = invite(organiser, event)
    assert accept(organiser, code).json["joined"] is True
    assert accept(helper, code).status_code == 201


@pytest.mark.parametrize("late", ["invitation", "event"])
def test_an_invitation_ends_with_its_time_and_with_the_event(
    organiser, helper, event, database, late
):
    code = invite(organiser, event)
    with database.transaction(writes=True) as db:
        row = db.scalars(select(Helper)).one()
        # It stood a week at most, and the event ends a day later.
        assert row.expires_at < datetime.now(UTC) + timedelta(days=7)
        if late == "invitation":
            db.execute(update(Helper).values(expires_at=datetime.now(UTC)))
        else:
            db.execute(update(Event).values(cancelled_at=datetime.now(UTC)))
    assert accept(helper, code).json["code"] == "invitation_ended"
    assert helper.get(f"/api/helper-invitations/{code}").status_code == 404


def test_a_removed_helper_is_let_in_no_more(organiser, helper, event):
    accept(helper, invite(organiser, event))
    path = f"/api/events/{event['id']}/helpers/{helpers(organiser, event)[0]['id']}/end"
    assert organiser.post(path, {}).json["items"] == []
    assert counts(helper, event).status_code == 403
    assert organiser.post(path, {}).json["code"] == "helper_not_found"


def test_an_invitation_can_be_taken_back(organiser, helper, event):
    code = invite(organiser, event)
    organiser.post(
        f"/api/events/{event['id']}/helpers/{helpers(organiser, event)[0]['id']}/end", {}
    )
    assert accept(helper, code).status_code == 404


def test_nobody_removes_the_helpers_of_another_event(organiser, helper, event):
    accept(helper, invite(organiser, event))
    other = organiser.publish()
    id = helpers(organiser, event)[0]["id"]
    answer = organiser.post(f"/api/events/{other['id']}/helpers/{id}/end", {})
    assert (answer.status_code, counts(helper, event).status_code) == (404, 200)


def test_a_helper_of_one_event_is_none_of_another(organiser, helper, guest, event):
    accept(helper, invite(organiser, event))
    other = organiser.publish()
    assert counts(helper, other).status_code == 403
    # Nor is told what the ticket is for.
    answer = helper.check_in(event, guest.sign_up(other))
    assert answer.json["message"] == "This ticket is for another event."


def test_there_are_only_so_many(organiser, event, monkeypatch):
    monkeypatch.setattr("contract.helpers.MOST", 2)
    codes = [invite(organiser, event) for _ in range(2)]
    answer = organiser.post(f"/api/events/{event['id']}/helpers", {})
    assert (answer.status_code, answer.json["code"]) == (409, "too_many_helpers")
    assert len({*codes}) == 2


def test_nobody_is_invited_to_what_was_called_off(organiser, event):
    organiser.post(f"/api/events/{event['id']}/cancellation", {})
    answer = organiser.post(f"/api/events/{event['id']}/helpers", {})
    assert (answer.status_code, answer.json["code"]) == (409, "event_cancelled")


def test_helpers_find_their_events(organiser, helper, event):
    organiser.publish()
    accept(helper, invite(organiser, event))
    found = helper.get("/api/events?mine=helping").json["items"]
    assert [one["id"] for one in found] == [event["id"]]
    assert helper.get("/api/events?mine=yes").json["items"] == []


def test_two_accounts_that_become_one_help_once(organiser, person, event):
    phone, computer = person().log_in("Ann"), person().log_in("Ann at work")
    for one in (phone, computer):
        accept(one, invite(organiser, event))
    code = phone.post("/api/login-codes", {}).json["code"]
    computer.post("/api/logins/joins", {"code": code})
    assert [one["name"] for one in helpers(organiser, event)] == ["Ann"]


def test_helpers_are_forgotten_with_the_guests(organiser, helper, event, database):
    accept(helper, invite(organiser, event))
    with database.transaction(writes=True) as db:
        forget_some(db, datetime.now(UTC))
        assert len(db.scalars(select(Helper)).all()) == 1
        forget_some(db, datetime.now(UTC) + timedelta(days=99))
        assert db.scalars(select(Helper)).all() == []
