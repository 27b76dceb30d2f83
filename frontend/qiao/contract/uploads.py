"""Fields that are a file: sent as `multipart/form-data`, by a form or by a script.

What came is looked at by the server alone: its type is that of its bytes, whatever it is named.
"""

from __future__ import annotations

from typing import Any

from qiao.contract.fields import Field
from qiao.contract.problems import Wrong
from qiao.i18n import gettext as _


class Upload(Field[bytes]):
    """A file of at most `max` bytes; `accept` is what a person is offered to choose."""

    widget = "file"

    def __init__(
        self, label: str, *, max: int, accept: str = "", optional: bool = False, help: str = ""
    ) -> None:
        super().__init__(label, optional=optional, help=help)
        self.max = max
        self.accept = accept

    def read(self, value: Any) -> bytes:
        if not isinstance(value, bytes):
            raise Wrong(_("{label} must be a file.", label=self.subject()))
        if len(value) > self.max:
            megabytes = self.max // (1024 * 1024)
            raise Wrong(
                _("{label} can have {max} MB at most.", label=self.subject(), max=megabytes)
            )
        return value

    def parse(self, typed: list[Any]) -> Any:
        # A form without a chosen file sends one without a byte.
        return typed[0] or None if typed else None

    def show(self, value: Any) -> list[str]:
        return []


def uploads_in(record: Any) -> list[Upload]:
    """Return the fields of a record class that are files."""
    return [field for field in record.fields.values() if isinstance(field, Upload)]


upload = Upload
