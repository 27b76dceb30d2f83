"""Dates and times from text, by a format."""

from _strftime import MONTHS, SHORT, WEEKDAYS

# How many digits each may have, and from where to where it may go.
NUMBERS = {
    "Y": (4, 0, 9999), "y": (2, 0, 99), "m": (2, 1, 12), "d": (2, 1, 31), "H": (2, 0, 23),
    "I": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61), "f": (6, 0, 999999), "j": (3, 1, 366),
}  # fmt: skip


def parse(text, format):
    """Return what `text` holds, by the letters of `format`; `z` is seconds, or None for no zone."""
    for code, longer in SHORT.items():
        if code in "cxXT":
            format = format.replace("%" + code, longer.replace("%e", "%d"))
    found, at, place = {}, 0, 0
    while place < len(format):
        letter = format[place]
        place += 1
        if letter.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
        elif letter != "%":
            at = _after(text, at, letter, text, format)
        else:
            code = format[place : place + 1]
            place += 1
            if code == "%":
                at = _after(text, at, "%", text, format)
                continue
            at, found[code] = _value(text, at, code, format)
    if at < len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    return found


def _mismatch(text, format):
    return ValueError(f"time data {text!r} does not match format {format!r}")


def _after(text, at, wanted, whole, format):
    if text[at : at + 1].lower() != wanted.lower():
        raise _mismatch(whole, format)
    return at + 1


def _value(text, at, code, format):
    """Return where a value ends, and the value."""
    names = {"B": MONTHS, "b": [one[:3] for one in MONTHS], "p": ("AM", "PM")}
    names |= {"A": WEEKDAYS, "a": [one[:3] for one in WEEKDAYS]}
    if code in names:
        for place, name in enumerate(names[code]):
            if text[at : at + len(name)].lower() == name.lower():
                return at + len(name), place
    elif code == "z":
        return _zone(text, at, format)
    elif code in NUMBERS:
        digits, low, high = NUMBERS[code]
        end = at
        while end < len(text) and end - at < digits and text[end].isdecimal():
            end += 1
        # The longest number in range; what is left over must match the rest.
        while end > at and int(text[at:end]) > high:
            end -= 1
        if end > at and (code != "Y" or end - at == 4) and int(text[at:end]) >= low:
            written = text[at:end]
            return end, int(written + "0" * (6 - len(written)) if code == "f" else written)
    else:
        raise ValueError(f"'{code}' is a bad directive in format '{format}'")
    raise _mismatch(text, format)


def _zone(text, at, format):
    if text[at : at + 1] in ("Z", "z"):
        return at + 1, 0
    sign, end = text[at : at + 1], at + 1
    numbers = []
    while sign in ("+", "-") and len(numbers) < 3 and text[end : end + 2].isdecimal():
        numbers.append(int(text[end : end + 2]))
        end += 2
        if text[end : end + 1] == ":" and text[end + 1 : end + 3].isdecimal():
            end += 1
    if len(numbers) < 2:
        raise _mismatch(text, format)
    hours, minutes, *rest = numbers
    seconds = hours * 3600 + minutes * 60 + (rest[0] if rest else 0)
    return end, -seconds if sign == "-" else seconds
