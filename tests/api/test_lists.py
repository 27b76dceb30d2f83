"""Lists by cursor: every row once, whatever comes and goes meanwhile."""

import re

import pytest
from sqlalchemy import select

from backend import cursors
from backend.models import Event, SignUp
from tests.api.conftest import local


@pytest.fixture(autouse=True)
def small_pages(monkeypatch):
    monkeypatch.setattr(cursors, "SIZE", 2)


@pytest.fixture
def event(organiser):
    return organiser.publish()


def pages(person, path, between=lambda: None):
    """Yield the pages of a list; between two of them something else happens."""
    mark = "&" if "?" in path else "?"
    cursor = ""
    while cursor is not None:
        answer = person.get(f"{path}{mark}cursor={cursor}")
        assert answer.status_code == 200, answer.text
        yield answer.json["items"]
        cursor = answer.json["next"]
        between()


def names(person, path, between=lambda: None):
    return [[one["name"] for one in page] for page in pages(person, path, between)]


def test_guests_come_a_page_at_a_time(organiser, person, event):
    for name in "ABCDE":
        person().sign_up(event, name=name)
    assert names(organiser, f"/api/events/{event['id']}/sign-ups") == [
        ["A", "B"],
        ["C", "D"],
        ["E"],
    ]


def test_a_full_last_page_is_the_last(organiser, person, event):
    for name in "AB":
        person().sign_up(event, name=name)
    assert names(organiser, f"/api/events/{event['id']}/sign-ups") == [["A", "B"]]


def test_who_comes_or_goes_meanwhile_moves_nobody(organiser, person, event):
    people = {name: person() for name in "ABCDE"}
    codes = {name: one.sign_up(event, name=name) for name, one in people.items()}
    steps = iter(
        [
            lambda: (people["A"].cancel(codes["A"]), person().sign_up(event, name="F")),
            lambda: people["E"].cancel(codes["E"]),
        ]
    )
    path = f"/api/events/{event['id']}/sign-ups"
    found = names(organiser, path, lambda: next(steps, lambda: None)())
    assert found == [["A", "B"], ["C", "D"], ["F"]]


def test_rows_of_one_moment_are_told_apart(organiser, person, event, database):
    for name in "ABCDE":
        person().sign_up(event, name=name)
    with database.transaction(writes=True) as db:
        rows = db.scalars(select(SignUp)).all()
        for row in rows:
            row.created_at = rows[0].created_at
    assert sum(names(organiser, f"/api/events/{event['id']}/sign-ups"), []) == [*"ABCDE"]


def test_events_to_come_begin_with_the_next_one(organiser, guest):
    for days in (9, 3, 6):
        organiser.publish(title=str(days), starts_at=local(days), ends_at=local(days + 1))
    found = [[one["title"] for one in page] for page in pages(guest, "/api/events")]
    assert found == [["3", "6"], ["9"]]


def test_own_events_begin_with_the_latest(organiser, database):
    for days in (9, 3, 6):
        organiser.publish(title=str(days), starts_at=local(days), ends_at=local(days + 1))
    found = [[one["title"] for one in page] for page in pages(organiser, "/api/events?mine=yes")]
    assert found == [["9", "6"], ["3"]]


def test_tickets_begin_with_the_latest_event(organiser, guest):
    for days in (3, 9, 6):
        event = organiser.publish(title=str(days), starts_at=local(days), ends_at=local(days + 1))
        guest.sign_up(event)
    found = [[one["title"] for one in page] for page in pages(guest, "/api/tickets")]
    assert found == [["9", "6"], ["3"]]


@pytest.mark.parametrize("path", ["/api/events", "/api/events?mine=yes", "/api/tickets", "guests"])
@pytest.mark.parametrize(
    "cursor",
    ["x", "1", "1_", "_1", "1_2_3", "1.5_2", "1_99999999999", "9" * 18 + "_1", "1_２", "1_1'--"],
)
def test_a_cursor_that_is_none_is_told_so(organiser, event, path, cursor):
    path = f"/api/events/{event['id']}/sign-ups" if path == "guests" else path
    args = dict(part.split("=") for part in path.partition("?")[2].split("&") if part)
    answer = organiser.get(path.partition("?")[0], query_string={**args, "cursor": cursor})
    assert (answer.status_code, answer.json["code"]) == (422, "bad_cursor")


@pytest.mark.parametrize("cursor", ["0_0", "-62135596800000000_1", "253402300799999999_2147483647"])
def test_any_moment_that_a_clock_shows_is_a_place(organiser, guest, event, cursor):
    guest.sign_up(event)
    for path in ("/api/events", "/api/tickets", f"/api/events/{event['id']}/sign-ups"):
        assert organiser.get(f"{path}?cursor={cursor}").status_code == 200


def test_without_script_a_page_leads_to_the_next(organiser, event):
    for _ in range(3):
        organiser.publish()
    page = organiser.open("/organise")
    assert page.text.count('class="card') == 2
    cursor = re.search('name="cursor" value="(.+?)"', page.text)[1]
    page = organiser.open(f"/organise?cursor={cursor}")
    assert page.text.count('class="card') == 2
    assert 'name="cursor"' not in page.text


def test_a_page_with_a_bad_cursor_says_so(organiser):
    page = organiser.open("/organise?cursor=x")
    assert (page.status_code, "Begin at its first one." in page.text) == (422, True)


def test_only_own_events_whatever_the_cursor(organiser, person, event, database):
    with database.transaction(writes=False) as db:
        cursor = cursors.write((db.scalars(select(Event)).one().starts_at, 2**31 - 1))
    stranger = person().log_in("Zhou Ming")
    assert stranger.get(f"/api/events?mine=yes&cursor={cursor}").json["items"] == []
    assert stranger.get(f"/api/events/{event['id']}/sign-ups?cursor={cursor}").status_code == 403
