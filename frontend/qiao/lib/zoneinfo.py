"""The standard `zoneinfo` for pages: the browser knows the zones, not their short names."""

from _clock import is_zone, offset_in
from _date import EPOCH
from _time import tzinfo
from _timedelta import SECOND, timedelta


class ZoneInfoNotFoundError(KeyError):
    """There is no zone of this name."""


class ZoneInfo(tzinfo):
    """A zone by its name, `Asia/Shanghai`."""

    def __init__(self, key):
        if not is_zone(key):
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        self.key = key

    def utcoffset(self, dt):
        if dt is None:
            return None
        seconds = dt._microseconds() // SECOND - EPOCH * 86400
        before, after = offset_in(self.key, seconds - 86400), offset_in(self.key, seconds + 86400)
        for guess in (after, before) if dt.fold else (before, after):
            if offset_in(self.key, seconds - guess) == guess:
                return timedelta(0, guess)
        # A time that the clock leaves out.
        return timedelta(0, after if dt.fold else before)

    def dst(self, dt):
        if dt is None:
            return None
        usual = min(dt.replace(month=month, day=1).utcoffset() for month in (1, 7))
        return self.utcoffset(dt) - usual

    def tzname(self, dt):
        if dt is None:
            return None
        raise NotImplementedError("The browser knows no short names of zones; use %z, or the key")

    def fromutc(self, dt):
        seconds = dt._microseconds() // SECOND - EPOCH * 86400
        offset = timedelta(0, offset_in(self.key, seconds))
        found = dt + offset
        if found.utcoffset() != offset:
            found = found.replace(fold=1)
        return found

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __eq__(self, other):
        return self.key == other.key if isinstance(other, ZoneInfo) else NotImplemented

    def __hash__(self):
        return hash(self.key)
