"""The host around the page: WeChat's web-view, the preview, or a plain browser."""

from __future__ import annotations

from qiao.browser import host, table, web
from qiao.contract import native_calls
from qiao.contract.native_calls import NativeCallForm
from qiao.errors import NotSupported
from qiao.i18n import gettext as _
from qiao.native import Cancelled, Denied, Failed

# Between two looks whether the action page has answered, in milliseconds.
LOOK = 700
LONGEST_LOOK = 3000


class Bridge:
    """Native calls of this page."""

    async def scan(self) -> str:
        return await self.act("scan")

    async def act(self, kind: str) -> str:
        """Have the shell's action page do it, and wait for what it tells the server.

        The answer comes through the server, not by a message: WeChat delivers those late.
        """
        if host.in_wechat():
            await web.load_script(table.ASSETS + table.EXTRA["jweixin"])
        if not host.has_shell():
            raise NotSupported(_("This browser can't do that. Open the page in WeChat."))
        call = await native_calls.create(
            form=NativeCallForm(kind=kind, host="wechat", path=web.address(), key=kind)
        )
        if not await host.navigate_to(f"/pages/{kind}/{kind}?call={call.id}&token={call.token}"):
            raise NotSupported(_("This browser can't do that. Open the page in WeChat."))
        waited, pause = 0, LOOK
        while waited < call.expires_in * 1000:
            # Also ends when the page is shown again: then the answer is there.
            await host.wait(pause)
            waited += pause
            pause = min(LONGEST_LOOK, pause + 100)
            now = await native_calls.get(id=call.id)
            if now.state == "done":
                return now.result or ""
            if now.state == "cancelled":
                raise Cancelled(kind)
            if now.state == "denied":
                raise Denied(kind)
            if now.state == "failed":
                raise Failed(now.result or kind)
        raise Failed(_("This request has expired. Try again."))

    async def share(self, title: str, path: str) -> str:
        told = await host.share(title, web.absolute(path))
        if told == "cancelled":
            raise Cancelled("share")
        if told == "":
            raise NotSupported(_("This browser can't share. Copy the address instead."))
        return told
