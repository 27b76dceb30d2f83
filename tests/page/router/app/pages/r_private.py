"""A page for people who are signed in, that asks the server for nothing."""

from qiao.elements import h1

path = "/r/private"
who = "user"


def title(data):
    return "Private"


def view(data):
    return h1["Private"]
