"""The button that passes a page on."""

from app.components.icons import SHARE, icon
from qiao import Element, native, show, signal
from qiao import gettext as _
from qiao.elements import button, div, span
from qiao.errors import NotSupported


def share_button(title: str, path: str) -> Element:
    """Return the button, and what there is to say about it; `path` is a page of this site."""
    told = signal("")

    async def pass_on() -> None:
        try:
            how = await native.share(title, path)
            told.value = _("The link is copied.") if how == "copied" else ""
        except native.Cancelled:
            told.value = ""
        except (native.Failed, NotSupported) as error:
            told.value = str(error)

    return div(class_="share")[
        button(type="button", class_="button quiet", on_click=pass_on)[
            icon(SHARE), span[_("Share")]
        ],
        span(role="status")[show(told, lambda: span[told])],
    ]
