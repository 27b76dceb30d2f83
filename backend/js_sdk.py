"""WeChat's JS-SDK: signatures for our own pages."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from backend.implementations import asks, implements
from backend.platforms.doors import Platforms, asked
from backend.platforms.js_sdk import PageSignature
from contract import js_sdk
from qiao.contract.native_calls import NotOffered


@asks(js_sdk.sign)
def ask_signature(
    platforms: Platforms, now: datetime, form: js_sdk.JsSdkForm
) -> Callable[[], PageSignature]:
    """Signing needs a ticket, which may have to be fetched."""
    door = platforms.js_sdk
    if door is None:
        raise NotOffered
    # Whoever gets a signature may speak as our account on that page: not for others.
    if _origin(form.address) != platforms.settings.address:
        raise js_sdk.StrangeAddress
    timestamp, nonce = int(now.timestamp()), secrets.token_hex(8)
    return lambda: asked(lambda: door.sign(form.address, timestamp, nonce))


@implements(js_sdk.sign)
def sign(answered: PageSignature) -> js_sdk.JsSdkSignature:
    """Return what lets a page in WeChat use the JS-SDK."""
    return js_sdk.JsSdkSignature(
        app_id=answered.app_id,
        timestamp=answered.timestamp,
        nonce=answered.nonce,
        signature=answered.signature,
    )


def _origin(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
