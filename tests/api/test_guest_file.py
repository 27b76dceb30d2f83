"""The list of guests as a file."""

import csv
import io

import pytest

from backend import guest_file

QUESTIONS = [
    {"id": "call", "label": "=Your number", "kind": "phone"},
    {"id": "days", "label": "Which days?", "kind": "choices", "choices": ["Sat", "Sun"]},
]


@pytest.fixture
def event(organiser):
    return organiser.publish(title="春茶 / 品鉴", zone="America/New_York", questions=QUESTIONS)


def file_of(organiser, event, **options):
    answer = organiser.get(f"/api/events/{event['id']}/sign-ups.csv", **options)
    assert (answer.status_code, answer.content_type) == (200, "text/csv; charset=utf-8")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def test_who_has_signed_up_with_all_they_said(organiser, guest, event):
    code = guest.sign_up(event, name="=HYPERLINK(1)", answers={"call": "+86 138", "days": ["Sat"]})
    guest.cancel(code)
    (row,) = file_of(organiser, event)
    assert row["Name"] == "'=HYPERLINK(1)"
    assert row["'=Your number"] == "'+86 138"
    assert (row["Which days?"], row["State"], row["Ticket code"]) == ("Sat", "Cancelled", code)


def test_times_are_on_the_clock_of_the_event(organiser, guest, event):
    organiser.check_in(event, guest.sign_up(event))
    (row,) = file_of(organiser, event)
    listed = organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"][0]
    assert row["Signed up (America/New_York)"] == listed["signed_up_at"].replace("T", " ")
    assert row["Checked in (America/New_York)"] == listed["checked_in_at"].replace("T", " ")


def test_answers_to_questions_that_were_removed_are_not_lost(organiser, guest, event):
    guest.sign_up(event, answers={"call": "13800138000", "days": ["Sat", "Sun"]})
    organiser.change(event, questions=QUESTIONS[:1])
    (row,) = file_of(organiser, event)
    assert row["Answers to questions that were removed"] == "Sat; Sun"


def test_a_long_list_comes_in_pieces(organiser, person, event, monkeypatch):
    monkeypatch.setattr(guest_file, "CHUNK", 2)
    for name in "ABCDE":
        person().sign_up(event, name=name)
    path = f"/api/events/{event['id']}/sign-ups.csv"
    pieces = list(organiser.get(path, buffered=False).iter_encoded())
    assert [piece.count(b"\r\n") for piece in pieces] == [1, 2, 2, 1]
    assert [row["Name"] for row in file_of(organiser, event)] == [*"ABCDE"]


def test_it_is_saved_under_the_title_of_the_event(organiser, event):
    answer = organiser.get(f"/api/events/{event['id']}/sign-ups.csv")
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="guests-{event["id"]}.csv"; '
        "filename*=UTF-8''%E6%98%A5%E8%8C%B6%20-%20%E5%93%81%E9%89%B4.csv"
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_in_the_language_of_the_organiser(organiser, guest, event):
    guest.sign_up(event)
    (row,) = file_of(organiser, event, headers={"Accept-Language": "zh"})
    assert (row["姓名"], row["状态"]) == ("Li Na", "已确认")


def test_nobody_else_gets_it(organiser, person, event):
    stranger = person().log_in("Zhou Ming")
    answer = stranger.get(f"/api/events/{event['id']}/sign-ups.csv")
    assert (answer.status_code, answer.mimetype) == (403, "application/json")
