"""A page whose data cannot be had."""

from qiao.elements import h1

path = "/r/unloadable"


def title(data):
    return "Unloadable"


async def load():
    return 1 // 0


def view(data):
    return h1["Loaded"]
