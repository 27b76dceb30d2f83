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


class Host:
    """A host with a phone, in the preview of a running server."""

    def __init__(self, page: Page, address: str, kind: str = "wechat") -> None:
        self.tab = page
        self.address = address
        self.kind = kind
        self.screen = page.locator("#screen")

    def open(self, path: str = "/", user: str = "Ada", **settings: str) -> None:
        """Open a path of the page as `user` (nobody, if empty); settings are those of the controls:
        lang, theme, device, camera, network."""
        own = {"host": self.kind, "path": path, "user": user, "lang": "en"}
        query = urlencode({**own, **settings})
        self.tab.goto(f"{self.address}/preview?{query}")

    @property
    def page(self) -> FrameLocator:
        """The page in the web-view."""
        return self.tab.frame_locator("#content iframe")

    @property
    def shell(self) -> Locator:
        """The shell's own page that is on top."""
        return self.tab.locator("#content page:not([hidden])")

    @property
    def scanner(self) -> Locator:
        """The host's scanner, while it is open."""
        return self.tab.get_by_role("dialog", name="Scan a code")

    @property
    def messages(self) -> Locator:
        """What page, shell, host and server have said to each other."""
        return self.tab.locator("#messages li")

    def sign_in(self, user: str) -> None:
        """Become another user of the host; the page opens anew where it was."""
        self.tab.get_by_label("User of the host").fill(user)
        self.tab.get_by_label("User of the host").press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Set one of the controls that offer a choice."""
        self.tab.locator(f"input[name={name}][value={value}]").check()

    def deny(self, permission: str) -> None:
        """Take a permission from the shell."""
        self.choose(permission, "denied")

    def allow(self, permission: str) -> None:
        """Give it back."""
        self.choose(permission, "allowed")

    def scan(self, text: str) -> None:
        """Hold something that reads `text` before the scanner, which is open."""
        self.scanner.get_by_label("What the code says").fill(text)
        self.scanner.get_by_role("button", name="Scan", exact=True).click()

    def scan_picture(self, file: Path) -> None:
        """Have the open scanner read a picture."""
        self.scanner.get_by_label("From a picture…").set_input_files(file)

    def offer_update(self) -> None:
        """Have the host find a newer version of the shell."""
        self.tab.get_by_role("button", name="New shell version").click()

    def back(self) -> None:
        """Press the host's own button to go back."""
        self.screen.get_by_role("button", name="Back").click()

    def kill(self) -> None:
        """Have the system take the page's memory."""
        self.tab.get_by_role("button", name="Kill the page").click()
