"""Alipay's gateway, https://openapi.alipay.com/gateway.do: one address, the method is a parameter.

Facts: opendocs.alipay.com, 自行实现签名 (what is signed) and 自行实现验签 (what is checked).

- Signed is every parameter but `sign`, sorted by name, `name=value` joined by `&`, not encoded.
- An answer is `{"<method with _>_response": {…}, "sign": "…"}`. Its signature is of the text of
  that first value, as it came, byte for byte. Refused calls come as `error_response`, and some,
  whose caller Alipay could not make out, without a signature: nothing is believed of those.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlencode

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from backend.platforms import rsa2
from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.http import Again, Http, json_of
from backend.platforms.identity import Identity, Refused
from backend.platforms.settings import AlipaySettings

# The gateway's clock, whatever ours shows.
BEIJING = timezone(timedelta(hours=8))
SUCCESS = "10000"
# 服务不可用: "try again later", by its documentation.
BUSY = ("isp.unknow-error", "aop.unknow-error")
TOO_MANY = ("isv.app-call-limited", "aop.app-call-limited", "isv.call-limited")
BAD_CODES = ("isv.code-invalid", "isv.code-is-used", "isv.code-timeout")


class Alipay:
    """One mini program's door to Alipay."""

    def __init__(self, settings: AlipaySettings) -> None:
        self._settings = settings
        self._http = Http("Alipay", settings.api)

    def who(self, code: str) -> Identity:
        """Return who is behind a code of `my.getAuthCode`; raises `Refused`.

        Older apps are told `user_id`, newer ones `open_id`. An app that is changed over gets both
        for a while: the older one stays the name of a person.
        """
        try:
            answer = self.call(
                "alipay.system.oauth.token",
                {"grant_type": "authorization_code", "code": code},
                harmless=False,
            )
        except PlatformError as error:
            if error.code in BAD_CODES:
                raise Refused(error.code) from error
            raise
        id = answer.get("user_id") or answer.get("open_id")
        if not isinstance(id, str) or not id:
            raise PlatformError("Alipay", "alipay.system.oauth.token", "no user_id")
        return Identity("alipay", id)

    @property
    def opens_numbers(self) -> bool:
        """Whether we have the key to what the shell is given for a telephone number."""
        return self._settings.aes_key is not None

    def phone_number(self, answer: str) -> str:
        """Return the number in what `my.getPhoneNumber` gave the shell; raises `Refused`.

        opendocs.alipay.com, 敏感信息加解密方法: `{"response": "…", "sign": "…"}`. The response is
        encrypted by AES in CBC with an IV of zeros, padded by PKCS #7; signed is its text in
        quotation marks. One in plain JSON says why there is no number.
        """
        try:
            told = json.loads(answer)
            response, signature = told["response"], told["sign"]
        except (ValueError, TypeError, KeyError) as error:
            raise Refused("no response and sign") from error
        if not isinstance(response, str) or not isinstance(signature, str):
            raise Refused("a response that is not encrypted")
        if not rsa2.is_signed(self._settings.public_key, f'"{response}"'.encode(), signature):
            raise Refused("a wrong signature")
        content = self._opened(response)
        number = content.get("mobile")
        if content.get("code") != SUCCESS or not isinstance(number, str) or not number:
            raise Refused(str(content.get("subCode") or content.get("code")))
        # Of the mainland, and then without what other hosts begin it with.
        return f"+86{number}" if re.fullmatch(r"1\d{10}", number) else number

    def _opened(self, response: str) -> dict[str, Any]:
        assert self._settings.aes_key is not None
        cipher = Cipher(algorithms.AES(self._settings.aes_key), modes.CBC(bytes(16))).decryptor()
        padding = PKCS7(128).unpadder()
        try:
            padded = cipher.update(base64.b64decode(response, validate=True)) + cipher.finalize()
            content = json.loads(padding.update(padded) + padding.finalize())
        except (binascii.Error, ValueError) as error:
            # Signed by Alipay, and yet not to be read.
            raise Refused("QIAO_ALIPAY_AES_KEY is another key than the console's") from error
        return content if isinstance(content, dict) else {}

    def call(
        self,
        method: str,
        parameters: Mapping[str, str],
        *,
        harmless: bool,
        content: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the answer of a method; raises `PlatformError` or `PlatformAway`."""

        def build() -> httpx.Request:
            common = {
                "app_id": self._settings.app_id,
                "method": method,
                "format": "JSON",
                "charset": "utf-8",
                "sign_type": "RSA2",
                "timestamp": datetime.now(UTC).astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S"),
                "version": "1.0",
                **parameters,
            }
            if content is not None:
                common["biz_content"] = json.dumps(content, ensure_ascii=False)
            common["sign"] = rsa2.sign(self._settings.key, signed_text(common))
            # The charset must stand in the address: the gateway reads the body by it.
            return self._http.request(
                "POST",
                "/gateway.do",
                params={"charset": "utf-8"},
                content=urlencode(common).encode(),
                headers={"Content-Type": "application/x-www-form-urlencoded;charset=utf-8"},
            )

        return self._http.call(
            method, build, lambda response: self._read(method, response), harmless=harmless
        )

    def is_signed(self, parameters: Mapping[str, str]) -> bool:
        """Tell whether Alipay sent these parameters: a notice's signature leaves out two names."""
        rest = {name: value for name, value in parameters.items() if name != "sign_type"}
        return rsa2.is_signed(
            self._settings.public_key, signed_text(rest), parameters.get("sign", "")
        )

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def _read(self, method: str, response: httpx.Response) -> dict[str, Any]:
        name = f"{method.replace('.', '_')}_response"
        whole = json_of(response)
        if name not in whole:
            name = "error_response"
        answer = whole.get(name)
        if not isinstance(answer, dict):
            raise PlatformAway("Alipay", method, "an answer without a response", done=True)
        text = value_text(response.content.decode("utf-8", "replace"), name)
        signed = isinstance(whole.get("sign"), str) and rsa2.is_signed(
            self._settings.public_key, text.encode(), whole["sign"]
        )
        code = str(answer.get("sub_code") or answer.get("code") or SUCCESS)
        if code == SUCCESS:
            if not signed:
                raise PlatformAway("Alipay", method, "an answer with a wrong signature", done=True)
            return answer
        if code in BUSY:
            raise Again(code)
        if code in TOO_MANY:
            raise PlatformAway("Alipay", method, f"too many calls ({code})", done=False)
        if not signed and "sign" in whole:
            raise PlatformAway("Alipay", method, "an answer with a wrong signature", done=True)
        raise PlatformError("Alipay", method, code, str(answer.get("sub_msg") or ""))


def signed_text(parameters: Mapping[str, str]) -> bytes:
    """Return what is signed of parameters: without `sign`, without those that are empty."""
    pairs = sorted((name, value) for name, value in parameters.items() if name != "sign" and value)
    return "&".join(f"{name}={value}" for name, value in pairs).encode()


def value_text(text: str, name: str) -> str:
    """Return the text of the JSON value behind a name of the outermost object, as it stands there.

    Reading and writing it again would change spaces and escapes, which are signed.
    """
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while True:
        at = _skip(text, at, " \t\r\n,")
        found, at = decoder.raw_decode(text, at)
        start = _skip(text, at, " \t\r\n:")
        _, at = decoder.raw_decode(text, start)
        if found == name:
            return text[start:at]


def _skip(text: str, at: int, what: str) -> int:
    while text[at] in what:
        at += 1
    return at
