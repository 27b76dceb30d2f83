"""Alipay's gateway, https://openapi.alipay.com/gateway.do, as far as Qiao calls it.

Built from opendocs.alipay.com (公共请求参数, 自行实现签名, 公共错误码, alipay.system.oauth.token,
alipay.trade.create, alipay.trade.query, alipay.trade.close, alipay.trade.refund)
and copies of it; never compared with the real server. The signature is checked as the gateway
does, before anything else is looked at, and each answer carries one over its own text.
"""

import base64
import json
import re
import secrets
import tempfile
import time
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from flask import Response, request

from backend.platforms import rsa2
from emulators import keys
from emulators.servers import Emulator, serve_for_ever

BEIJING = timezone(timedelta(hours=8))
NEEDED = ("app_id", "method", "charset", "sign_type", "sign", "timestamp", "version")
# Sub code -> code and message around it.
CODES = {
    "isv.invalid-signature": ("40002", "Invalid Arguments"),
    "isv.invalid-app-id": ("40002", "Invalid Arguments"),
    "isv.invalid-timestamp": ("40002", "Invalid Arguments"),
    "isv.invalid-method": ("40002", "Invalid Arguments"),
    "isv.missing-method": ("40001", "Missing Required Arguments"),
    "isv.code-invalid": ("40002", "Invalid Arguments"),
    "isv.insufficient-isv-permissions": ("40006", "Insufficient Permissions"),
    "isv.app-call-limited": ("40005", "Call Limited"),
    "ACQ.INVALID_PARAMETER": ("40004", "Business Failed"),
    "ACQ.CONTEXT_INCONSISTENT": ("40004", "Business Failed"),
    "ACQ.TRADE_HAS_SUCCESS": ("40004", "Business Failed"),
    "ACQ.TRADE_NOT_EXIST": ("40004", "Business Failed"),
    "ACQ.TRADE_STATUS_ERROR": ("40004", "Business Failed"),
    "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL": ("40004", "Business Failed"),
    "isp.unknow-error": ("20000", "Service Currently Unavailable"),
}


class Alipay(Emulator):
    """The emulated gateway: one mini program, and whoever is given an auth code."""

    def __init__(self):
        super().__init__()
        self.app_id = "2021000000000001"
        # Newer apps are told `open_id` instead.
        self.names = ("user_id",)
        # Who signs the answers; another key is somebody on the way who plays Alipay.
        self.signer = "alipay"
        self.access_token = "authbseB" + secrets.token_hex(16)
        # 接口内容加密: what hides phone numbers from the shell.
        self.aes_key = secrets.token_bytes(16)
        self._codes = {}
        # Our number -> the trade.
        self.trades = {}
        self._methods = {
            "alipay.system.oauth.token": self.oauth_token,
            "alipay.trade.create": self.create,
            "alipay.trade.query": self.query,
            "alipay.trade.close": self.close,
            "alipay.trade.refund": self.refund,
        }
        self.app.add_url_rule("/gateway.do", view_func=self.gateway, methods=["POST"])

    def settings(self):
        """Return what a server of ours has to be told. The keys are put into files."""
        folder = Path(tempfile.mkdtemp())
        (folder / "key.pem").write_bytes(keys.private_pem("us"))
        (folder / "alipay.pem").write_bytes(keys.public_pem("alipay"))
        return {
            "QIAO_ALIPAY_APP_ID": self.app_id,
            "QIAO_ALIPAY_KEY": str(folder / "key.pem"),
            "QIAO_ALIPAY_PUBLIC_KEY": str(folder / "alipay.pem"),
            "QIAO_ALIPAY_AES_KEY": self.aes_key_text(),
            "QIAO_ALIPAY_API": self.address,
        }

    def aes_key_text(self):
        """Return the key for phone numbers as the console shows it."""
        return base64.b64encode(self.aes_key).decode()

    def reset(self):
        super().reset()
        self.trades.clear()

    def auth_code(self, user_id):
        """Return what `my.getAuthCode` gives the shell on this person's phone."""
        code = secrets.token_hex(16)
        self._codes[code] = (user_id, time.time() + 180)
        return code

    def phone_response(self, number):
        """Return what `my.getPhoneNumber` gives the shell."""
        return self.encrypted(ok(mobile=number))

    def encrypted(self, value):
        """Return an answer that only the app's server can open: AES in CBC, signed as quoted."""
        answer = json.dumps(value).encode()
        padder = padding.PKCS7(128).padder()
        cipher = Cipher(algorithms.AES(self.aes_key), modes.CBC(bytes(16))).encryptor()
        secret = cipher.update(padder.update(answer) + padder.finalize()) + cipher.finalize()
        response = base64.b64encode(secret).decode()
        sign = rsa2.sign(keys.key(self.signer), f'"{response}"'.encode())
        return json.dumps({"response": response, "sign": sign})

    def expire_codes(self):
        """Three minutes pass."""
        self._codes = {code: (user, 0) for code, (user, _) in self._codes.items()}

    def path(self):
        return request.form.get("method", "")

    def problem(self, trouble):
        code, message = CODES[trouble]
        error = {"code": code, "msg": message, "sub_code": trouble, "sub_msg": "出错了"}
        # Who could not be made out gets no signature.
        unknown = trouble in ("isv.invalid-signature", "isv.invalid-app-id")
        return self._answer("error_response", error, signed=not unknown)

    def too_many(self):
        return self.problem("isv.app-call-limited")

    def gateway(self):
        """POST /gateway.do."""
        sent = request.form.to_dict()
        if any(not sent.get(name) for name in NEEDED):
            return self.problem("isv.missing-method")
        if request.args.get("charset", sent["charset"]).lower() != "utf-8":
            return self.problem("isv.invalid-signature")
        if sent["app_id"] != self.app_id:
            return self.problem("isv.invalid-app-id")
        text = "&".join(f"{k}={v}" for k, v in sorted(sent.items()) if k != "sign" and v)
        public = keys.key("us").public_key()
        if sent["sign_type"] != "RSA2" or not rsa2.is_signed(public, text.encode(), sent["sign"]):
            return self.problem("isv.invalid-signature")
        at = datetime.strptime(sent["timestamp"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=BEIJING)
        if abs(datetime.now(BEIJING) - at) > timedelta(minutes=15):
            return self.problem("isv.invalid-timestamp")
        method = self._methods.get(sent["method"])
        if method is None or sent["version"] != "1.0":
            return self.problem("isv.invalid-method")
        self.asked.append(sent)
        outcome = method(sent)
        if isinstance(outcome, str):
            return self.problem(outcome)
        return self._answer(f"{sent['method'].replace('.', '_')}_response", outcome)

    def oauth_token(self, sent):
        """Method alipay.system.oauth.token: parameters stand beside the common ones."""
        if sent.get("grant_type") != "authorization_code":
            return "isv.code-invalid"
        with self._lock:
            user, ends = self._codes.pop(sent.get("code"), (None, 0))
        if user is None or ends < time.time():
            return "isv.code-invalid"
        tokens = {
            "access_token": self.access_token,
            "expires_in": 1296000,
            "refresh_token": "refresh" + self.access_token,
            "re_expires_in": 2592000,
            "auth_start": "2026-11-24 10:00:00",
        }
        return dict.fromkeys(self.names, user) | tokens

    def create(self, sent):
        """Method alipay.trade.create; the same number again is the same trade."""
        given = json.loads(sent["biz_content"])
        buyer = given.get("buyer_id") or given.get("buyer_open_id")
        wrong = not re.fullmatch(r"[0-9A-Za-z_]{1,64}", given.get("out_trade_no", ""))
        wrong |= not re.fullmatch(r"\d{1,9}\.\d\d", given.get("total_amount", ""))
        wrong |= not buyer or not 0 < len(given.get("subject", "")) <= 256
        wrong |= given.get("product_code") != "JSAPI_PAY" or given.get("op_app_id") != self.app_id
        if wrong or any(mark in given["subject"] for mark in "/=&"):
            return "ACQ.INVALID_PARAMETER"
        expires = given.get("time_expire", "")
        if not re.fullmatch(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?", expires):
            return "ACQ.INVALID_PARAMETER"
        facts = (given["total_amount"], buyer, expires)
        trade = self.trades.setdefault(
            given["out_trade_no"],
            {
                "facts": facts,
                "subject": given["subject"],
                "trade_no": "2026" + str(secrets.randbelow(10**24)).zfill(24),
                "status": "WAIT_BUYER_PAY",
                "notify_url": sent.get("notify_url"),
                "refunds": {},
            },
        )
        if trade["facts"] != facts:
            return "ACQ.CONTEXT_INCONSISTENT"
        if trade["status"] != "WAIT_BUYER_PAY":
            return "ACQ.TRADE_HAS_SUCCESS"
        return ok(out_trade_no=given["out_trade_no"], trade_no=trade["trade_no"])

    def query(self, sent):
        """Method alipay.trade.query."""
        number = json.loads(sent["biz_content"])["out_trade_no"]
        trade = self.trades.get(number)
        if trade is None:
            return "ACQ.TRADE_NOT_EXIST"
        return ok(**self._told(number, trade))

    def close(self, sent):
        """Method alipay.trade.close: of a trade that waits for its buyer."""
        number = json.loads(sent["biz_content"])["out_trade_no"]
        trade = self.trades.get(number)
        if trade is None:
            return "ACQ.TRADE_NOT_EXIST"
        if trade["status"] != "WAIT_BUYER_PAY":
            return "ACQ.TRADE_STATUS_ERROR"
        trade["status"] = "TRADE_CLOSED"
        return ok(out_trade_no=number, trade_no=trade["trade_no"])

    def refund(self, sent):
        """Method alipay.trade.refund; the same request number again is the same refund."""
        given = json.loads(sent["biz_content"])
        trades = [one for one in self.trades.values() if one["trade_no"] == given["trade_no"]]
        if not trades or trades[0]["status"] == "WAIT_BUYER_PAY":
            return "ACQ.TRADE_STATUS_ERROR"
        trade, number = trades[0], given["out_request_no"]
        amount = Decimal(given["refund_amount"])
        before = sum(trade["refunds"].values()) - trade["refunds"].get(number, 0)
        if amount + before > Decimal(trade["facts"][0]):
            return "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"
        change = "N" if number in trade["refunds"] else "Y"
        trade["refunds"][number] = amount
        trade["status"] = "TRADE_CLOSED"
        return ok(trade_no=trade["trade_no"], fund_change=change, refund_fee=str(amount))

    def pay(self, number):
        """The buyer pays, in the cashier that `my.tradePay` has opened."""
        self.trades[number]["status"] = "TRADE_SUCCESS"

    def notice(self, number, **changes):
        """Return the form that Alipay posts to the notice address of a trade, signed."""
        sent = {
            "app_id": self.app_id,
            "notify_type": "trade_status_sync",
            "notify_id": secrets.token_hex(16),
            "notify_time": "2026-11-24 10:00:00",
            "charset": "utf-8",
            "version": "1.0",
            "subject": "Tea & cake = fun",
            **self._told(number, self.trades[number]),
            **changes,
        }
        text = "&".join(f"{k}={v}" for k, v in sorted(sent.items()))
        sign = rsa2.sign(keys.key(self.signer), text.encode())
        return {**sent, "sign": sign, "sign_type": "RSA2"}

    def _told(self, number, trade):
        return {
            "out_trade_no": number,
            "trade_no": trade["trade_no"],
            "trade_status": trade["status"],
            "total_amount": trade["facts"][0],
        }

    def _answer(self, name, value, signed=True):
        # With a space and an escaped slash, as other JSON writers have them: what is signed is
        # the text, and who reads and writes it again gets another.
        text = json.dumps(value, ensure_ascii=False, separators=(", ", ":")).replace("/", "\\/")
        sign = ""
        if signed:
            sign = f',"sign":"{rsa2.sign(keys.key(self.signer), text.encode())}"'
        body = f'{{"{name}":{text}{sign}}}'
        return Response(body, mimetype="application/json")


def ok(**values):
    """Return the answer of a method that was carried out."""
    return {"code": "10000", "msg": "Success", **values}


if __name__ == "__main__":
    serve_for_ever(Alipay(), Alipay.settings)
