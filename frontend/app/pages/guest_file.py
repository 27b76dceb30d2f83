"""The list of guests as a file, and what to do where nothing can be saved."""

from typing import Any

from app.components.icons import DOWNLOAD, icon
from app.components.page import page
from app.own_event import own_event
from contract.events import Event
from qiao import gettext as _
from qiao.elements import a, h2, p, section, span

path = "/organise/events/<int:id>/guest-file"
who = "user"


async def load(id: int) -> Event:
    return await own_event(id)


def title(event: Event) -> str:
    return _("Guests as a file: {title}", title=event.title)


def view(event: Event) -> Any:
    return page(
        "organise",
        _("Guests as a file"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            p[_("Everybody who has signed up, with their answers, as a table for Excel or WPS.")],
            p(class_="note")[
                _("These are personal data: keep the file safe, and delete it after the event.")
            ],
            a(
                class_="button primary",
                href=f"/api/events/{event.id}/sign-ups.csv",
                download=True,
            )[icon(DOWNLOAD), span[_("Download (CSV)")]],
        ],
        section(class_="panel", aria_labelledby="inside")[
            h2(id="inside")[_("In WeChat or Alipay?")],
            p[_("No file can be saved in there. Sign in on a computer, and download it there.")],
            a(class_="button", href="/organise/computer")[_("Use a computer")],
        ],
        back=f"/organise/events/{event.id}",
    )
