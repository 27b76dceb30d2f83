"""Mini program codes: the round ones, which open an event inside WeChat.

Such a code holds 32 characters, so it holds a short name of the path, see `ShortLink`. The shell
opens `/s/<name>`, and is sent on from there.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from backend.codes import LETTERS
from backend.implementations import asks, implements
from backend.models import ShortLink
from backend.platforms.doors import Platforms, asked
from contract import mini_codes
from qiao.contract.native_calls import NotOffered

# The shell's page that holds the web-view.
PAGE = "pages/web/web"
# Sixty bits: enough that no two paths share a name.
LENGTH = 12


@asks(mini_codes.create)
def ask_picture(platforms: Platforms, id: int) -> Callable[[], bytes]:
    """WeChat paints it."""
    wechat = platforms.wechat
    if wechat is None:
        raise NotOffered
    scene = name_of(f"/events/{id}")
    return lambda: asked(lambda: wechat.code_picture(scene, PAGE))


@implements(mini_codes.create)
def create(db: Session, now: datetime, id: int, answered: bytes) -> mini_codes.MiniCode:
    """Return the code that opens the event in WeChat."""
    path = f"/events/{id}"
    name = name_of(path)
    if db.get(ShortLink, name) is None:
        db.add(ShortLink(id=name, path=path, created_at=now))
    kind = "png" if answered.startswith(b"\x89PNG") else "jpeg"
    picture = base64.b64encode(answered).decode()
    return mini_codes.MiniCode(picture=f"data:image/{kind};base64,{picture}")


def name_of(path: str) -> str:
    """Return the short name of a path: the same each time, so that asking needs no write."""
    digest = hashlib.sha256(path.encode()).digest()
    return "".join(LETTERS[byte % 32] for byte in digest[:LENGTH])


def path_of(db: Session, name: str) -> str | None:
    """Return the path behind a short name."""
    found = db.get(ShortLink, name)
    return None if found is None else found.path
