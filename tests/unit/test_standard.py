"""What the page has instead of the standard library agrees with it."""

from datetime import date, datetime
from urllib.parse import quote as standard_quote

import pytest

from qiao.dates import is_local_time, weekday
from qiao.quoting import quote


def days(first, last):
    return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]


@pytest.mark.parametrize("year", [1, 1582, 1899, 1999, 2025, 9990])
def test_weekdays_are_those_of_the_calendar(year):
    some = days(date(year, 1, 1), date(year + 9, 12, 31))
    assert [weekday(d.year, d.month, d.day) for d in some] == [d.weekday() for d in some]


@pytest.mark.parametrize("year", [1900, 2000, 2024, 2026, 2100])
def test_months_have_the_days_of_the_calendar(year):
    exists = {d.strftime("%Y-%m-%dT00:00") for d in days(date(year, 1, 1), date(year, 12, 31))}
    tried = [f"{year}-{month:02}-{day:02}T00:00" for month in range(14) for day in range(33)]
    assert {one for one in tried if is_local_time(one)} == exists


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


@pytest.mark.parametrize("text", ["a", "桥", "😀", "/?#&=+ %"])
def test_quoting_is_that_of_the_standard(text):
    assert quote(text) == standard_quote(text, safe="-._~")
