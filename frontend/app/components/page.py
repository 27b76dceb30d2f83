"""The frame of every page: content, and the way to the other parts at the bottom."""

from typing import Any

from app.components.icons import BACK, BOARD, CALENDAR, TICKET, icon
from qiao import Element
from qiao import gettext as _
from qiao.elements import a, div, h1, header, main, nav, section, span

TABS = (
    ("events", "/", CALENDAR),
    ("tickets", "/tickets", TICKET),
    ("organise", "/organise", BOARD),
)


def page(tab: str, title: str, *content: Any, back: str = "", actions: Any = None) -> Any:
    """Return a page under one of the tabs; `back` is the address one level up.

    `actions` stay in sight at the bottom, within reach of a thumb.
    """
    return [
        a(class_="skip", href="#main")[_("Skip to the content")],
        header(class_="bar")[
            a(class_="back", href=back, aria_label=_("Back"))[icon(BACK)] if back else None,
            h1[title],
        ],
        main(id="main", tabindex="-1")[content],
        div(class_="bottom")[
            section(class_="actions", aria_label=_("Next step"))[actions] if actions else None,
            tabs(tab),
        ],
    ]


def tabs(current: str) -> Element:
    labels = {"events": _("Events"), "tickets": _("Tickets"), "organise": _("Organise")}
    return nav(class_="tabs", aria_label=_("Main"))[
        [
            a(href=address, aria_current="page" if name == current else None)[
                icon(drawing), span[labels[name]]
            ]
            for name, address, drawing in TABS
        ]
    ]


def empty(text: str, *more: Any) -> Element:
    """Return what a list shows that has nothing to show."""
    return div(class_="empty")[text, more]
