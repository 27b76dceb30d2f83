"""Phone numbers: a host gives the shell a code, and its servers give us the number for it.

The platforms' exchanges are not here yet; one is a function entered in `EXCHANGES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from backend.models import User
from qiao.contract.native_calls import NotOffered

Exchange = Callable[[str], str | None]


def _of_preview(code: str) -> str | None:
    """The preview's phone has the number in the code."""
    found = re.fullmatch(r"preview:(\+?\d{5,15})", code)
    return found[1] if found else None


# By the host that vouches for a user.
EXCHANGES: dict[str, Exchange] = {"preview": _of_preview}


def exchange_of(user: User) -> Exchange:
    """Return how the code of a user's host becomes a number; raises `NotOffered`."""
    exchange = EXCHANGES.get(user.host)
    if exchange is None:
        raise NotOffered
    return exchange
