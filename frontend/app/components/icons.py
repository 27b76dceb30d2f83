"""Icons, drawn with the current text colour; a word always stands beside them."""

from qiao import Element
from qiao.elements import path, svg

CALENDAR = (
    "M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z"
)
PLACE = (
    "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21z"
    "M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
)
PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0"
TICKET = (
    "M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H6a2 2 0 0"
    " 1-2-2v-2a2 2 0 0 0 0-4zM14 6v12"
)
BOARD = (
    "M9 4h6v3H9zM9 5H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1h-3"
    "M9 12h6M9 16h4"
)
SCAN = (
    "M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3"
    "M8 20H5a1 1 0 0 1-1-1v-3M4 12h16"
)
SHARE = "M12 3v12M8 7l4-4 4 4M5 12v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7"
CHECK = "M5 12.5l4.5 4.5L19 7.5"
DOWNLOAD = "M12 4v11M8 11l4 4 4-4M5 19h14"
BACK = "M15 5l-7 7 7 7"
PLUS = "M12 5v14M5 12h14"


def icon(drawing: str) -> Element:
    """Return an icon that screen readers skip."""
    return svg(class_="icon", viewBox="0 0 24 24", aria_hidden="true", focusable="false")[
        path(d=drawing)
    ]
