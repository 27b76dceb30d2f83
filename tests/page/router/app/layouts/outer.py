"""A layout that counts."""

from qiao import signal
from qiao.elements import a, button, div, main, nav

LINKS = ("/r/one", "/r/two", "/r/7/first", "/r/7/second", "/r/8/first", "/r/list")


def view(inner):
    count = signal(0)

    def more():
        count.value += 1

    return div(class_="outer")[
        button(on_click=more)["More"],
        div(class_="count")[count],
        nav[[a(href=link)[link] for link in LINKS]],
        main[inner],
    ]
