"""Dates as people read them."""

import pytest

from qiao import i18n
from qiao.dates import format_day, format_span, format_time, is_local_time, weekday


@pytest.fixture
def chinese():
    token = i18n.language.set("zh")
    yield
    i18n.language.reset(token)


@pytest.mark.parametrize("time", ["2026-12-01T19:00", "2028-02-29T00:00", "2000-02-29T23:59"])
def test_times_that_exist(time):
    assert is_local_time(time)


@pytest.mark.parametrize(
    "time",
    [
        "2027-02-29T00:00", "2100-02-29T00:00", "2026-13-01T00:00", "2026-00-01T00:00",
        "2026-04-31T00:00", "2026-12-01T24:00", "2026-12-01T23:60", "2026-12-01 19:00", "",
        "2026-12-01T19:00Z", "٢026-12-01T19:00", "-026-12-01T19:00", "+026-12-01T19:00",
        "2026-12-01T1²:00", "２026-12-01T19:00", "0000-01-01T00:00",
    ],
)  # fmt: skip
def test_times_that_do_not_exist(time):
    assert not is_local_time(time)


def test_weekdays_count_from_monday():
    assert [weekday(2024, 2, 26 + at) for at in range(4)] == [0, 1, 2, 3]
    assert [weekday(2024, 3, 1 + at) for at in range(3)] == [4, 5, 6]


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
