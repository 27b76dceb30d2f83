"""Drives the preview from a test, in the words of somebody who holds the phone.

host = Host(page, "http://127.0.0.1:8000")
host.open("/events/1", user="Ada")
host.page.get_by_role("link", name="Sign up").click()
host.deny("camera")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page


PERMISSIONS = ("camera", "location", "album", "privacy")


class Host:
    """A host with a phone, in the preview of a running server."""

    def __init__(self, page: Page, address: str, kind: str = "wechat") -> None:
        self.tab = page
        self.address = address
        self.kind = kind
        self.screen = page.locator("#screen")

    def open(self, path: str = "/", user: str = "Ada", **settings: str) -> None:
        """Open a path of the page as `user` (nobody, if empty); settings are those of the controls:
        lang, theme, device, network, place, and the permissions camera, location, album and
        privacy (ask, allowed, denied), which are all allowed unless the test says otherwise."""
        own = {"host": self.kind, "path": path, "user": user, "lang": "en"}
        query = urlencode({**own, **dict.fromkeys(PERMISSIONS, "allowed"), **settings})
        self.tab.goto(f"{self.address}/preview?{query}")

    @property
    def page(self) -> FrameLocator:
        """The page in the web-view; of several, the one on top."""
        return self.tab.frame_locator("#content iframe").last

    @property
    def shell(self) -> Locator:
        """The shell's own page that is on top."""
        return self.tab.locator("#content page:not([hidden])")

    @property
    def scanner(self) -> Locator:
        """The host's scanner, while it is open."""
        return self.screen.locator(".sheet.scanner")

    @property
    def messages(self) -> Locator:
        """What page, shell, host and server have said to each other."""
        return self.tab.locator("#messages li")

    def sign_in(self, user: str) -> None:
        """Become another user of the host; the page opens anew where it was."""
        self.tab.locator("#user").fill(user)
        self.tab.locator("#user").press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Set one of the controls that offer a choice."""
        self.tab.locator(f"input[name={name}][value={value}]").check()

    def sheet(self, kind: str) -> Locator:
        """What the host asks the person: permission, phone, messages, cashier, settings."""
        return self.screen.locator(f'.sheet[data-kind="{kind}"]')

    def answer(self, kind: str, answer: str) -> None:
        """Press a button of what the host asks: allow, deny, pay, fail, cancel, done."""
        self.sheet(kind).locator(f'[data-answer="{answer}"]').click()

    def pay(self, *, cancel: bool = False, fail: bool = False, late: bool = False) -> None:
        """Go through the cashier, which is open; `late`: the notice to the server comes late."""
        if late:
            self.sheet("cashier").get_by_role("checkbox").check()
        self.answer("cashier", "cancel" if cancel else "fail" if fail else "pay")

    def choose_picture(self, file: Path | None = None) -> None:
        """Choose a picture, or take a photo, while the host's chooser is open."""
        chooser = self.screen.locator(".sheet.pictures")
        if file is None:
            chooser.locator(".photo").click()
        else:
            chooser.locator("input[type=file]").set_input_files(file)

    def close(self) -> None:
        """Close what the host has laid over the shell, without an answer."""
        self.screen.locator(".sheet .close").click()

    def deny(self, permission: str) -> None:
        """Take a permission from the shell: one of PERMISSIONS, or messages."""
        self.permit(permission, "denied")

    def allow(self, permission: str) -> None:
        """Give it back."""
        self.permit(permission, "allowed")

    def permit(self, permission: str, decision: str) -> None:
        """Set a permission: ask, allowed or denied."""
        self.tab.locator(f"select[name={permission}]").select_option(decision)

    def scan(self, text: str) -> None:
        """Hold something that reads `text` before the scanner, which is open."""
        self.scanner.locator("input[name=code]").fill(text)
        self.scanner.locator("input[name=code]").press("Enter")

    def scan_picture(self, file: Path) -> None:
        """Have the open scanner read a picture."""
        self.scanner.locator("input[type=file]").set_input_files(file)

    def offer_update(self) -> None:
        """Have the host find a newer version of the shell."""
        self.tab.locator("#update").click()

    def back(self) -> None:
        """Press the host's own button to go back."""
        self.screen.locator("#back").click()

    def kill(self) -> None:
        """Have the system take the page's memory; it loads anew where it was."""
        self.tab.locator("#kill").click()

    def background(self, minutes: int = 1) -> None:
        """Turn to something else for so long; no time really passes. After 30 minutes the host
        has ended the mini program, which then starts anew at its first page."""
        self.tab.locator("#minutes").fill(str(minutes))
        self.tab.locator("#minutes").press("Enter")
