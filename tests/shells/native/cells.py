"""The table of native calls: each call on each host, and how it can end.

`CELLS` has what the person does for an end, and what the page says then. An end that can't come
about stands in `package.native_docs.NEVER`, with its reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import expect

from package.preview.driver import Host

TOLD = {
    "scan": "done TICKET-7",
    "pay": "done None",
    "subscribe": r"done \['reminder'\]",
    "phone_number": r"done \+?\d{11}",
    "choose_image": "done data:image/jpeg;base64",
    "location": r"done \[[\d.]+, [\d.]+, '(wgs84|gcj02)'\]",
    "save_image": "done None",
    "share": "done shared",
}


@dataclass(frozen=True)
class Cell:
    """What the person does when the call is out, and what the page says in the end."""

    act: Callable[[Host], None]
    told: str
    permissions: dict[str, str] = field(default_factory=dict)
    early: bool = False
    """Whether the person does it before the shell knows what the call is about."""
    again: bool = False
    """Whether the page that was killed has forgotten the call, which then is made again."""


def press(host: Host, name: str) -> None:
    host.shell.get_by_role("button", name=name).click()


def nothing(host: Host) -> None:
    """The host does it without a word."""


def scan(host: Host) -> None:
    host.scan("TICKET-7")


def pay(host: Host) -> None:
    host.pay()


def cancel_payment(host: Host) -> None:
    host.pay(cancel=True)


def subscribe(host: Host) -> None:
    press(host, "Choose messages")
    host.answer("messages", "allow")


def refuse_messages(host: Host) -> None:
    press(host, "Choose messages")
    press(host, "Go back")


def choose_messages(host: Host) -> None:
    press(host, "Choose messages")


def give_number(host: Host) -> None:
    press(host, "Use my number")
    host.answer("phone", "allow")


def refuse_number(host: Host) -> None:
    press(host, "Use my number")
    host.answer("phone", "deny")
    press(host, "Go back")


def photo(host: Host) -> None:
    host.choose_picture()


def allow(host: Host) -> None:
    """Allow what the host asks for, where it still does."""
    if host.sheet("permission").is_visible():
        host.answer("permission", "allow")


def share(host: Host) -> None:
    press(host, "Choose whom to send it to")
    host.close()
    press(host, "Done")


def leave(host: Host) -> None:
    expect(host.shell.get_by_role("button").first).to_be_visible()
    host.back()


def leave_early(host: Host) -> None:
    expect(host.tab.locator("#title")).not_to_have_text(re.compile("Native calls"))
    host.back()


def close(host: Host) -> None:
    host.close()


def go_back(host: Host) -> None:
    press(host, "Go back")


def ends(kind: str, act: Callable[[Host], None], **others: Cell) -> dict[str, Cell]:
    """Return the cells of a call on a host; done and killed are done alike unless told."""
    done = Cell(act, TOLD[kind])
    return {"done": done, "killed": done, **others}


def forgotten(kind: str, act: Callable[[Host], None], **permissions: str) -> Cell:
    """By the page's own script: who asked is gone with the page, which nobody answers then."""
    return Cell(act, TOLD[kind], permissions, again=True)


def cancelled(act: Callable[[Host], None], *, early: bool = False) -> Cell:
    return Cell(act, "cancelled", early=early)


def denied(act: Callable[[Host], None], **permissions: str) -> Cell:
    return Cell(act, "denied", permissions)


# An album that asks holds the shell's page while the web-view is killed.
_SAVE_IMAGE = ends(
    "save_image",
    nothing,
    cancelled=cancelled(leave_early, early=True),
    denied=denied(go_back, album="denied"),
    killed=Cell(allow, TOLD["save_image"], {"album": "ask"}),
)
_LOCATION = ends(
    "location",
    nothing,
    denied=denied(nothing, location="denied"),
    killed=forgotten("location", allow, location="ask"),
)

_BY_CALL: dict[tuple[str, str], dict[str, Cell]] = {
    ("scan", "wechat"): ends(
        "scan",
        scan,
        cancelled=cancelled(close),
        denied=denied(go_back, camera="denied"),
        killed=forgotten("scan", scan),
    ),
    ("scan", "alipay"): ends(
        "scan", scan, cancelled=cancelled(close), denied=denied(go_back, camera="denied")
    ),
    ("pay", "wechat"): ends("pay", pay, cancelled=cancelled(cancel_payment)),
    ("pay", "alipay"): ends("pay", pay, cancelled=cancelled(cancel_payment)),
    ("subscribe", "wechat"): ends(
        "subscribe",
        subscribe,
        cancelled=cancelled(leave),
        denied=denied(refuse_messages, messages="denied"),
    ),
    # Switched off or not wanted: this host tells the same of both.
    ("subscribe", "alipay"): ends(
        "subscribe",
        subscribe,
        cancelled=cancelled(leave),
        denied=Cell(choose_messages, r"done \[\]", {"messages": "denied"}),
    ),
    ("phone_number", "wechat"): ends(
        "phone_number", give_number, cancelled=cancelled(leave), denied=denied(refuse_number)
    ),
    ("phone_number", "alipay"): ends(
        "phone_number", give_number, cancelled=cancelled(leave), denied=denied(refuse_number)
    ),
    ("choose_image", "wechat"): ends(
        "choose_image", photo, cancelled=cancelled(close), killed=forgotten("choose_image", photo)
    ),
    ("choose_image", "alipay"): ends("choose_image", photo, cancelled=cancelled(close)),
    ("location", "wechat"): _LOCATION,
    ("location", "alipay"): _LOCATION,
    ("save_image", "wechat"): _SAVE_IMAGE,
    ("save_image", "alipay"): _SAVE_IMAGE,
    ("share", "wechat"): ends("share", share, cancelled=cancelled(leave)),
    ("share", "alipay"): ends("share", close, killed=forgotten("share", close)),
}
# Where WeChat does not let the page use its script, the shell does what the script would.
UNSIGNED = "wechat, unsigned"
_UNSIGNED: dict[tuple[str, str], dict[str, Cell]] = {
    ("scan", UNSIGNED): _BY_CALL["scan", "alipay"],
    ("choose_image", UNSIGNED): ends(
        "choose_image",
        photo,
        cancelled=cancelled(close),
        denied=denied(go_back, privacy="denied"),
    ),
    ("location", UNSIGNED): ends(
        "location",
        nothing,
        cancelled=cancelled(leave_early, early=True),
        denied=denied(go_back, location="denied"),
        killed=Cell(allow, TOLD["location"], {"location": "ask"}),
    ),
}


def _cells(table: dict[tuple[str, str], dict[str, Cell]]) -> dict[tuple[str, str, str], Cell]:
    return {(*call, end): cell for call, cells in table.items() for end, cell in cells.items()}


# By call, host and end.
CELLS = _cells(_BY_CALL)
BY_SHELL = _cells(_UNSIGNED)
ALL = CELLS | BY_SHELL
