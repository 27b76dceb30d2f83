"""Fields of a record: what a value must be, in the words a person is shown.

`read` takes a JSON value, `parse` what a form control holds (text), `show` is its way back.
All three give the same messages on both ends, because both ends run this file.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

from qiao.contract.problems import Wrong
from qiao.dates import is_local_time
from qiao.i18n import gettext as _

T = TypeVar("T")

# Refused in any text: they break databases (NUL), logs and terminals.
LAST_CONTROL = 31


class Field(Generic[T]):
    """One named value of a record."""

    # What the page shows for it: the `type` of an input, or another widget's name.
    widget = "text"
    keyboard = "text"

    def __init__(
        self, label: str, *, optional: bool = False, default: T | None = None, help: str = ""
    ) -> None:
        self.name = ""
        self.label = label
        self.optional = optional or default is not None
        self.default = default
        self.help = help

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type) -> Field[T]: ...
    @overload
    def __get__(self, record: object, owner: type) -> T: ...
    def __get__(self, record: Any, owner: type) -> Any:
        # Only reached when the record has no value of its own: records set every field.
        return self

    def title(self) -> str:
        """Return the label in the language of the request."""
        return _(self.label)

    def missing(self) -> T | None:
        """Return the value of a field that was left out, never one that is shared."""
        value: Any = self.default
        if isinstance(value, (list, dict)):
            value = value.copy()
        return value  # type: ignore[no-any-return]

    def needed(self) -> Wrong:
        return Wrong(_("{label} is needed.", label=self.title()))

    def read(self, value: Any) -> T:
        """Return the Python value of a JSON value; raises `Wrong` or `Invalid`."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """Return the JSON value of a Python value."""
        return value

    def parse(self, typed: list[str]) -> Any:
        """Return the JSON value of what a form control sent; `None` when left empty."""
        return typed[0].strip() or None if typed else None

    def show(self, value: Any) -> str | list[str]:
        """Return what a form control holds for a value."""
        return "" if value is None else str(value)


class Text(Field[str]):
    """A string without surrounding white space and control characters."""

    def __init__(
        self,
        label: str,
        *,
        max: int = 200,
        multiline: bool = False,
        options: tuple[str, ...] = (),
        optional: bool = False,
        default: str | None = None,
        help: str = "",
    ) -> None:
        super().__init__(label, optional=optional, default=default, help=help)
        self.max = max
        self.multiline = multiline
        self.options = options
        self.widget = "textarea" if multiline else "select" if options else "text"

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong(_("{label} must be text.", label=self.title()))
        text: str = value.replace("\r\n", "\n").strip()
        if not text:
            raise self.needed()
        if len(text) > self.max:
            raise Wrong(
                _("{label} can have {max} characters at most.", label=self.title(), max=self.max)
            )
        for letter in text:
            if ord(letter) <= LAST_CONTROL and not (self.multiline and letter in "\n\t"):
                raise Wrong(
                    _("{label} contains a character that can't be kept.", label=self.title())
                )
        return text


class Phone(Text):
    """A telephone number as people write it: digits, spaces, dashes, one leading plus."""

    keyboard = "tel"

    def __init__(self, label: str, *, optional: bool = False) -> None:
        super().__init__(label, max=20, optional=optional)
        self.widget = "tel"

    def read(self, value: Any) -> str:
        number = super().read(value)
        digits = number.removeprefix("+").replace(" ", "").replace("-", "")
        # `isdigit` alone lets digits of other scripts through.
        if not (digits.isascii() and digits.isdigit() and 5 <= len(digits) <= 15):
            raise Wrong(_("{label} must be a telephone number.", label=self.title()))
        return number


class Integer(Field[int]):
    """A whole number between `min` and `max`, both included."""

    widget = "number"
    keyboard = "numeric"

    def __init__(
        self,
        label: str,
        *,
        min: int = 0,
        max: int = 1_000_000_000,
        optional: bool = False,
        default: int | None = None,
        help: str = "",
    ) -> None:
        super().__init__(label, optional=optional, default=default, help=help)
        self.min = min
        self.max = max

    def read(self, value: Any) -> int:
        # bool is an int in Python, but not in JSON.
        if isinstance(value, bool) or not isinstance(value, int):
            raise Wrong(_("{label} must be a whole number.", label=self.title()))
        if not self.min <= value <= self.max:
            raise Wrong(
                _(
                    "{label} must be between {min} and {max}.",
                    label=self.title(),
                    min=self.min,
                    max=self.max,
                )
            )
        return value

    def parse(self, typed: list[str]) -> Any:
        value = super().parse(typed)
        if value is None:
            return None
        digits = value.removeprefix("-")
        # A longer one is out of every range; keeping it text gives the clear message.
        return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 16 else value


class Number(Field[float]):
    """A number, whole or not."""

    widget = "number"
    keyboard = "decimal"

    def read(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise Wrong(_("{label} must be a number.", label=self.title()))
        if not -1e15 < value < 1e15:  # also false for NaN
            raise Wrong(_("{label} is too large.", label=self.title()))
        # JSON knows no difference between 3 and 3.0, so neither do we.
        return int(value) if value == int(value) else value

    def parse(self, typed: list[str]) -> Any:
        value = super().parse(typed)
        if value is None:
            return None
        plain = value.removeprefix("-").replace(".", "", 1)
        if not (plain.isascii() and plain.isdigit() and len(plain) < 16):
            return value
        return float(value) if "." in value else int(value)


class Flag(Field[bool]):
    """Yes or no."""

    widget = "checkbox"

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise Wrong(_("{label} must be yes or no.", label=self.title()))
        return value

    def parse(self, typed: list[str]) -> Any:
        return bool(typed and typed[0])

    def show(self, value: Any) -> str:
        return "on" if value else ""


class Choice(Field[str]):
    """One of a few strings; `labels` (marked by `N_`) are what a person reads for them."""

    widget = "select"

    def __init__(
        self,
        label: str,
        options: tuple[str, ...],
        *,
        labels: tuple[str, ...] = (),
        optional: bool = False,
        default: str | None = None,
        help: str = "",
    ) -> None:
        super().__init__(label, optional=optional, default=default, help=help)
        self.options = options
        self.labels = labels

    def option_text(self, value: str) -> str:
        """Return what a person reads for one of the options; data is never translated."""
        return _(self.labels[self.options.index(value)]) if self.labels else value

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.options:
            raise Wrong(_("{label} must be one of the choices offered.", label=self.title()))
        return value


class Choices(Field[list[str]]):
    """Any number of a few strings, each at most once; kept in the order offered."""

    widget = "checkboxes"

    def __init__(self, label: str, options: tuple[str, ...], *, optional: bool = False) -> None:
        super().__init__(label, optional=optional)
        self.options = options

    def read(self, value: Any) -> list[str]:
        if not isinstance(value, list) or any(one not in self.options for one in value):
            raise Wrong(_("{label} must be one of the choices offered.", label=self.title()))
        if not value and not self.optional:
            raise self.needed()
        return [option for option in self.options if option in value]

    def parse(self, typed: list[str]) -> Any:
        return typed or None

    def show(self, value: Any) -> list[str]:
        return list(value or [])


class Lines(Field[list[str]]):
    """A list of short strings; in a form, one a line."""

    widget = "textarea"

    def __init__(
        self, label: str, *, max: int = 60, most: int = 20, optional: bool = False, help: str = ""
    ) -> None:
        super().__init__(label, optional=optional, default=[] if optional else None, help=help)
        self.line = Text(label, max=max)
        self.most = most

    def read(self, value: Any) -> list[str]:
        if not isinstance(value, list):
            raise Wrong(_("{label} must be a list.", label=self.title()))
        if len(value) > self.most:
            raise Wrong(
                _("{label} can have {max} lines at most.", label=self.title(), max=self.most)
            )
        read = [self.line.read(one) for one in value]
        if len({*read}) < len(read):
            raise Wrong(_("{label} has the same line twice.", label=self.title()))
        return read

    def parse(self, typed: list[str]) -> Any:
        found = [line.strip() for line in typed[0].split("\n") if line.strip()] if typed else []
        return found or None

    def show(self, value: Any) -> str:
        return "\n".join(value or [])


class LocalTime(Field[str]):
    """A date and time on the clock of a place, `2026-12-01T19:00`; its zone stands beside it."""

    widget = "datetime-local"

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or not is_local_time(value):
            raise Wrong(_("{label} must be a date and a time.", label=self.title()))
        return value

    def parse(self, typed: list[str]) -> Any:
        value = super().parse(typed)
        # Some browsers add seconds to what the control holds.
        return value[:16] if value and len(value) == 19 else value


# The names pages and contracts write; the classes are for those who extend.
text = Text
phone = Phone
integer = Integer
number = Number
flag = Flag
choice = Choice
choices = Choices
lines = Lines
local_time = LocalTime
