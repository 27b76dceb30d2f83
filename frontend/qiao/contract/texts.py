"""Fields that are text: words, telephone numbers, lines, times on a clock."""

from __future__ import annotations

from typing import Any

from qiao.contract.fields import Field
from qiao.contract.problems import Wrong
from qiao.dates import is_local_time
from qiao.i18n import gettext as _

# Refused in any text: they break databases (NUL), logs and terminals.
LAST_CONTROL = 31
# Halves of a character, which no encoding can write; a whole one is above them.
FIRST_HALF = 0xD800
LAST_HALF = 0xDFFF


class Text(Field[str]):
    """A string without surrounding white space and control characters."""

    def __init__(
        self,
        label: str,
        *,
        max: int = 200,
        multiline: bool = False,
        options: tuple[str, ...] = (),
        labels: tuple[str, ...] = (),
        optional: bool = False,
        default: str | None = None,
        help: str = "",
    ) -> None:
        super().__init__(label, optional=optional, default=default, help=help)
        self.max = max
        self.multiline = multiline
        # Offered in a form; other texts are taken all the same.
        self.options = options
        self.labels = labels
        self.widget = "textarea" if multiline else "select" if options else "text"

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong(_("{label} must be text.", label=self.subject()))
        text: str = value.replace("\r\n", "\n").strip()
        if not text:
            raise self.needed()
        # In the page a text that was stripped has the wrong length if it has emoji; this is right.
        letters = list(text)
        if len(letters) > self.max:
            raise Wrong(
                _("{label} can have {max} characters at most.", label=self.subject(), max=self.max)
            )
        for letter in letters:
            code = ord(letter)
            is_control = code <= LAST_CONTROL and not (self.multiline and letter in "\n\t")
            if is_control or FIRST_HALF <= code <= LAST_HALF:
                raise Wrong(
                    _("{label} contains a character that can't be kept.", label=self.subject())
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
            raise Wrong(_("{label} must be a telephone number.", label=self.subject()))
        return number


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
            raise Wrong(_("{label} must be a list.", label=self.subject()))
        if len(value) > self.most:
            raise Wrong(
                _("{label} can have {max} lines at most.", label=self.subject(), max=self.most)
            )
        read = [self.line.read(one) for one in value]
        if len({*read}) < len(read):
            raise Wrong(_("{label} has the same line twice.", label=self.subject()))
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
            raise Wrong(_("{label} must be a date and a time.", label=self.subject()))
        return value

    def parse(self, typed: list[str]) -> Any:
        value = super().parse(typed)
        # Some browsers add seconds to what the control holds.
        return value[:16] if value and len(value) == 19 else value


# The names contracts write; the classes are for those who extend.
text = Text
phone = Phone
lines = Lines
local_time = LocalTime
