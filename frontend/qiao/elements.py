"""HTML as Python: `div(class_="card", on_click=pick)[h3["Title"], p[text]]`.

An element is plain data: tag, attributes, children. Both renderers read it; nothing here
knows about either. Children are text, numbers, elements, lists of them, `None` or `False`
for nothing, and live parts: a signal, a computed, or a function without parameters, which
give text that follows the signals they read. Attributes can be live in the same way.

`class_` and `for_` lose their underscore, inner underscores become hyphens (`aria_label`,
`data_id`), `on_click` and the like are handlers. An attribute that is `None` or `False` is
left out, `True` is written without a value; `aria_…`, `contenteditable`, `draggable` and
`spellcheck` say "true" or "false".
"""

from __future__ import annotations

from typing import Any

from qiao.element import Element as Element


def class_text(value: Any) -> Any:
    """Return the class attribute of a string, a list, or a dict of name -> wanted."""
    if isinstance(value, dict):
        value = [name for name, wanted in value.items() if wanted]
    if isinstance(value, (list, tuple)):
        value = " ".join(part for part in value if part)
    return value or None


a = Element("a")
article = Element("article")
aside = Element("aside")
b = Element("b")
br = Element("br")
button = Element("button")
circle = Element("circle")
code = Element("code")
dd = Element("dd")
details = Element("details")
dialog = Element("dialog")
div = Element("div")
dl = Element("dl")
dt = Element("dt")
em = Element("em")
fieldset = Element("fieldset")
figure = Element("figure")
figcaption = Element("figcaption")
footer = Element("footer")
form = Element("form")
g = Element("g")
h1 = Element("h1")
h2 = Element("h2")
h3 = Element("h3")
h4 = Element("h4")
header = Element("header")
hr = Element("hr")
i = Element("i")
img = Element("img")
input_ = Element("input")
label = Element("label")
legend = Element("legend")
li = Element("li")
main = Element("main")
nav = Element("nav")
ol = Element("ol")
option = Element("option")
output = Element("output")
p = Element("p")
path = Element("path")
pre = Element("pre")
progress = Element("progress")
rect = Element("rect")
section = Element("section")
select = Element("select")
small = Element("small")
span = Element("span")
strong = Element("strong")
summary = Element("summary")
svg = Element("svg")
table = Element("table")
tbody = Element("tbody")
td = Element("td")
textarea = Element("textarea")
th = Element("th")
thead = Element("thead")
time = Element("time")
tr = Element("tr")
ul = Element("ul")
video = Element("video")
