"""Templates of WeChat's subscribe messages: which of ours goes into which of theirs.

A TOML file with a table for each kind of message (`reminder`, `offered` …):

    [reminder]
    id = "Xh2…"          # the template's id, from the console
    title = "thing1"     # the fields of this template that take the event's title,
    time = "time2"       # when it begins,
    place = "thing4"     # where it is,
    text = "thing5"      # and what there is to tell; leave out what the template has no place for
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS = (
    "approved",
    "rejected",
    "offered",
    "expired",
    "reminder",
    "changed",
    "called_off",
    "promoted",
)
VALUES = ("title", "time", "place", "text")
# 发送订阅消息: what a field may be called, and the most characters it takes.
LONGEST = {
    "thing": 20,
    "phrase": 5,
    "name": 10,
    "character_string": 32,
    "short_thing": 5,
    "time": 32,
    "date": 32,
}
_FIELD = re.compile(rf"({'|'.join(LONGEST)})[0-9]{{1,2}}")


class ConfigError(ValueError):
    """A setting has a value that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its id, and its field for each of our values."""

    id: str
    fields: Mapping[str, str]

    def fill(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return what the template's fields hold; a text that is too long ends in "…"."""
        return {name: _fit(name, values[ours]) for ours, name in self.fields.items()}


def read_templates(name: str, path: str) -> dict[str, Template]:
    """Return the templates in a file; raises `ConfigError`, which names what is wrong."""
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{name}={path} can't be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{name}={path} is not TOML: {error}") from None
    return {kind: _template(f"{path}: [{kind}]", kind, table) for kind, table in data.items()}


def _template(where: str, kind: str, table: object) -> Template:
    if kind not in KINDS:
        raise ConfigError(f"{where} is no kind of message. Known are {', '.join(KINDS)}.")
    if not isinstance(table, dict) or not isinstance(table.get("id"), str) or not table["id"]:
        raise ConfigError(f'{where} needs the template\'s id: id = "…"')
    fields = {ours: theirs for ours, theirs in table.items() if ours != "id"}
    for ours, theirs in fields.items():
        if ours not in VALUES:
            raise ConfigError(f"{where} {ours} is unknown. There are {', '.join(VALUES)}.")
        if not isinstance(theirs, str) or not _FIELD.fullmatch(theirs):
            raise ConfigError(f"{where} {ours} = {theirs!r} is no field of a template: thing1 …")
    return Template(table["id"], fields)


def _fit(field: str, value: str) -> str:
    most = LONGEST[field.rstrip("0123456789")]
    # Line ends are refused, and so is an empty text.
    value = " ".join(value.split()) or "-"
    return value if len(value) <= most else value[: most - 1] + "…"
