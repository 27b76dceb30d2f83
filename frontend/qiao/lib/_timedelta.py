"""The standard `datetime.timedelta` for pages."""

SECOND = 1_000_000
DAY = 86400 * SECOND
LIMIT = 1_000_000_000


class timedelta:
    """A span of time, kept in microseconds."""

    def __init__(
        self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        whole, rest = 0, 0.0
        for value, unit in (
            (microseconds, 1),
            (milliseconds, 1000),
            (seconds, SECOND),
            (minutes, 60 * SECOND),
            (hours, 3600 * SECOND),
            (days, DAY),
            (weeks, 7 * DAY),
        ):
            if isinstance(value, int):
                whole += value * unit
                continue
            if not isinstance(value, float):
                raise TypeError(f"unsupported type for timedelta: {type(value).__name__}")
            part = (value - int(value)) * unit
            whole += int(value) * unit + int(part)
            rest += part - int(part)
        self._us = whole + _rounded(rest, whole)
        if not -LIMIT < self.days < LIMIT:
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")

    @property
    def days(self):
        return self._us // DAY

    @property
    def seconds(self):
        return self._us % DAY // SECOND

    @property
    def microseconds(self):
        return self._us % SECOND

    def total_seconds(self):
        return self._us / SECOND

    def __repr__(self):
        names = [name for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        shown = ", ".join(f"{name}={getattr(self, name)}" for name in names)
        return f"datetime.timedelta({shown or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return f"{text}.{self.microseconds:06}" if self.microseconds else text

    def __add__(self, other):
        return _of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return _of(self._us * other)
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _of(_quotient(self._us * above, below))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _of(_quotient(self._us, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _of(_quotient(self._us * below, above))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _of(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return _of(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _of(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _of(abs(self._us))

    def __bool__(self):
        return self._us != 0

    def __hash__(self):
        return hash(self._us)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented


def _of(microseconds):
    return timedelta(0, 0, microseconds)


def _rounded(rest, whole):
    """Return the integer next to `rest`; of two, the one that makes the sum with `whole` even."""
    found = round(rest)
    if abs(found - rest) == 0.5 and (whole + found) % 2:
        return found + (1 if rest > found else -1)
    return found


def _quotient(above, below):
    """Return the quotient of two integers, rounded to the next, of two to the even one."""
    if below < 0:
        above, below = -above, -below
    found, rest = divmod(above, below)
    return found + (2 * rest > below or (2 * rest == below and found % 2))


timedelta.resolution = timedelta(0, 0, 1)
timedelta.max = timedelta(LIMIT - 1, 86399, 999999)
timedelta.min = timedelta(1 - LIMIT)
