"""Cashiers: from an order of the app to what the host's own cashier takes.

The platforms' cashiers are not here yet; one is a class like `PreviewCashier`, entered in
`CASHIERS` under the host that it works for. That a call ends with "done" only says that the host
took the person through its cashier: whether an order is paid, the platform's notice says.
"""

from __future__ import annotations

from typing import Protocol

from backend.models import User
from qiao.contract.native_calls import NotOffered


class Cashier(Protocol):
    """What a host's cashier needs done before it can open."""

    def payment(self, user: User, order: str, host: str) -> dict[str, str]:
        """Return the parameters with which `host` opens its cashier for an order of `user`.

        Raises `NotOffered` where there is no such order.
        """
        ...


class PreviewCashier:
    """Lets anybody pay for anything: the preview's phone plays the cashier, no money moves."""

    def payment(self, user: User, order: str, host: str) -> dict[str, str]:
        """Return parameters in the shape of the host that is played."""
        if host == "alipay":
            return {"tradeNO": f"preview-{order}"}
        return {
            "timeStamp": "1764000000",
            "nonceStr": "preview",
            "package": f"prepay_id=preview-{order}",
            "signType": "RSA",
            "paySign": "preview",
        }


# By the host that vouches for a user: nobody but a host's own users can pay there.
CASHIERS: dict[str, Cashier] = {"preview": PreviewCashier()}


def payment(user: User, order: str | None, host: str) -> dict[str, str]:
    """Return what opens the cashier of `host`; raises `NotOffered`."""
    cashier = CASHIERS.get(user.host)
    if cashier is None or not order:
        raise NotOffered
    return cashier.payment(user, order, host)
