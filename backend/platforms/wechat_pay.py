"""WeChat Pay, API v3, https://api.mch.weixin.qq.com: orders of a mini program, notices, refunds.

Facts: pay.weixin.qq.com/doc/v3, 小程序下单, 关闭订单, 支付成功回调通知, 申请退款, 签名与验签
(in public key mode).

- Signed of a request: method, path with query, time, nonce and body, each with a line end after it.
- Signed of an answer and of a notice: time, nonce and body.
- What a notice holds is also encrypted (AES-256-GCM) with the APIv3 key.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import httpx
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.platforms import rsa2
from backend.platforms.bills import BadNotice, Bill, Payment
from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.http import Http, json_of
from backend.platforms.settings import WeChatPaySettings

SCHEME = "WECHATPAY2-SHA256-RSA2048"
# 5 minutes: an older signature may be one that somebody has recorded.
FRESH = 300
TOO_MANY = ("FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED")
NOT_THERE = ("ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS")
PAID = ("ORDERPAID", "ORDER_PAID")


class WeChatPay:
    """A merchant's door to WeChat Pay, for one mini program."""

    def __init__(self, settings: WeChatPaySettings, app_id: str, notice_address: str) -> None:
        self._settings = settings
        self._app_id = app_id
        self._notices = notice_address
        self._http = Http("WeChat Pay", settings.api)

    def open(self, bill: Bill, openid: str) -> dict[str, str]:
        """Return what `wx.requestPayment` takes. Asked again for the same bill, it is one order."""
        answer = self._call(
            "JSAPI order",
            "POST",
            "/v3/pay/transactions/jsapi",
            {
                "appid": self._app_id,
                "mchid": self._settings.merchant,
                "description": bill.title[:120],
                "out_trade_no": bill.order,
                "notify_url": self._notices,
                "amount": {"total": bill.amount, "currency": "CNY"},
                "payer": {"openid": openid},
                # Of RFC 3339, whole seconds. The first one counts; another is an error.
                **(
                    {"time_expire": bill.expires_at.isoformat(timespec="seconds")}
                    if bill.expires_at
                    else {}
                ),
            },
        )
        prepay = answer.get("prepay_id")
        if not isinstance(prepay, str):
            raise PlatformError("WeChat Pay", "JSAPI order", "no prepay_id")
        stamp, nonce, package = str(int(time.time())), secrets.token_hex(16), f"prepay_id={prepay}"
        text = "".join(f"{part}\n" for part in (self._app_id, stamp, nonce, package))
        return {
            "timeStamp": stamp,
            "nonceStr": nonce,
            "package": package,
            "signType": "RSA",
            "paySign": rsa2.sign(self._settings.key, text.encode()),
        }

    def find(self, order: str) -> Payment | None:
        """Return what was paid for an order; None as long as nothing was."""
        query = urlencode({"mchid": self._settings.merchant})
        path = f"/v3/pay/transactions/out-trade-no/{order}?{query}"
        try:
            answer = self._call("query", "GET", path)
        except PlatformError as error:
            if error.code in NOT_THERE:
                return None
            raise
        return self._payment(answer)

    def close_order(self, order: str) -> bool:
        """Have nothing be paid for an order any more; tell False where it was paid already."""
        path = f"/v3/pay/transactions/out-trade-no/{order}/close"
        try:
            self._call("close", "POST", path, {"mchid": self._settings.merchant})
        except PlatformError as error:
            if error.code in PAID:
                return False
            if error.code not in (*NOT_THERE, "ORDER_CLOSED"):
                raise
        return True

    def refund(self, bill: Bill, transaction: str) -> bool:
        """Pay a bill back; tell whether that is done, and not just under way.

        Asked again it is the same refund, and the answer how far it is.
        """
        answer = self._call(
            "refund",
            "POST",
            "/v3/refund/domestic/refunds",
            {
                "transaction_id": transaction,
                "out_refund_no": bill.order,
                "amount": {"refund": bill.amount, "total": bill.amount, "currency": "CNY"},
            },
        )
        status = str(answer.get("status"))
        if status in ("ABNORMAL", "CLOSED"):
            raise PlatformError("WeChat Pay", "refund", status)
        return status == "SUCCESS"

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Payment | None:
        """Return what a notice says was paid; None where it is about something else.

        Raises `BadNotice` where WeChat Pay did not send it, or not to us.
        """
        if not self._is_signed(headers, body):
            raise BadNotice("wrong signature")
        try:
            notice = json.loads(body)
            resource = notice["resource"]
            text = AESGCM(self._settings.api_key.encode()).decrypt(
                resource["nonce"].encode(),
                base64.b64decode(resource["ciphertext"]),
                resource.get("associated_data", "").encode(),
            )
            found = json.loads(text)
        except (ValueError, KeyError, TypeError, AttributeError, InvalidTag) as error:
            raise BadNotice(f"unreadable: {type(error).__name__}") from error
        if notice.get("event_type") != "TRANSACTION.SUCCESS":
            return None
        if found.get("mchid") != self._settings.merchant or found.get("appid") != self._app_id:
            raise BadNotice("of another merchant or app")
        return self._payment(found)

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def _payment(self, found: Mapping[str, Any]) -> Payment | None:
        if found.get("trade_state") != "SUCCESS":
            return None
        try:
            amount = found["amount"]
            if amount.get("currency", "CNY") != "CNY":
                raise PlatformError("WeChat Pay", "payment", f"currency {amount['currency']}")
            return Payment(found["out_trade_no"], int(amount["total"]), found["transaction_id"])
        except (KeyError, TypeError, AttributeError) as error:
            raise PlatformError("WeChat Pay", "payment", "no amount") from error

    def _call(
        self, what: str, method: str, path: str, body: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        # Harmless, all of them: our number of the order, or refund, makes the second the first.
        content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()

        def build() -> httpx.Request:
            headers = {
                "Authorization": self._authorization(method, path, content),
                "Content-Type": "application/json",
            }
            return self._http.request(method, path, content=content, headers=headers)

        return self._http.call(what, build, lambda answer: self._read(what, answer), harmless=True)

    def _authorization(self, method: str, path: str, content: bytes) -> str:
        stamp, nonce = str(int(time.time())), secrets.token_hex(16)
        text = "".join(f"{part}\n" for part in (method, path, stamp, nonce)).encode()
        fields = {
            "mchid": self._settings.merchant,
            "nonce_str": nonce,
            "signature": rsa2.sign(self._settings.key, text + content + b"\n"),
            "timestamp": stamp,
            "serial_no": self._settings.serial,
        }
        return f"{SCHEME} " + ",".join(f'{name}="{value}"' for name, value in fields.items())

    def _read(self, what: str, response: httpx.Response) -> dict[str, Any]:
        if response.status_code in (200, 202, 204):
            if not self._is_signed(response.headers, response.content):
                raise PlatformAway("WeChat Pay", what, "an unsigned answer", done=True)
            # 204, "No Content", says that an order was closed.
            return json_of(response) if response.content else {}
        answer = json_of(response)
        code = str(answer.get("code"))
        if response.status_code == 429 or code in TOO_MANY:
            raise PlatformAway("WeChat Pay", what, f"too many calls ({code})", done=False)
        raise PlatformError("WeChat Pay", what, code, str(answer.get("message", "")))

    def _is_signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        stamp = headers.get("Wechatpay-Timestamp", "")
        if headers.get("Wechatpay-Serial") != self._settings.public_key_id:
            return False
        if not stamp.isdecimal() or abs(time.time() - int(stamp)) > FRESH:
            return False
        text = f"{stamp}\n{headers.get('Wechatpay-Nonce', '')}\n".encode() + body + b"\n"
        signature = headers.get("Wechatpay-Signature", "")
        return rsa2.is_signed(self._settings.public_key, text, signature)
