"""placeholder"""

from typing import Any


def fill(*a: Any) -> None: ...
