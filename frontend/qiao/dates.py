"""Dates and times as people read them; the same Python formats on both ends.

A local time is text, `2026-12-01T19:00`: the clock at the event's place. Nothing here knows
the zone of the reader, so server and page can't differ.
"""

from __future__ import annotations

from qiao.i18n import gettext as _
from qiao.i18n import language

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEKDAYS_ZH = "一二三四五六日"


def is_local_time(value: str) -> bool:
    """Tell whether `value` is a date and time that exists, as `2026-12-01T19:00`."""
    digits = value[0:4] + value[5:7] + value[8:10] + value[11:13] + value[14:16]
    if len(value) != 16 or value[4] + value[7] + value[10] + value[13] != "--T:":
        return False
    if not (digits.isascii() and digits.isdigit() and len(digits) == 12):
        return False
    year, month, day, hour, minute = parts(value)
    return (
        year >= 1
        and 1 <= month <= 12
        and 1 <= day <= days_in(year, month)
        and hour <= 23
        and minute <= 59
    )


def parts(value: str) -> tuple[int, int, int, int, int]:
    """Return year, month, day, hour and minute of a local time."""
    return int(value[0:4]), int(value[5:7]), int(value[8:10]), int(value[11:13]), int(value[14:16])


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(year: int, month: int, day: int) -> int:
    """Return 0 for Monday to 6 for Sunday (Zeller's rule)."""
    if month < 3:
        month, year = month + 12, year - 1
    century, in_century = year // 100, year % 100
    saturday_first = (
        day + 13 * (month + 1) // 5 + in_century + in_century // 4 + century // 4 + 5 * century
    )
    return (saturday_first + 5) % 7


def format_day(value: str) -> str:
    """Return the day of a local time: `Tue 1 Dec 2026`, `2026年12月1日 周二`."""
    year, month, day, _hour, _minute = parts(value)
    at = weekday(year, month, day)
    if language.get() == "zh":
        return f"{year}年{month}月{day}日 周{WEEKDAYS_ZH[at]}"
    return f"{WEEKDAYS[at]} {day} {MONTHS[month - 1]} {year}"


def format_time(value: str) -> str:
    """Return day and time of a local time."""
    return f"{format_day(value)} {value[11:16]}"


def format_span(starts: str, ends: str) -> str:
    """Return from when to when, the day only once where both are on one day."""
    if starts[:10] == ends[:10]:
        return f"{format_day(starts)} {starts[11:16]}–{ends[11:16]}"
    return _("{start} to {end}", start=format_time(starts), end=format_time(ends))
