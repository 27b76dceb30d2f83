"""A part that fails when it is asked to."""

from qiao import boundary, signal
from qiao.elements import button, h1, p

path = "/r/boundary"


def title(data):
    return "boundary"


def view(data):
    parts = signal(1)

    def fail():
        parts.value = 0

    return [
        h1["Boundary"],
        button(on_click=fail)["Fail"],
        boundary(lambda: p[lambda: f"{12 // parts.value}"], lambda error, again: p["Sorry"]),
    ]
