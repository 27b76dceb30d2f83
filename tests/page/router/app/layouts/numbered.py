"""A layout within another, for each number one."""

from app.layouts import outer as layout  # noqa: F401
from qiao import signal
from qiao.elements import div, input_, p


async def load(id):
    return id * 10


def view(data, inner):
    text = signal("")

    def type(event):
        text.value = event.value

    return div(class_="numbered")[
        p(class_="data")[data], input_(aria_label="Note", value=text, on_input=type), inner
    ]
