"""Page two."""

from app.layouts import outer as layout  # noqa: F401
from qiao import on_dispose
from qiao.elements import h1

path = "/r/two"


def title(data):
    return "two"


def view(data):
    on_dispose(lambda: print("gone: two"))
    return h1["Page two"]
