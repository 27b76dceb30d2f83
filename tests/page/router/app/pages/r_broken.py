"""A page that only fails in the browser, and one can come to."""

from qiao import query_signal, signal
from qiao.elements import h1

path = "/r/broken"


def title(data):
    return "Broken"


def view(data):
    if query_signal("fine", False).value:
        return h1["Fine"]
    return h1[signal(0).nothing]
