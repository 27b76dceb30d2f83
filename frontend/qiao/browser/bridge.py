"""The host around the page: asked by its own script, or through a page of the shell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qiao.browser import history, host, host_scripts, table, web
from qiao.contract import js_sdk, native_calls
from qiao.contract.native_calls import (
    NativeCallForm,
    NativeCallNotFound,
    NativeCallReader,
    NativeCallToken,
)
from qiao.contract.native_table import PROTOCOL, WAYS
from qiao.contract.problems import Problem, Unreachable
from qiao.errors import NotSupported
from qiao.i18n import gettext as _
from qiao.native import Cancelled, Denied, Failed
from qiao.paths import quote

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# Between two looks whether the action page has answered, in milliseconds.
LOOK = 500
LONGEST_LOOK = 3000

# Where a page that is loaded anew finds that one before it waits for a call: its kind and address.
OPEN = "native"
# In the address of a page that was opened to sign somebody in; see `history.strip_shell`.
AGAIN = "again"
ALIPAY_SCRIPT = "https://appx/web-view.min.js"
# Scripts of other hosts are on no registry: the operator of the server gets each from its host.
SCRIPTS = "/host-scripts/"


class Bridge:
    """Native calls of this page."""

    def __init__(self) -> None:
        self.host: str = host.name()
        self.reader: str = web.random_hex(8)
        # Calls of a page that was killed, by what they ask for.
        self.lost: dict[str, str] = {}

    async def call(self, kind: str, arguments: dict[str, Any]) -> Any:
        """Have the host do it; return the value that it gives."""
        ways = WAYS[kind].get(self.host, "").split()
        if not ways:
            raise NotSupported(self.lacking())
        if not host.claim(kind):
            raise Cancelled
        try:
            end = await host.turn()
            try:
                return await self.ask(kind, ways, arguments)
            finally:
                end()
        finally:
            host.release(kind)

    async def ask(self, kind: str, ways: list[str], arguments: dict[str, Any]) -> Any:
        key = key_of(kind, arguments)
        if key in self.lost:
            return await self.answer_of_lost(kind, ways, self.lost.pop(key))
        if "page" in ways and await self.has_script():
            told = await self.ask_script(kind, arguments, key)
            if told["state"] != "unsupported":
                return outcome(kind, told["state"], told["result"])
        if "shell" not in ways or not await self.has_shell():
            raise NotSupported(self.lacking())
        return await self.ask_shell(kind, arguments, key)

    # By the script of the host's web-view.

    async def has_script(self) -> bool:
        """Tell whether the host's script is there, and may be used."""
        if self.host == "wechat":
            return await self.has_shell() and await self.is_signed()
        return self.host == "browser" or await self.has_shell()

    async def is_signed(self) -> bool:
        """Tell whether WeChat lets this page use its script: our server vouches for it."""
        address = host_scripts.signed_address()
        if host_scripts.is_configured(address):
            return True
        try:
            signature = await js_sdk.sign(address=address)
        except Problem:
            # There is another way.
            return False
        return await host_scripts.configure(
            address, signature.app_id, signature.timestamp, signature.nonce, signature.signature
        )

    async def ask_script(self, kind: str, arguments: dict[str, Any], key: str) -> dict[str, Any]:
        if kind != "pay":
            if kind == "share":
                arguments = {**arguments, "link": history.absolute(arguments["link"])}
            return json.loads(await host_scripts.act(self.host, kind, json.dumps(arguments)))
        call = await self.register(kind, arguments, key)
        try:
            begun = await native_calls.begin(id=call.id, form=NativeCallToken(token=call.token))
            return json.loads(await host_scripts.act(self.host, kind, begun.payment))
        finally:
            await self.give_up(call.id)

    # By a page of the shell.

    async def has_shell(self) -> bool:
        """Tell whether this page can turn to a shell around it."""
        if self.host == "wechat":
            await web.load_script(table.ASSETS + table.EXTRA["jweixin"])
        elif self.host == "alipay":
            await web.load_script(ALIPAY_SCRIPT)
        elif self.host != "browser":
            await web.load_script(f"{SCRIPTS}{self.host}.js")
        return host.has_shell()

    async def ask_shell(self, kind: str, arguments: dict[str, Any], key: str) -> Any:
        if host.is_older(web.kept("shell"), PROTOCOL):
            raise NotSupported(
                _("This mini program is an older version. Close it and open it again to update it.")
            )
        call = await self.register(kind, arguments, key)
        if not await host.navigate_to(f"/pages/act/act?call={call.id}&token={call.token}"):
            await self.give_up(call.id)
            raise Failed(_("This request has expired. Try again."))
        return await self.answer(kind, call.id, call.expires_in)

    async def register(self, kind: str, arguments: dict[str, Any], key: str) -> Any:
        form = NativeCallForm(
            kind=kind,
            host=self.host,
            path=history.address(),
            key=key,
            arguments=native_calls.NativeCallArguments(**arguments),
        )
        try:
            call = await native_calls.create(form=form)
        except Problem as problem:
            raise Failed(problem.text()) from problem
        web.keep(OPEN, f"{kind} {history.address()}")
        return call

    async def answer(self, kind: str, id: str, lasts: int) -> Any:
        """Wait for what the shell tells the server; a message WeChat would deliver too late."""
        waited, pause = 0, LOOK
        while waited < lasts * 1000:
            # Also ends when the page is shown again: then the answer is there.
            await host.wait(pause)
            waited += pause
            pause = min(LONGEST_LOOK, pause + 100)
            try:
                now = await native_calls.get(id=id)
                if now.state != "waiting":
                    # Once: a page that is loaded anew must not act on it a second time.
                    taken = await native_calls.take(
                        id=id, form=NativeCallReader(reader=self.reader)
                    )
                    web.forget(OPEN)
                    return outcome(kind, taken.state, taken.result)
            except NativeCallNotFound:
                break
            except Unreachable:
                # The next look may get through.
                continue
        await self.give_up(id)
        raise Failed(_("This request has expired. Try again."))

    async def give_up(self, id: str) -> None:
        """Have the server take no answer any more."""
        web.forget(OPEN)
        try:
            await native_calls.take(id=id, form=NativeCallReader(reader=self.reader))
        except (NativeCallNotFound, Unreachable):
            # Over already; or it will be, by itself.
            return

    # After the page was killed.

    async def resume(self, kind: str, handler: Callable[[], Awaitable[None]]) -> None:
        """Run `handler` if a page before this one waited for such a call."""
        web.forget(OPEN)
        found = await native_calls.find(path=history.address())
        lost = {call.key: call.id for call in found.items if call.kind == kind}
        if lost:
            self.lost.update(lost)
            await handler()

    async def answer_of_lost(self, kind: str, ways: list[str], id: str) -> Any:
        if kind == "pay" and "page" in ways:
            # Nobody heard how the cashier was left. The order says whether it is paid.
            return await self.give_up(id)
        web.keep(OPEN, f"{kind} {history.address()}")
        now = await native_calls.get(id=id)
        return await self.answer(kind, id, now.expires_in)

    # What the shell does for every page.

    async def begin(self) -> None:
        """Have share cards named, and signed in whom the server has sent to the login."""
        if await self.has_shell():
            host.tell_titles()
            if history.pathname() == "/login":
                await self.sign_in(history.query_value(history.address(), "next") or "/")

    async def sign_in(self, address: str) -> bool:
        """Have the shell sign a person in, and open `address`; tell whether there is one to.

        Once: who is sent here with what it opened is helped by something else.
        """
        if history.query_value(address, AGAIN) or not await self.has_shell():
            return False
        mark = "&" if "?" in address else "?"
        path = quote(f"{address}{mark}{AGAIN}=1")
        return await host.relaunch(f"/pages/web/web?path={path}")

    def lacking(self) -> str:
        if self.host == "browser":
            return _("This browser can't do that. Open the page in WeChat or Alipay.")
        return _("This can't be done here. Open the page in WeChat or Alipay.")


def key_of(kind: str, arguments: dict[str, Any]) -> str:
    """Return what tells a call from others of the page."""
    about = arguments.get("order") or arguments.get("link") or arguments.get("templates") or ""
    return f"{kind} {about}"[:400].strip()


def outcome(kind: str, state: str, result: str | None) -> Any:
    if state == "done":
        return json.loads(result or "null")
    if state == "denied":
        raise Denied
    if state == "failed":
        raise Failed(_("That did not work."))
    raise Cancelled
