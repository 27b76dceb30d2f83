"""What has become of a sign-up, in words."""

from typing import Any

from qiao import gettext as _
from qiao import ngettext, pending, signal
from qiao.dates import format_time
from qiao.elements import span, strong
from qiao.timers import sleep


def status_text(status: str) -> str:
    """Return the word for a status."""
    texts = {
        "confirmed": _("Confirmed"),
        "unpaid": _("Not paid yet"),
        "pending": _("Waiting for approval"),
        "waiting": _("On the waiting list"),
        "offered": _("A place is free"),
        "rejected": _("Turned down"),
        "cancelled": _("Cancelled"),
        "expired": _("Offer run out"),
    }
    return texts[status]


def status_badge(status: str) -> Any:
    """Return the status as a badge."""
    return span(class_=["badge", "open" if status == "confirmed" else status])[status_text(status)]


def status_note(sign_up: Any) -> str:
    """Return what a status means for the person now; `sign_up` is a ticket or a guest."""
    if sign_up.status == "pending":
        return _("The organiser decides about it.")
    if sign_up.status == "waiting" and sign_up.position:
        return _("Number {n} on the waiting list.", n=sign_up.position)
    if sign_up.status == "offered" and sign_up.offer_ends_at:
        return _("On offer until {time}.", time=format_time(sign_up.offer_ends_at))
    if sign_up.status == "unpaid" and sign_up.offer_ends_at:
        return _("Kept until {time}.", time=format_time(sign_up.offer_ends_at))
    if sign_up.status == "rejected" and sign_up.reason:
        return _("Reason: {reason}", reason=sign_up.reason)
    return ""


def time_left(minutes: int) -> Any:
    """Return how long an offer still stands; in the page it counts down."""
    left = signal(minutes)

    async def count_down() -> None:
        while left.peek() > 0:
            await sleep(60)
            left.value -= 1

    def shown() -> Any:
        return strong(class_="time-left")[lambda: minutes_text(left.value)]

    return pending(count_down, lambda done: shown(), shown)


def minutes_text(minutes: int) -> str:
    """Return a length of time in words, no finer than one decides by."""
    if minutes < 1:
        return _("Less than a minute left")
    if minutes < 120:
        return ngettext("{n} minute left", "{n} minutes left", minutes)
    return ngettext("{n} hour left", "{n} hours left", minutes // 60)
