"""The standard `datetime.datetime` for pages."""

from _strptime import parse

from _clock import now, offset_here
from _date import EPOCH, date, date_numbers, ymd
from _time import checked_clock, clock_numbers, clock_repr, clock_text, time, timezone
from _timedelta import DAY, SECOND, timedelta

_NAMES = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold")


class datetime(date):
    """A day and a time of day, in a zone or without one."""

    def __init__(
        self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        super().__init__(year, month, day)
        checked_clock(hour, minute, second, microsecond, tzinfo, fold)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    @classmethod
    def _at(cls, microseconds, tz=None, fold=0):
        """Return the time so long after the beginning of the year 0's last day."""
        days, rest = divmod(microseconds, DAY)
        seconds, microsecond = divmod(rest, SECOND)
        year, month, day = ymd(days)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        numbers = (year, month, day, hour, minute, second, microsecond)
        return cls(*numbers, tz, fold=fold)

    @classmethod
    def now(cls, tz=None):
        return cls._of_epoch(now(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if isinstance(timestamp, int):
            return cls._of_epoch(timestamp * SECOND, tz)
        # The fraction by itself: together they have more digits than a float.
        seconds = int(timestamp // 1)
        return cls._of_epoch(seconds * SECOND + round((timestamp - seconds) * SECOND), tz)

    @classmethod
    def _of_epoch(cls, microseconds, tz):
        found = cls._at(microseconds + EPOCH * DAY, tz)
        if tz is not None:
            return tz.fromutc(found)
        return found + timedelta(0, offset_here(microseconds // SECOND))

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        clock = (time.hour, time.minute, time.second, time.microsecond)
        return cls(date.year, date.month, date.day, *clock, zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        try:
            # A day has 10 letters, or 8, of which a week without its day is the only other length.
            for length in (10, 8, 7):
                if len(text) == length:
                    return cls(*date_numbers(text))
                if len(text) > length and _is_day(text[:length]):
                    numbers = date_numbers(text[:length])
                    *clock, zone = clock_numbers(text[length + 1 :])
                    return cls(*numbers, *clock, zone)
        except ValueError:
            pass
        raise ValueError(f"Invalid isoformat string: {text!r}")

    @classmethod
    def strptime(cls, text, format):
        found = parse(text, format)
        year = found.get("Y", 1900)
        if "y" in found:
            year = found["y"] + (2000 if found["y"] < 69 else 1900)
        month = found.get("m") or found.get("B", found.get("b", 0)) + 1
        hour = found.get("H", 0)
        if "I" in found:
            hour = found["I"] % 12 + 12 * found.get("p", 0)
        zone = timezone(timedelta(0, found["z"])) if "z" in found else None
        clock = (hour, found.get("M", 0), found.get("S", 0), found.get("f", 0))
        made = cls(year, month, found.get("d", 1), *clock, zone)
        if "j" in found and not {"m", "b", "B"} & set(found):
            made += timedelta(found["j"] - 1)
        return made

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return self.timetz().replace(tzinfo=None)

    def timetz(self):
        clock = (self.hour, self.minute, self.second, self.microsecond)
        return time(*clock, self.tzinfo, fold=self.fold)

    def replace(self, *numbers, **changed):
        known = {name: getattr(self, name) for name in _NAMES}
        return type(self)(**{**known, **dict(zip(_NAMES, numbers, strict=False)), **changed})

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def _microseconds(self):
        seconds = self.hour * 3600 + self.minute * 60 + self.second
        return self.toordinal() * DAY + seconds * SECOND + self.microsecond

    def _epoch(self):
        """Return microseconds since 1970, UTC; without a zone, by the clock of this place."""
        here = self._microseconds() - EPOCH * DAY
        offset = self.utcoffset()
        if offset is not None:
            return here - offset._us
        seconds = here // SECOND
        before, after = offset_here(seconds - 86400), offset_here(seconds + 86400)
        for guess in (after, before) if self.fold else (before, after):
            if offset_here(seconds - guess) == guess:
                return here - guess * SECOND
        return here - (after if self.fold else before) * SECOND

    def timestamp(self):
        return self._epoch() / SECOND

    def astimezone(self, tz=None):
        epoch = self._epoch()
        if tz is None:
            tz = timezone(timedelta(0, offset_here(epoch // SECOND)))
        return type(self)._of_epoch(epoch, tz)

    def isoformat(self, sep="T", timespec="auto"):
        return f"{self.date()}{sep}{clock_text(self, timespec)}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return f"datetime.datetime({self.year}, {self.month}, {self.day}, {clock_repr(self)})"

    def _like(self, other):
        return isinstance(other, datetime)

    def _key(self):
        offset = self.utcoffset()
        return self._microseconds() - (0 if offset is None else offset._us)

    def _check(self, other, what):
        """Refuse one time with a zone and one without."""
        if (self.utcoffset() is None) is not (other.utcoffset() is None):
            raise TypeError(f"can't {what} offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if not self._like(other):
            return NotImplemented
        if (self.utcoffset() is None) is not (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __lt__(self, other):
        if not self._like(other):
            return NotImplemented
        return self._check(other, "compare") and self._key() < other._key()

    def __le__(self, other):
        if not self._like(other):
            return NotImplemented
        return self._check(other, "compare") and self._key() <= other._key()

    def __gt__(self, other):
        if not self._like(other):
            return NotImplemented
        return self._check(other, "compare") and self._key() > other._key()

    def __ge__(self, other):
        if not self._like(other):
            return NotImplemented
        return self._check(other, "compare") and self._key() >= other._key()

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._at(self._microseconds() + other._us, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not self._like(other):
            return NotImplemented
        if self.tzinfo is other.tzinfo:
            return timedelta(0, 0, self._microseconds() - other._microseconds())
        self._check(other, "subtract")
        return timedelta(0, 0, self._key() - other._key())


def _is_day(text):
    try:
        return bool(date_numbers(text))
    except ValueError:
        return False


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
