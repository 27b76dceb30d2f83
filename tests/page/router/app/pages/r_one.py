"""Page one."""

from app.layouts import outer as layout  # noqa: F401
from qiao import on_dispose
from qiao.elements import h1

path = "/r/one"


def title(data):
    return "one"


def view(data):
    on_dispose(lambda: print("gone: one"))
    return h1["Page one"]
