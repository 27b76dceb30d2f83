"""JSON Schema (as OpenAPI 3.1 has it) of the contract's records, fields and problems."""

from __future__ import annotations

import re
from typing import Any

from qiao.contract import Invalid, Problem, Record
from qiao.contract.choices import Choice, Choices, Flag
from qiao.contract.fields import Field
from qiao.contract.numbers import Integer, Money, Number
from qiao.contract.questions import AnswersField
from qiao.contract.records import RecordField, RecordsField
from qiao.contract.texts import Lines, LocalTime, Text
from qiao.contract.uploads import Upload

Json = dict[str, Any]

LOCAL_TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"


class Schemas:
    """Collects a component for each record and problem that is asked for."""

    def __init__(self) -> None:
        self.components: dict[str, Json] = {}

    def record(self, record: type[Record]) -> Json:
        """Return a reference to the schema of a record."""
        name = record.__name__
        if name not in self.components:
            # Entered first, so that a record inside itself would find its own name.
            schema: Json = {}
            self.components[name] = schema
            schema |= {
                "type": "object",
                "properties": {field.name: self.field(field) for field in record.fields.values()},
                "required": [field.name for field in record.fields.values() if not field.optional],
            }
        return _reference(name)

    def problem(self, problem: type[Problem]) -> Json:
        """Return a reference to the schema of a problem."""
        name = problem.__name__
        if name not in self.components:
            details = re.findall(r"\{(\w+)\}", problem.message)
            properties: Json = {
                "code": {"const": problem.code},
                "message": {"type": "string", "description": "For a person, in their language."},
                **{detail: {} for detail in details},
            }
            if problem is Invalid:
                properties["fields"] = {
                    "type": "object",
                    "description": "What is wrong, by the path of the field (`answers.q1`).",
                    "additionalProperties": {"type": "string"},
                }
            self.components[name] = {
                "type": "object",
                "description": (problem.__doc__ or "").partition("\n")[0],
                "properties": properties,
                "required": ["code", "message"],
            }
        return _reference(name)

    def field(self, field: Field[Any]) -> Json:
        """Return the schema of a field."""
        schema = self._value(field)
        if field.optional:
            # May be left out, and null is the same as left out.
            schema = {"anyOf": [schema, {"type": "null"}]}
        if field.default not in (None, [], {}):
            schema["default"] = field.default
        return {"title": field.title(), **schema}

    def query(self, field: Field[Any]) -> Json:
        """Return the schema of a field in a query, where an empty one is one that is left out."""
        schema = self.field(field)
        if not field.optional:
            return schema
        blank = {"type": "string", "pattern": r"^\s*$"}
        return {**schema, "anyOf": [schema["anyOf"][0], blank]}

    def _value(self, field: Field[Any]) -> Json:
        match field:
            case LocalTime():
                return {"type": "string", "pattern": LOCAL_TIME}
            case Text():
                least = 0 if field.optional else 1
                return {"type": "string", "minLength": least, "maxLength": field.max}
            case Choice():
                return {"type": "string", "enum": list(field.options)}
            case Choices():
                offered = {"type": "string", "enum": list(field.options)}
                return {"type": "array", "items": offered, "uniqueItems": True}
            case Lines():
                line = self._value(field.line)
                return {"type": "array", "items": line, "maxItems": field.most, "uniqueItems": True}
            case Integer():
                return {"type": "integer", "minimum": field.min, "maximum": field.max}
            case Money():
                return {"type": "integer", "minimum": 0, "maximum": field.max}
            case Number():
                return {"type": "number"}
            case Flag():
                return {"type": "boolean"}
            case RecordField():
                return self.record(field.kind)
            case RecordsField():
                items = self.record(field.kind)
                return {"type": "array", "items": items, "maxItems": field.most}
            case Upload():
                return {"type": "string", "format": "binary", "maxLength": field.max}
            case AnswersField():
                return {"type": "object", "additionalProperties": True}
        raise TypeError(f"No schema for a {type(field).__name__}: add it to backend.schemas")


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
