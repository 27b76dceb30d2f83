"""A list that the address filters."""

from qiao import each, query_signal
from qiao.elements import a, button, div, h1, input_, li, p, ul

path = "/r/list"
NAMES = ("Anna", "Bo", "Cai", "Dora")


def title(data):
    return "List"


def view(data):
    q, tab, page = (
        query_signal("q", ""),
        query_signal("tab", "all", push=True),
        query_signal("page", 1, push=True),
    )

    def search(event):
        q.value = event.value

    def turn():
        tab.value = "mine"
        page.value = 2

    return div[
        h1["List"],
        input_(aria_label="Search", value=q, on_input=search),
        button(on_click=turn)["Turn"],
        a(href="/r/list?tab=old&page=9")["Old"],
        a(href="/r/list?page=many#end")["Wrong"],
        a(href="/r/one")["Away"],
        p(class_="state")[lambda: f"{tab.value} {page.value}"],
        ul[each(lambda: [n for n in NAMES if q.value in n], key=str, render=lambda n: li[n])],
    ]
