"""Records: named values with a check, read from JSON and written to it."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from qiao.contract.fields import Field
from qiao.contract.problems import Invalid, Wrong
from qiao.i18n import gettext as _

R = TypeVar("R", bound="Record")


class Record:
    """Base of all records: a subclass lists its fields as class attributes.

    class Guest(Record):
        name = text("Name", max=40)

    Guest.read({"name": "Li Na"}).name
    """

    fields: ClassVar[dict[str, Field[Any]]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: field for name, field in cls.__dict__.items() if isinstance(field, Field)}
        cls.fields = {**cls.fields, **own}

    def __init__(self, **values: Any) -> None:
        for name, field in self.fields.items():
            if name not in values and not field.optional:
                raise TypeError(f"{type(self).__name__} needs a value for {name!r}")
            setattr(self, name, values.pop(name) if name in values else field.missing())
        if values:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(values))}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        raise TypeError(f"{type(self).__name__} can change, so it can't be a key")

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.fields)
        return f"{type(self).__name__}({inside})"

    @classmethod
    def read(cls: type[R], data: Any) -> R:
        """Return the record of a JSON object; raises `Invalid` that names every wrong field.

        Members it doesn't know are ignored: an older page or server then still works.
        """
        if not isinstance(data, dict):
            raise Invalid({"": _("A JSON object is needed.")})
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for name, field in cls.fields.items():
            value = data.get(name)
            try:
                values[name] = read_field(field, value)
            except Wrong as problem:
                wrong[name] = str(problem)
            except Invalid as problem:
                for path, message in problem.fields.items():
                    wrong[f"{name}.{path}" if path else name] = message
        if wrong:
            raise Invalid(wrong)
        return cls(**values)

    def write(self) -> dict[str, Any]:
        """Return the JSON object of this record."""
        return {
            name: None if (value := getattr(self, name)) is None else field.write(value)
            for name, field in self.fields.items()
        }


def read_field(field: Field[Any], value: Any) -> Any:
    """Return the Python value of a JSON value that may be missing (`None`)."""
    if value is None or value == "":
        if field.optional:
            return field.missing()
        raise field.needed()
    return field.read(value)


class RecordField(Field[R]):
    """A record inside a record."""

    widget = "record"

    def __init__(self, label: str, kind: type[R], *, optional: bool = False) -> None:
        super().__init__(label, optional=optional)
        self.kind = kind

    def read(self, value: Any) -> R:
        return self.kind.read(value)

    def write(self, value: R) -> Any:
        return value.write()


class RecordsField(Field[list[R]]):
    """A list of records, `most` at the most."""

    widget = "records"

    def __init__(
        self, label: str, kind: type[R], *, most: int = 1000, optional: bool = False
    ) -> None:
        super().__init__(label, optional=optional, default=[] if optional else None)
        self.kind = kind
        self.most = most

    def read(self, value: Any) -> list[R]:
        if not isinstance(value, list):
            raise Wrong(_("{label} must be a list.", label=self.subject()))
        if len(value) > self.most:
            raise Wrong(
                _("{label} can have {max} entries at most.", label=self.subject(), max=self.most)
            )
        found: list[R] = []
        wrong: dict[str, str] = {}
        for at, one in enumerate(value):
            try:
                found.append(self.kind.read(one))
            except Invalid as problem:
                for path, message in problem.fields.items():
                    wrong[f"{at}.{path}" if path else str(at)] = message
        if wrong:
            raise Invalid(wrong)
        return found

    def write(self, value: list[R]) -> Any:
        return [one.write() for one in value]


record = RecordField
records = RecordsField
