"""The base of all fields: what a value must be, in the words a person is shown.

`read` takes a JSON value, `parse` what a form control holds (text), `show` is its way back.
All three give the same messages on both ends, because both ends run these files.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

from qiao.contract.problems import Wrong
from qiao.i18n import gettext as _

T = TypeVar("T")


class Field(Generic[T]):
    """One named value of a record."""

    # What the page shows for it: the `type` of an input, or another widget's name.
    widget = "text"
    keyboard = "text"
    # What may be chosen, where that is offered; `labels` (marked by `N_`) are what people read.
    options: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    # An answer's label is the question that somebody wrote: never translated, too long to repeat.
    is_answer = False

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
        return self.label if self.is_answer else _(self.label)

    def subject(self) -> str:
        """Return what a message calls the value."""
        return _("The answer") if self.is_answer else self.title()

    def option_text(self, value: str) -> str:
        """Return what a person reads for one of the options; data is never translated."""
        if not self.labels or value not in self.options:
            return value
        return _(self.labels[self.options.index(value)])

    def missing(self) -> T | None:
        """Return the value of a field that was left out, never one that is shared."""
        value: Any = self.default
        if isinstance(value, (list, dict)):
            value = value.copy()
        return value  # type: ignore[no-any-return]

    def needed(self) -> Wrong:
        return Wrong(_("{label} is needed.", label=self.subject()))

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
