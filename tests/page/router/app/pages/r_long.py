"""A page longer than the screen."""

from qiao.elements import a, div, h1, h2, p

path = "/r/long"


def title(data):
    return "Long"


def view(data):
    return div[
        h1["Long"],
        a(href="#far")["Down"],
        [p[str(number)] for number in range(60)],
        h2(id="far")["Far"],
        a(href="/r/long2#far")["Next"],
        [p[str(number)] for number in range(60)],
    ]
