"""What WeChat pushes to a server (消息推送), as it does in its safe mode (安全模式), with JSON.

Built from developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push and
消息加解密说明; the signature of its own example is a test of ours.
"""

import base64
import hashlib
import json
import secrets
import struct
import time

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC


def push(wechat, message, app_id=None):
    """Return query and body with which a message is pushed."""
    encrypted = _encrypted(wechat.push_key, message, app_id or wechat.app_id)
    query = _stamps() | {"openid": message["FromUserName"], "encrypt_type": "aes"}
    parts = wechat.push_token, query["timestamp"], query["nonce"]
    query |= {"signature": sign(*parts), "msg_signature": sign(*parts, encrypted)}
    return query, {"ToUserName": message["ToUserName"], "Encrypt": encrypted}


def question(wechat):
    """Return the query with which WeChat asks an address that was entered."""
    query = _stamps() | {"echostr": str(secrets.randbits(62))}
    return query | {"signature": sign(wechat.push_token, query["timestamp"], query["nonce"])}


def sign(*parts):
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def _stamps():
    return {"timestamp": str(int(time.time())), "nonce": str(secrets.randbelow(10**9))}


def _encrypted(key, message, app_id):
    text = json.dumps(message, ensure_ascii=False).encode()
    plain = secrets.token_bytes(16) + struct.pack(">I", len(text)) + text + app_id.encode()
    fill = 32 - len(plain) % 32
    encryptor = Cipher(AES(key), CBC(key[:16])).encryptor()
    data = encryptor.update(plain + bytes([fill]) * fill) + encryptor.finalize()
    return base64.b64encode(data).decode()
