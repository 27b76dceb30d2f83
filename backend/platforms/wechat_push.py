"""What WeChat pushes to our server (消息推送), in its safe mode and as JSON.

Facts: developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push and 消息加解密
说明. `signature` proves that a request comes from WeChat, but says nothing of its body; that is
encrypted (AES-256-CBC), and `msg_signature` goes over it. Decrypted it is 16 random bytes, the
length of the message in 4 bytes, the message, and the app id.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import struct
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from backend.platforms.bills import BadNotice
from backend.platforms.settings import WeChatPushSettings

RANDOM = 16
LENGTH = 4
# WeChat fills up to a multiple of this, not of AES's own 16.
BLOCK = 32
LONGEST_ECHO = 1024


class WeChatPush:
    """Reads what WeChat pushes for one mini program."""

    def __init__(self, settings: WeChatPushSettings, app_id: str) -> None:
        self._token = settings.token
        self._key = settings.key
        self._app_id = app_id

    def echo(self, query: Mapping[str, str]) -> str:
        """Return what WeChat wants to read when the address is entered; raises `BadNotice`."""
        self._check(query, query.get("signature", ""))
        echo = query.get("echostr", "")
        if not 0 < len(echo) <= LONGEST_ECHO:
            raise BadNotice("no echostr")
        return echo

    def read(self, query: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """Return the message in a request; raises `BadNotice`."""
        encrypted = _object(body).get("Encrypt")
        if not isinstance(encrypted, str):
            raise BadNotice("not encrypted: choose 安全模式 and JSON")
        self._check(query, query.get("msg_signature", ""), encrypted)
        return _object(self._decrypted(encrypted))

    def _check(self, query: Mapping[str, str], signature: str, *more: str) -> None:
        parts = [self._token, query.get("timestamp", ""), query.get("nonce", ""), *more]
        ours = hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()
        if not hmac.compare_digest(ours.encode(), signature.encode()):
            raise BadNotice("the signature is not WeChat's")

    def _decrypted(self, encrypted: str) -> bytes:
        try:
            data = base64.b64decode(encrypted, validate=True)
            decryptor = Cipher(AES(self._key), CBC(self._key[:16])).decryptor()
            plain = decryptor.update(data) + decryptor.finalize()
            (length,) = struct.unpack_from(">I", plain, RANDOM)
        except (ValueError, struct.error) as error:
            raise BadNotice("not encrypted with our key") from error
        start = RANDOM + LENGTH
        filled = plain[-1]
        if not 1 <= filled <= BLOCK or plain[start + length : -filled] != self._app_id.encode():
            raise BadNotice("not for our app")
        return plain[start : start + length]


def _object(text: bytes) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BadNotice("no JSON") from error
    if not isinstance(value, dict):
        raise BadNotice("no JSON object")
    return value
