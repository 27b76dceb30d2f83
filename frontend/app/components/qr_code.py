"""A QR code, drawn from the path that the server made."""

from qiao import Element
from qiao.elements import path, rect, svg


def qr_code(drawing: str, size: int, label: str) -> Element:
    """Return the code as a picture; always dark on light, so that scanners read it at night."""
    return svg(class_="qr", viewBox=f"0 0 {size} {size}", role="img", aria_label=label)[
        rect(width=size, height=size, class_="light"), path(d=drawing, class_="dark")
    ]
