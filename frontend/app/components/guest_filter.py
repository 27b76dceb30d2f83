"""Which guests of an event are listed: as a form, and in addresses."""

from typing import Any

from contract.sign_ups import SHOWN_LABELS
from qiao import gettext as _
from qiao.elements import button, div, form, input_, label, option, select, span
from qiao.paths import query_string
from rules.sign_ups import SHOWN


def guests_address(event_id: int, state: str, search: str) -> str:
    """Return the address of the list; "" stands for what is listed without being asked for."""
    wanted = query_string({"state": state or None, "search": search or None})
    return f"/organise/events/{event_id}{wanted}"


def guest_filter(state: str, search: str) -> Any:
    """Return the form that asks for some of the guests; it works without script."""
    return form(method="get", role="search", class_="filter")[
        div(class_="field")[
            label(for_="search")[_("Name or telephone number")],
            input_(type="text", id="search", name="search", value=search, autocomplete="off"),
        ],
        div(class_="field")[
            label(for_="state")[_("Show")],
            select(id="state", name="state")[
                [
                    option(value=one, selected=one == (state or "current"))[_(text)]
                    for one, text in zip(SHOWN, SHOWN_LABELS, strict=True)
                ]
            ],
        ],
        button(type="submit", class_="button")[span[_("Search")]],
    ]
