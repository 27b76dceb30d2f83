"""What shells answer to native calls, checked before a page gets it: one shape a kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from qiao.contract.native_table import GIVES

_PICTURE = re.compile(r"data:image/(jpeg|png|gif|webp);base64,[A-Za-z0-9+/]+={0,2}")
_ANSWERS = {"accepted", "rejected"}
# Longer than any code that a scanner reads.
LONGEST_TEXT = 4000


def is_sound(kind: str, result: str | None) -> bool:
    """Tell whether a result, as JSON, is one of this kind of call."""
    try:
        value = json.loads(result or "null")
    except (ValueError, RecursionError):
        return False
    return SHAPES[GIVES[kind]](value)


def _is_place(value: Any) -> bool:
    """`{"latitude", "longitude", "accuracy", "system"}`: degrees, metres, and on which map."""
    if not isinstance(value, dict) or value.get("system") not in ("wgs84", "gcj02"):
        return False
    return all(
        isinstance(number := value.get(name), (int, float))
        and not isinstance(number, bool)
        and least <= number <= most
        for name, least, most in (
            ("latitude", -90, 90),
            ("longitude", -180, 180),
            ("accuracy", 0, 1e7),
        )
    )


SHAPES: dict[str, Callable[[Any], bool]] = {
    "nothing": lambda value: value is None,
    "text": lambda value: isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT,
    "picture": lambda value: isinstance(value, str) and bool(_PICTURE.fullmatch(value)),
    "place": _is_place,
    "answers": lambda value: isinstance(value, dict) and set(map(str, value.values())) <= _ANSWERS,
}
