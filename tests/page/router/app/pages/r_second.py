"""Page second of a number."""

from app.layouts import numbered as layout  # noqa: F401
from qiao.elements import h1

path = "/r/<int:id>/second"


async def load(id):
    return id


def title(id):
    return f"second of {id}"


def view(id):
    return h1[f"The second of {id}"]
