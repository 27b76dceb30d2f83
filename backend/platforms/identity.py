"""Who somebody is to a platform."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as `host` knows them: by an id that only this app of ours is told."""

    host: str
    id: str


class Refused(Exception):
    """The platform does not vouch for a code: made up, used, too old, or its user is blocked."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
