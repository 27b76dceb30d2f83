"""The standard `datetime` for pages: each class in a file of its own, for pages that need one."""

from _datetime import datetime

from _date import MAXYEAR, MINYEAR, date
from _time import time, timezone, tzinfo
from _timedelta import timedelta

__all__ = [
    "MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo",
]  # fmt: skip

UTC = timezone.utc
