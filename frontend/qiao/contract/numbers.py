"""Fields that are numbers."""

from __future__ import annotations

from typing import Any

from qiao.contract.fields import Field
from qiao.contract.problems import Wrong
from qiao.i18n import gettext as _
from qiao.money import format_money, plain_amount, read_amount


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
            raise Wrong(_("{label} must be a whole number.", label=self.subject()))
        if not self.min <= value <= self.max:
            raise Wrong(
                _(
                    "{label} must be between {min} and {max}.",
                    label=self.subject(),
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
            raise Wrong(_("{label} must be a number.", label=self.subject()))
        if not -1e15 < value < 1e15:  # also false for NaN
            raise Wrong(_("{label} is too large.", label=self.subject()))
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


class Money(Field[int]):
    """An amount in fen, between 0 and `max`; people write it in yuan: `66.50`."""

    keyboard = "decimal"

    def __init__(
        self,
        label: str,
        *,
        max: int,
        optional: bool = False,
        default: int | None = None,
        help: str = "",
    ) -> None:
        super().__init__(label, optional=optional, default=default, help=help)
        self.max = max

    def read(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise Wrong(_("{label} must be an amount like 66.50.", label=self.subject()))
        if value > self.max:
            raise Wrong(
                _(
                    "{label} can be {max} at most.",
                    label=self.subject(),
                    max=format_money(self.max),
                )
            )
        return value

    def parse(self, typed: list[str]) -> Any:
        value = super().parse(typed)
        if value is None:
            return None
        amount = read_amount(value)
        # What is no amount stays text, for the clear message.
        return value if amount is None else amount

    def show(self, value: Any) -> str:
        return "" if value is None else plain_amount(value)


# The names contracts write; the classes are for those who extend.
integer = Integer
money = Money
number = Number
