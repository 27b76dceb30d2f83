"""Dates and times as text by a format, and back, as C writes them; names are English."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What is short for several others.
SHORT = {"D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "T": "%H:%M:%S", "X": "%H:%M:%S"}
SHORT |= {"c": "%a %b %e %H:%M:%S %Y", "r": "%I:%M:%S %p", "x": "%m/%d/%y", "h": "%b"}


def strftime(when, format):
    """Return a date, a time or both as `format` says."""
    parts, at = [], 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter == "%" and at < len(format):
            letter = _written(when, format[at])
            at += 1
        parts.append(letter)
    return "".join(parts)


def _written(when, code):
    if code in SHORT:
        return strftime(when, SHORT[code])
    if code in "aAdwjUWuVGmbBeyYC":
        return _of_date(when if hasattr(when, "year") else _FirstDay, code)
    if code in "HIklMSfpPzZ":
        return _of_time(when, code)
    if code == "s":
        return str(int(when.timestamp()))
    return {"%": "%", "n": "\n", "t": "\t"}.get(code, "%" + code)


class _FirstDay:
    """The day of a time without one."""

    year, month, day = 1900, 1, 1

    @staticmethod
    def weekday():
        return 0

    @staticmethod
    def toordinal():
        return 693596

    @staticmethod
    def isocalendar():
        return 1900, 1, 1


def _of_date(when, code):
    if code in "aA":
        name = WEEKDAYS[when.weekday()]
        return name if code == "A" else name[:3]
    if code in "bB":
        name = MONTHS[when.month - 1]
        return name if code == "B" else name[:3]
    if code in "GVu":
        year, week, day = when.isocalendar()
        return {"G": f"{year:04}", "V": f"{week:02}", "u": str(day)}[code]
    if code in "jUW":
        # Weeks begin with Sunday, or with Monday.
        day = when.toordinal() - _new_year(when.year)
        if code == "j":
            return f"{day + 1:03}"
        first = (when.weekday() + 1) % 7 if code == "U" else when.weekday()
        return f"{(day + 7 - first) // 7:02}"
    if code == "w":
        return str((when.weekday() + 1) % 7)
    number, width = {
        "C": (when.year // 100, 2),
        "d": (when.day, 2),
        "m": (when.month, 2),
        "y": (when.year % 100, 2),
        "Y": (when.year, 1),
    }.get(code, (0, 0))
    return f"{number:0{width}}" if width else f"{when.day:2}"


def _new_year(year):
    last = year - 1
    return last * 365 + last // 4 - last // 100 + last // 400 + 1


def _of_time(when, code):
    hour = getattr(when, "hour", 0)
    twelve = (hour + 11) % 12 + 1
    if code in "pP":
        name = "AM" if hour < 12 else "PM"
        return name if code == "p" else name.lower()
    if code in "zZ":
        return _zone(when, code)
    return {
        "H": f"{hour:02}",
        "I": f"{twelve:02}",
        "k": f"{hour:2}",
        "l": f"{twelve:2}",
        "M": f"{getattr(when, 'minute', 0):02}",
        "S": f"{getattr(when, 'second', 0):02}",
        "f": f"{getattr(when, 'microsecond', 0):06}",
    }[code]


def _zone(when, code):
    if getattr(when, "tzinfo", None) is None:
        return ""
    if code == "Z":
        return when.tzname() or ""
    offset = when.utcoffset()
    return "" if offset is None else offset_text(offset, "")


def offset_text(offset, colon):
    """Return how far a clock is ahead of UTC, `+08:00`."""
    sign = "-" if offset.days < 0 else "+"
    offset = abs(offset)
    seconds = offset.days * 86400 + offset.seconds
    text = f"{sign}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}"
    if seconds % 60 or offset.microseconds:
        text += f"{colon}{seconds % 60:02}"
    return f"{text}.{offset.microseconds:06}" if offset.microseconds else text
