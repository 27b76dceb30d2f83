"""Records that a page only reads: what the build makes of those in a contract.

The server has checked what it sends, and no form shows their fields. So the page needs neither
labels nor limits of them, but the names of their values.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self


class Answer:
    """Base of such records: it holds the values that came, unchecked."""

    # Of each value its name; of some what is read from it, or what stands for one left out.
    NAMES: ClassVar[str] = ""
    INSIDE: ClassVar[dict[str, Any]] = {}
    MISSING: ClassVar[dict[str, Any]] = {}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        raise TypeError(f"{type(self).__name__} can change, so it can't be a key")

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """Return the record of a JSON object."""
        record = cls()
        for name in cls.NAMES.split(" "):
            value = data.get(name)
            kind = cls.INSIDE.get(name)
            if value is None or value == "":
                value = cls.MISSING.get(name)
                if isinstance(value, (list, dict)):
                    value = value.copy()
            elif kind is not None:
                value = (
                    [kind.read(one) for one in value]
                    if isinstance(value, list)
                    else kind.read(value)
                )
            setattr(record, name, value)
        return record

    def write(self) -> dict[str, Any]:
        """Return the JSON object of this record."""
        return {name: written(getattr(self, name)) for name in self.NAMES.split(" ")}


def written(value: Any) -> Any:
    if isinstance(value, list):
        return [written(one) for one in value]
    return value.write() if isinstance(value, Answer) else value
