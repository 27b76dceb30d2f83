"""Alipay's trades: what a mini program's cashier takes, notices, refunds.

Facts: opendocs.alipay.com, alipay.trade.create, alipay.trade.query, alipay.trade.close,
alipay.trade.refund, 异步通知说明.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta, timezone
from typing import Any

from backend.platforms.alipay import Alipay
from backend.platforms.bills import BadNotice, Bill, Payment
from backend.platforms.errors import PlatformError

BEIJING = timezone(timedelta(hours=8))
# Paid; the second can't be paid back any more.
PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
NOT_THERE = "ACQ.TRADE_NOT_EXIST"
# Only a trade that waits for its buyer can be closed: this one was paid, or closed before.
NOT_WAITING = ("ACQ.TRADE_STATUS_ERROR", "ACQ.REASON_TRADE_STATUS_INVALID")


class AlipayTrade:
    """The till of a mini program of Alipay."""

    def __init__(self, alipay: Alipay, app_id: str, notice_address: str) -> None:
        self._alipay = alipay
        self._app_id = app_id
        self._notices = notice_address

    def open(self, bill: Bill, buyer: str) -> dict[str, str]:
        """Return what `my.tradePay` takes. Asked again for the same bill, it is one trade."""
        method = "alipay.trade.create"
        # Ids of people begin with 2088 where an app is told those, else they are open ids.
        name = "buyer_id" if buyer.startswith("2088") else "buyer_open_id"
        answer = self._alipay.call(
            method,
            {"notify_url": self._notices},
            harmless=True,
            content={
                "out_trade_no": bill.order,
                "total_amount": yuan(bill.amount),
                # These three it does not take.
                "subject": re.sub("[/=&]", " ", bill.title)[:120],
                "product_code": "JSAPI_PAY",
                "op_app_id": self._app_id,
                name: buyer,
                # On Beijing's clock.
                **(
                    {"time_expire": f"{bill.expires_at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"}
                    if bill.expires_at
                    else {}
                ),
            },
        )
        trade = answer.get("trade_no")
        if not isinstance(trade, str):
            raise PlatformError("Alipay", method, "no trade_no")
        return {"tradeNO": trade}

    def find(self, order: str) -> Payment | None:
        """Return what was paid for an order; None as long as nothing was."""
        content = {"out_trade_no": order}
        try:
            answer = self._alipay.call("alipay.trade.query", {}, harmless=True, content=content)
        except PlatformError as error:
            if error.code == NOT_THERE:
                return None  # the cashier was never opened
            raise
        return _payment(answer)

    def close_order(self, order: str) -> bool:
        """Have nothing be paid for an order any more; tell False where it may have been paid."""
        content = {"out_trade_no": order}
        try:
            self._alipay.call("alipay.trade.close", {}, harmless=True, content=content)
        except PlatformError as error:
            if error.code in NOT_WAITING:
                return False
            if error.code != NOT_THERE:
                raise
        return True

    def refund(self, bill: Bill, transaction: str) -> bool:
        """Pay a bill back. Asked again it is the same refund. It is done at once."""
        self._alipay.call(
            "alipay.trade.refund",
            {},
            harmless=True,
            content={
                "trade_no": transaction,
                "refund_amount": yuan(bill.amount),
                "out_request_no": bill.order,
            },
        )
        return True

    def read_notice(self, parameters: Mapping[str, str]) -> Payment | None:
        """Return what a notice says was paid; None where it is about something else.

        Raises `BadNotice` where Alipay did not send it, or not to us.
        """
        if not self._alipay.is_signed(parameters):
            raise BadNotice("wrong signature")
        if parameters.get("app_id") != self._app_id:
            raise BadNotice("of another app")
        # A refund is told with the status of its trade, too.
        return None if "gmt_refund" in parameters else _payment(parameters)


def _payment(found: Mapping[str, Any]) -> Payment | None:
    if found.get("trade_status") not in PAID:
        return None
    try:
        return Payment(found["out_trade_no"], fen(found["total_amount"]), found["trade_no"])
    except (KeyError, ValueError) as error:
        raise PlatformError("Alipay", "trade", "no amount") from error


def yuan(amount: int) -> str:
    """Return fen as Alipay writes amounts: 1230 is "12.30"."""
    return f"{amount // 100}.{amount % 100:02}"


def fen(text: str) -> int:
    """Return an amount of Alipay's in fen; raises `ValueError`. Never by way of a float."""
    whole, _, rest = text.partition(".")
    if not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", text):
        raise ValueError(f"{text!r} is no amount")
    return int(whole) * 100 + int(rest.ljust(2, "0") or 0)
