"""Seals: what the database keeps for a while, and nobody who has a copy of it may read."""

from __future__ import annotations

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken


class BrokenSeal(Exception):
    """What was sealed, was sealed with another key."""


class Seal:
    """Seals JSON values with a key of 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._cipher = Fernet(base64.urlsafe_b64encode(key))

    def close(self, value: Any) -> str:
        """Return `value` as a text that only `open` can read."""
        return self._cipher.encrypt(json.dumps(value).encode()).decode("ascii")

    def open(self, sealed: str) -> Any:
        """Return what was sealed; raises `BrokenSeal`."""
        try:
            return json.loads(self._cipher.decrypt(sealed))
        except InvalidToken as error:
            raise BrokenSeal from error
