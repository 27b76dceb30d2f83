"""The standard `datetime.date` for pages."""

from _clock import now, offset_here
from _strftime import strftime
from _timedelta import SECOND, timedelta

MINYEAR, MAXYEAR = 1, 9999
BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
# Days from the year 1 to 1970.
EPOCH = 719163


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_before(year, month):
    """Return how many days lie between the beginning of the year 1 and that of a month."""
    last = year - 1
    days = last * 365 + last // 4 - last // 100 + last // 400 + BEFORE_MONTH[month - 1]
    return days + (month > 2 and is_leap(year))


def ymd(ordinal):
    """Return year, month and day of a day by its number; that of 1 January 1 is 1."""
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    # As if March began the year, so that the odd day comes last.
    days = ordinal + 305
    era, day = divmod(days, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    in_year = day - (365 * year + year // 4 - year // 100)
    at = (5 * in_year + 2) // 153
    month = at + 3 if at < 10 else at - 9
    return year + era * 400 + (month <= 2), month, in_year - (153 * at + 2) // 5 + 1


def first_monday(year):
    """Return the number of the day with which the first week of a year begins."""
    first = days_before(year, 1) + 1
    at = (first + 6) % 7
    return first - at + (7 if at > 3 else 0)


def whole(value):
    """Refuse what is no integer."""
    if not isinstance(value, int):
        kind = type(value).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    return value


def date_numbers(text):
    """Return year, month and day of `2026-12-01`, `20261201`, `2026-W49-2` or `2026W492`."""
    year, rest = number(text[:4], 4), text[4:]
    sign = "-" if rest[:1] == "-" else ""
    rest = rest.removeprefix(sign)
    if rest[:1] == "W":
        week, day = number(rest[1:3], 2), rest[3:]
        if not day:
            return week_day(year, week, 1)
        if day[0] == "-" if sign else True:
            return week_day(year, week, number(day.removeprefix(sign), 1))
    elif rest[2:-2] == sign:
        return year, number(rest[:2], 2), number(rest[-2:], 2)
    raise ValueError


def number(text, digits):
    if len(text) != digits or not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def week_day(year, week, day):
    """Return year, month and day of a day in a week of the ISO calendar."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= (first_monday(year + 1) - first_monday(year)) // 7:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return ymd(first_monday(year) + week * 7 - 8 + day)


class IsoCalendarDate(tuple):
    """Year, week and weekday, as `isocalendar` gives them."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    """A day."""

    def __init__(self, year, month, day):
        if not MINYEAR <= whole(year) <= MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        if not 1 <= whole(month) <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= whole(day) <= days_in(year, month):
            raise ValueError("day is out of range for month")
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def fromordinal(cls, ordinal):
        if not 1 <= ordinal <= 3652059:
            raise ValueError("ordinal must be in 1..3652059")
        return cls(*ymd(ordinal))

    @classmethod
    def fromtimestamp(cls, timestamp):
        seconds = timestamp // 1
        return cls(*ymd(EPOCH + int(seconds + offset_here(int(seconds))) // 86400))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(now() / SECOND)

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*date_numbers(text))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*week_day(year, week, day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    def toordinal(self):
        return days_before(self.year, self.month) + self.day

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, at = self.year, self.toordinal()
        if at < first_monday(year):
            year -= 1
        elif year < MAXYEAR and at >= first_monday(year + 1):
            year += 1
        return IsoCalendarDate((year, (at - first_monday(year)) // 7 + 1, self.isoweekday()))

    def isoformat(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def ctime(self):
        return self.strftime(f"%a %b %e %H:%M:%S {self.year:04}")

    def strftime(self, format):
        return strftime(self, format)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.{type(self).__name__}({self.year}, {self.month}, {self.day})"

    def _key(self):
        return self.year, self.month, self.day

    def _like(self, other):
        """Tell whether `other` is a day, and no more."""
        return isinstance(other, date) and not hasattr(other, "hour")

    def __eq__(self, other):
        return self._key() == other._key() if self._like(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._like(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._like(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._like(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._like(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*ymd(self.toordinal() + other.days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*ymd(self.toordinal() - other.days))
        if self._like(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
