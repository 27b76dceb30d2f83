"""Phone numbers: what a host gives the shell only says one to us, by its servers or our key."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

from sqlalchemy.orm import Session

from backend import users
from backend.models import User
from backend.platforms.doors import Platforms, asked
from backend.platforms.identity import Refused
from qiao.contract.native_calls import NotOffered

log = logging.getLogger("qiao")

Exchange = Callable[[str], str | None]


def require(db: Session, platforms: Platforms, user: User, host: str) -> Exchange:
    """Return how what a user's host gives becomes a number; raises `NotOffered`."""
    hosts = users.hosts_of(db, user)
    if host == "wechat" and host in hosts and platforms.wechat is not None:
        return platforms.wechat.phone_number
    alipay = platforms.alipay
    if host == "alipay" and host in hosts and alipay is not None and alipay.opens_numbers:
        return alipay.phone_number
    raise NotOffered


def question(
    db: Session, platforms: Platforms, user: User, host: str, result: str
) -> Callable[[], str | None] | None:
    """Return what finds out the number for a shell's result, a code as JSON; it gives None where
    the host does not vouch for the code."""
    exchange = require(db, platforms, user, host)
    try:
        code = json.loads(result)
    except ValueError:
        return None
    if not isinstance(code, str):
        return None

    def ask() -> str | None:
        try:
            return asked(lambda: exchange(code))
        except Refused as refused:
            log.warning("%s has no phone number for a code: %s", host, refused)
            return None

    return ask
