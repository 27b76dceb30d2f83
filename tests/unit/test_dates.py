"""Dates as people read them."""

from datetime import date, datetime, timedelta

import pytest

from qiao import i18n
from qiao.dates import format_day, format_span, format_time, is_local_time, weekday


@pytest.fixture
def chinese():
    token = i18n.language.set("zh")
    yield
    i18n.language.reset(token)


def test_weekdays_are_those_of_the_calendar():
    days = [date(1999, 12, 25) + timedelta(days=number * 17) for number in range(2000)]
    assert [weekday(d.year, d.month, d.day) for d in days] == [d.weekday() for d in days]


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01T19:00", "2028-02-29T00:00", "2027-02-29T00:00", "2026-13-01T00:00",
        "2026-00-01T00:00", "2026-04-31T00:00", "2026-12-01T24:00", "2026-12-01T23:60",
        "2026-12-01 19:00", "2026-12-1T19:00", "", "2026-12-01T19:00Z", "٢026-12-01T19:00",
        "0000-01-01T00:00", "-026-12-01T19:00",
    ],
)  # fmt: skip
def test_local_times_are_those_that_exist(text):
    try:
        exists = datetime.strptime(text, "%Y-%m-%dT%H:%M").strftime("%Y-%m-%dT%H:%M") == text
    except ValueError:
        exists = False
    assert is_local_time(text) == (exists and text.isascii())


def test_days_and_times_in_english():
    assert format_day("2026-12-01T19:00") == "Tue 1 Dec 2026"
    assert format_time("2026-12-01T09:05") == "Tue 1 Dec 2026 09:05"


def test_days_in_chinese(chinese):
    assert format_day("2026-12-06T19:00") == "2026年12月6日 周日"


def test_a_span_names_its_day_once():
    assert format_span("2026-12-01T19:00", "2026-12-01T21:00") == "Tue 1 Dec 2026 19:00–21:00"
    assert format_span("2026-12-01T19:00", "2026-12-02T01:00") == (
        "Tue 1 Dec 2026 19:00 to Wed 2 Dec 2026 01:00"
    )
