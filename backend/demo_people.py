"""Who a person of the demo is to the emulated platforms."""

from __future__ import annotations

import base64
import hashlib

HOSTS = ("wechat", "alipay")


def id_at(host: str, name: str) -> str:
    """Return the id that an emulated platform has for somebody, in the shape of its real ones."""
    digest = hashlib.sha256(f"{host} {name}".encode()).digest()
    if host == "alipay":
        return "2088" + str(int.from_bytes(digest[:8], "big") % 10**12).zfill(12)
    return "o" + base64.urlsafe_b64encode(digest)[:27].decode()
