"""The platforms that are open here, as services ask for them: `platforms`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

from backend.errors import HostAway
from backend.platforms.alipay import Alipay
from backend.platforms.alipay_trade import AlipayTrade
from backend.platforms.bills import Bill, Payment
from backend.platforms.code_sessions import HOSTS, CodeSessions
from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.identity import Identity
from backend.platforms.js_sdk import JsSdk
from backend.platforms.settings import PlatformSettings
from backend.platforms.tokens import Tokens
from backend.platforms.wechat import WeChat
from backend.platforms.wechat_pay import WeChatPay
from backend.platforms.wechat_push import WeChatPush

log = logging.getLogger("qiao")

T = TypeVar("T")


class Till(Protocol):
    """Where a platform takes money, and gives it back."""

    def open(self, bill: Bill, payer: str) -> dict[str, str]:
        """Return what opens the host's cashier; asked again, it is the same order."""
        ...

    def find(self, order: str) -> Payment | None:
        """Return what was paid for an order; None as long as nothing was."""
        ...

    def close_order(self, order: str) -> bool:
        """Have nothing be paid for an order any more; tell False where it was paid already."""
        ...

    def refund(self, bill: Bill, transaction: str) -> bool:
        """Pay back and tell whether that is done; asked again, it is the same refund."""
        ...


class Platforms:
    """A client for each platform that is set up, made at first use of the process."""

    def __init__(self, settings: PlatformSettings, tokens: Tokens) -> None:
        self.settings = settings
        self.wechat = WeChat(settings.wechat, tokens) if settings.wechat else None
        self.alipay = Alipay(settings.alipay) if settings.alipay else None
        self.wechat_pay: WeChatPay | None = None
        self.alipay_trade: AlipayTrade | None = None
        notices = f"{settings.address}/notices"
        if settings.wechat and settings.wechat_pay:
            app_id = settings.wechat.app_id
            self.wechat_pay = WeChatPay(settings.wechat_pay, app_id, f"{notices}/wechat-pay")
        if self.alipay and settings.alipay and settings.address:
            app_id = settings.alipay.app_id
            self.alipay_trade = AlipayTrade(self.alipay, app_id, f"{notices}/alipay")
        self.wechat_push: WeChatPush | None = None
        if settings.wechat and settings.wechat_push:
            self.wechat_push = WeChatPush(settings.wechat_push, settings.wechat.app_id)
        self.js_sdk = JsSdk(settings.official, tokens) if settings.official else None
        self.code_sessions = {
            host: CodeSessions(HOSTS[host], app) for host, app in settings.apps.items()
        }

    def voucher(self, host: str) -> Callable[[str], Identity] | None:
        """Return what tells who is behind a login code of `host`; None where it is not open."""
        doors = {"wechat": self.wechat, "alipay": self.alipay, **self.code_sessions}
        door = doors.get(host)
        return None if door is None else door.who

    def till(self, host: str) -> Till | None:
        """Return where people of `host` pay; None where that is not set up."""
        tills: dict[str, Till | None] = {"wechat": self.wechat_pay, "alipay": self.alipay_trade}
        return tills.get(host)

    def takes_money(self) -> bool:
        """Tell whether people of any host can pay here."""
        return any(map(self.till, ("wechat", "alipay")))

    def close(self) -> None:
        """Close every connection."""
        more = self.code_sessions.values()
        for door in (self.wechat, self.alipay, self.wechat_pay, self.js_sdk, *more):
            if door is not None:
                door.close()


def asked(question: Callable[[], T]) -> T:
    """Return the answer of a platform; raises `HostAway`, as people are told, and logs why."""
    try:
        return question()
    except PlatformAway as away:
        log.warning("%s", away)
        raise HostAway(retry_after=5) from away
    except PlatformError as error:
        # A wrong secret, a right that is missing: people can't help it, an operator can.
        log.error("%s", error)
        raise HostAway(retry_after=60) from error
