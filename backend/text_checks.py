"""Text checks: what somebody from WeChat writes is shown to WeChat before others see it.

WeChat demands that of a mini program. It answers only for who used the mini program in the last
two hours: what is written on a computer, later, can't be checked, and is taken as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from backend import users
from backend.errors import HostAway
from backend.models import User
from backend.platforms.doors import Platforms, asked
from backend.platforms.errors import PlatformError
from backend.platforms.wechat import FORUM as FORUM
from backend.platforms.wechat import LONGEST_TEXT, NOT_HERE, WeChat
from contract.events import UnsuitableText

log = logging.getLogger("qiao")

# 评论, "comment": what the organiser reads.
COMMENT = 2


def question(
    db: Session, platforms: Platforms, user: User | None, texts: Iterable[str], scene: int
) -> Callable[[], None] | None:
    """Return what has texts of `user` checked, and raises `UnsuitableText`; None without need.

    While WeChat is away nothing is published; what only an organiser reads goes through.
    """
    wechat = platforms.wechat
    openid = None if user is None or wechat is None else users.id_at(db, user, "wechat")
    whole = "\n".join(text for text in texts if text.strip())
    if wechat is None or openid is None or not whole:
        return None
    pieces = [whole[at : at + LONGEST_TEXT] for at in range(0, len(whole), LONGEST_TEXT)]

    def is_risky() -> bool:
        return any(_is_risky(wechat, openid, piece, scene) for piece in pieces)

    def ask() -> None:
        try:
            risky = asked(is_risky)
        except HostAway:
            if scene != COMMENT:
                raise
            risky = False
        if risky:
            raise UnsuitableText

    return ask


def _is_risky(wechat: WeChat, openid: str, text: str, scene: int) -> bool:
    try:
        return wechat.is_risky(openid, text, scene)
    except PlatformError as error:
        if error.code != NOT_HERE:
            raise
        log.warning("a text could not be checked: its writer was not in WeChat lately")
        return False
