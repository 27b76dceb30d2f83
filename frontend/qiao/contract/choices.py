"""Fields that are a choice: yes or no, one of several, any of several."""

from __future__ import annotations

from typing import Any

from qiao.contract.fields import Field
from qiao.contract.problems import Wrong
from qiao.i18n import gettext as _


class Flag(Field[bool]):
    """Yes or no."""

    widget = "checkbox"

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise Wrong(_("{label} must be yes or no.", label=self.subject()))
        return value

    def parse(self, typed: list[str]) -> Any:
        return bool(typed and typed[0])

    def show(self, value: Any) -> str:
        return "on" if value else ""


class Choice(Field[str]):
    """One of a few strings."""

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

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.options:
            raise Wrong(_("{label} must be one of the choices offered.", label=self.subject()))
        return value


class Choices(Field[list[str]]):
    """Any number of a few strings, each at most once; kept in the order offered."""

    widget = "checkboxes"

    def __init__(self, label: str, options: tuple[str, ...], *, optional: bool = False) -> None:
        super().__init__(label, optional=optional)
        self.options = options

    def read(self, value: Any) -> list[str]:
        if not isinstance(value, list) or any(one not in self.options for one in value):
            raise Wrong(_("{label} must be one of the choices offered.", label=self.subject()))
        if not value and not self.optional:
            raise self.needed()
        return [option for option in self.options if option in value]

    def parse(self, typed: list[str]) -> Any:
        return typed or None

    def show(self, value: Any) -> list[str]:
        return list(value or [])


# The names contracts write; the classes are for those who extend.
flag = Flag
choice = Choice
choices = Choices
