"""The standard `datetime.time`, `tzinfo` and `timezone` for pages."""

from _date import number, whole
from _strftime import offset_text, strftime
from _timedelta import timedelta


class tzinfo:
    """How far clocks are ahead of UTC somewhere."""

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def fromutc(self, dt):
        """Return the time here that is `dt`, read as UTC."""
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    """A zone whose clocks are always as far ahead of UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("offset must be a timedelta")
        if abs(offset) >= timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}"
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset, ":") if self._offset else "UTC"

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if not self._offset and self._name is None:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


timezone.utc = timezone(timedelta())
timezone.min = timezone(timedelta(0, 60 - 86400))
timezone.max = timezone(timedelta(0, 86400 - 60))


def checked_clock(hour, minute, second, microsecond, tz, fold):
    for name, value, limit in (
        ("hour", hour, 24),
        ("minute", minute, 60),
        ("second", second, 60),
        ("microsecond", microsecond, 1_000_000),
    ):
        if not 0 <= whole(value) < limit:
            raise ValueError(f"{name} must be in 0..{limit - 1}")
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type {tz!r}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def clock_text(of, timespec="auto"):
    """Return the clock of a time as ISO 8601 has it."""
    if timespec == "auto":
        timespec = "microseconds" if of.microsecond else "seconds"
    shown = {
        "hours": f"{of.hour:02}",
        "minutes": f"{of.hour:02}:{of.minute:02}",
        "seconds": f"{of.hour:02}:{of.minute:02}:{of.second:02}",
    }
    shown["milliseconds"] = f"{shown['seconds']}.{of.microsecond // 1000:03}"
    shown["microseconds"] = f"{shown['seconds']}.{of.microsecond:06}"
    if timespec not in shown:
        raise ValueError("Unknown timespec value")
    offset = of.utcoffset()
    return shown[timespec] + ("" if offset is None else offset_text(offset, ":"))


def clock_repr(of):
    """Return the arguments of a time as `repr` shows them, without zeros at the end."""
    shown = [of.hour, of.minute]
    if of.second or of.microsecond:
        shown.append(of.second)
    if of.microsecond:
        shown.append(of.microsecond)
    if of.fold:
        shown.append("fold=1")
    if of.tzinfo is not None:
        shown.append(f"tzinfo={of.tzinfo!r}")
    return ", ".join(map(str, shown))


def clock_numbers(text):
    """Return hour, minute, second, microsecond and zone of `19:00:05.5+08:00`, `190005Z` …"""
    zone, end = None, len(text)
    for at, letter in enumerate(text):
        if letter in "+-Z":
            zone, end = _zone(text[at:]), at
            break
    return *_clock(text[:end]), zone


def _clock(text):
    colon = ":" if text[2:3] == ":" else ""
    numbers, rest = [number(text[:2], 2)], text[2:]
    while rest and rest[0] not in ".," and len(numbers) < 3:
        if rest[:1] != colon and colon:
            raise ValueError
        rest = rest.removeprefix(colon)
        numbers.append(number(rest[:2], 2))
        rest = rest[2:]
    fraction = 0
    if rest:
        digits = rest[1:7]
        if rest[0] not in ".," or len(numbers) != 3 or not rest[1:].isdecimal():
            raise ValueError
        fraction = number(digits, len(digits)) * 10 ** (6 - len(digits))
    return *numbers, *[0] * (3 - len(numbers)), fraction


def _zone(text):
    if text == "Z":
        return timezone.utc
    hours, minutes, seconds, microseconds = _clock(text[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
    if not offset:
        return timezone.utc
    return timezone(-offset if text[0] == "-" else offset)


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        checked_clock(hour, minute, second, microsecond, tzinfo, fold)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    @classmethod
    def fromisoformat(cls, text):
        try:
            hour, minute, second, microsecond, zone = clock_numbers(text.removeprefix("T"))
            return cls(hour, minute, second, microsecond, zone)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    def replace(self, **changed):
        names = ("hour", "minute", "second", "microsecond", "tzinfo", "fold")
        return type(self)(**{**{name: getattr(self, name) for name in names}, **changed})

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        return clock_text(self, timespec)

    def strftime(self, format):
        return strftime(self, format)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.time({clock_repr(self)})"

    def _key(self, other=None):
        offset = self.utcoffset()
        if other is not None and (offset is None) is not (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        clock = timedelta(0, self.second, self.microsecond, 0, self.minute, self.hour)
        return clock if offset is None else clock - offset

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) is not (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __lt__(self, other):
        return self._key(other) < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key(other) <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key(other) > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key(other) >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


time.min = time()
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta.resolution
