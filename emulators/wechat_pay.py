"""WeChat Pay, API v3, https://api.mch.weixin.qq.com, as far as Qiao calls it.

Built from pay.weixin.qq.com/doc/v3 (小程序下单, 查询订单, 关闭订单, 申请退款, 支付成功回调通知,
签名与验签, 错误码); never compared with the real server. Requests are checked by their signature
over the bytes that came, answers and notices are signed, and what a notice holds is encrypted,
as there.
"""

import base64
import json
import re
import secrets
import time

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Response, request

from backend.platforms import rsa2
from emulators import keys
from emulators.servers import Emulator

STATUS = {
    "PARAM_ERROR": 400,
    "APPID_MCHID_NOT_MATCH": 400,
    "INVALID_REQUEST": 400,
    "ORDER_CLOSED": 400,
    "SIGN_ERROR": 401,
    "NOT_ENOUGH": 403,
    "ORDERPAID": 400,
    "OUT_TRADE_NO_USED": 403,
    "ORDER_NOT_EXIST": 404,
    "FREQUENCY_LIMITED": 429,
    "SYSTEM_ERROR": 500,
}
# The real one takes https only; a developer's own machine has none.
NOTICES = r"(https://|http://(127\.0\.0\.1|localhost)[:/])[^?]{1,240}"
FIELDS = re.compile(r'(\w+)="([^"]*)"')


class WeChatPay(Emulator):
    """The emulated WeChat Pay: one merchant, and whoever pays."""

    def __init__(self, app_id):
        super().__init__()
        self.app_id = app_id
        self.merchant = "1900000109"
        self.serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"
        self.api_key = secrets.token_hex(16)
        self.public_key_id = "PUB_KEY_ID_0119000001092024110900382900000001"
        self.signer = "wechat pay"
        # Our number -> the order; how refunds end.
        self.orders = {}
        self.refund_status = "SUCCESS"
        for path, view, method in [
            ("/v3/pay/transactions/jsapi", self.jsapi, "POST"),
            ("/v3/pay/transactions/out-trade-no/<number>", self.query, "GET"),
            ("/v3/pay/transactions/out-trade-no/<number>/close", self.close, "POST"),
            ("/v3/refund/domestic/refunds", self.refund, "POST"),
        ]:
            self.app.add_url_rule(path, view_func=view, methods=[method])
        self.app.before_request(self._require_signature)
        self.app.after_request(self._sign)

    def reset(self):
        super().reset()
        self.orders.clear()
        self.signer, self.refund_status = "wechat pay", "SUCCESS"

    def problem(self, trouble):
        body = json.dumps({"code": trouble, "message": "出错了"}, ensure_ascii=False)
        return Response(body, status=STATUS[trouble], mimetype="application/json")

    def too_many(self):
        return self.problem("FREQUENCY_LIMITED")

    def jsapi(self):
        """POST /v3/pay/transactions/jsapi; the same number again is the same order."""
        sent = request.get_json()
        if (sent.get("appid"), sent.get("mchid")) != (self.app_id, self.merchant):
            return self.problem("APPID_MCHID_NOT_MATCH")
        number, amount = sent.get("out_trade_no", ""), sent.get("amount", {})
        right = re.fullmatch(r"[0-9A-Za-z_\-|*]{6,32}", number)
        right = right and isinstance(amount.get("total"), int) and amount["total"] > 0
        right = right and 0 < len(sent.get("description", "")) <= 127
        right = right and re.fullmatch(NOTICES, sent.get("notify_url", ""))
        expires = sent.get("time_expire", "")
        right = right and re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d)?", expires)
        if not right or not sent.get("payer", {}).get("openid"):
            return self.problem("PARAM_ERROR")
        facts = (amount["total"], sent["description"], sent["payer"]["openid"], expires)
        order = self.orders.setdefault(
            number,
            {
                "facts": facts,
                "prepay_id": "wx" + secrets.token_hex(16),
                "state": "NOTPAY",
                "transaction_id": "42000" + str(secrets.randbelow(10**23)).zfill(23),
                "notify_url": sent["notify_url"],
                "refunds": {},
            },
        )
        if order["state"] != "NOTPAY":
            return self.problem("ORDER_CLOSED" if order["state"] == "CLOSED" else "ORDERPAID")
        if order["facts"] != facts:
            return self.problem("INVALID_REQUEST")
        return self._json({"prepay_id": order["prepay_id"]})

    def query(self, number):
        """GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid=."""
        if request.args.get("mchid") != self.merchant:
            return self.problem("PARAM_ERROR")
        if number not in self.orders:
            return self.problem("ORDER_NOT_EXIST")
        return self._json(self._told(number))

    def close(self, number):
        """POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close, with `mchid`."""
        if request.get_json() != {"mchid": self.merchant}:
            return self.problem("PARAM_ERROR")
        if number not in self.orders:
            return self.problem("ORDER_NOT_EXIST")
        order = self.orders[number]
        if order["state"] not in ("NOTPAY", "CLOSED"):
            return self.problem("ORDERPAID")
        order["state"] = "CLOSED"
        return Response(status=204)

    def refund(self):
        """POST /v3/refund/domestic/refunds; the same refund number again is the same refund."""
        sent = request.get_json()
        orders = [
            one for one in self.orders.values() if one["transaction_id"] == sent["transaction_id"]
        ]
        if not orders or orders[0]["state"] not in ("SUCCESS", "REFUND"):
            return self.problem("INVALID_REQUEST")
        order, number, amount = orders[0], sent["out_refund_no"], sent["amount"]
        if amount["total"] != order["facts"][0] or amount.get("currency") != "CNY":
            return self.problem("PARAM_ERROR")
        others = sum(order["refunds"].values()) - order["refunds"].get(number, 0)
        if others + amount["refund"] > amount["total"]:
            return self.problem("INVALID_REQUEST")
        order["refunds"][number] = amount["refund"]
        order["state"] = "REFUND"
        return self._json({"out_refund_no": number, "status": self.refund_status})

    def pay(self, number):
        """The person pays, in the cashier that `wx.requestPayment` has opened."""
        self.orders[number]["state"] = "SUCCESS"

    def notice(self, number, event="TRANSACTION.SUCCESS", **changes):
        """Return headers and body of the notice about an order."""
        text = json.dumps({**self._told(number), **changes}, ensure_ascii=False).encode()
        nonce = secrets.token_hex(6)
        secret = AESGCM(self.api_key.encode()).encrypt(nonce.encode(), text, b"transaction")
        resource = {
            "original_type": "transaction",
            "algorithm": "AEAD_AES_256_GCM",
            "ciphertext": base64.b64encode(secret).decode(),
            "associated_data": "transaction",
            "nonce": nonce,
        }
        body = json.dumps(
            {
                "id": secrets.token_hex(16),
                "create_time": "2026-11-24T10:00:00+08:00",
                "resource_type": "encrypt-resource",
                "event_type": event,
                "summary": "支付成功",
                "resource": resource,
            },
            ensure_ascii=False,
        ).encode()
        return self._signature(body), body

    def _told(self, number):
        order = self.orders[number]
        found = {
            "appid": self.app_id,
            "mchid": self.merchant,
            "out_trade_no": number,
            "trade_state": order["state"],
            "payer": {"openid": order["facts"][2]},
            "amount": {"total": order["facts"][0], "currency": "CNY"},
        }
        if order["state"] not in ("NOTPAY", "CLOSED"):
            found["transaction_id"] = order["transaction_id"]
        return found

    def _json(self, value):
        return Response(json.dumps(value), mimetype="application/json")

    def _require_signature(self):
        scheme, _, rest = request.headers.get("Authorization", "").partition(" ")
        sent = dict(FIELDS.findall(rest))
        right = scheme == "WECHATPAY2-SHA256-RSA2048" and sent.get("mchid") == self.merchant
        right = right and sent.get("serial_no") == self.serial
        right = right and abs(time.time() - int(sent.get("timestamp", 0))) < 300
        query = request.query_string.decode()
        path = request.path + (f"?{query}" if query else "")
        lines = (request.method, path, sent.get("timestamp"), sent.get("nonce_str"))
        text = "".join(f"{line}\n" for line in lines).encode() + request.get_data() + b"\n"
        public = keys.key("us").public_key()
        if not right or not rsa2.is_signed(public, text, sent.get("signature", "")):
            return self.problem("SIGN_ERROR")
        return None

    def _signature(self, body):
        stamp, nonce = str(int(time.time())), secrets.token_hex(16)
        text = f"{stamp}\n{nonce}\n".encode() + body + b"\n"
        return {
            "Wechatpay-Timestamp": stamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": rsa2.sign(keys.key(self.signer), text),
            "Wechatpay-Serial": self.public_key_id,
            "Content-Type": "application/json",
        }

    def _sign(self, response):
        for name, value in self._signature(response.get_data()).items():
            response.headers[name] = value
        return response
