# The table by hand, as vanilla/rows.js does it, in the page's Python on stock Brython.

from browser import document, window

SIZES = ["big", "small", "long", "short", "wide", "narrow", "round", "flat", "tiny", "vast"]
COLOURS = ["red", "green", "blue", "white", "black", "brown", "grey", "pink", "gold", "jade"]
THINGS = ["bridge", "boat", "lamp", "kite", "bell", "cup", "fan", "gate", "drum", "scroll"]

body = document["rows"]
template = document.createElement("template")
template.innerHTML = (
    '<tr><td class="id"></td><td class="label"><a></a></td><td><a class="remove">×</a></td></tr>'
)
model = template.content.firstChild


class Row:
    def __init__(self, id, label):
        self.id = id
        self.label = label
        self.node = model.cloneNode(True)
        cells = self.node.childNodes
        self.link = cells[1].firstChild
        cells[0].textContent = str(id)
        self.link.textContent = label


class Table:
    def __init__(self):
        self.rows = []
        self.by_id = {}
        self.chosen = None
        self.next = 1
        self.seed = 42

    def draw(self, words):
        self.seed = (self.seed * 171 + 11213) % 53125
        return words[self.seed % len(words)]

    def append(self, _event=None):
        fragment = document.createDocumentFragment()
        for _ in range(1000):
            label = f"{self.draw(SIZES)} {self.draw(COLOURS)} {self.draw(THINGS)}"
            row = Row(self.next, label)
            self.next += 1
            self.rows.append(row)
            self.by_id[str(row.id)] = row
            fragment.appendChild(row.node)
        body.appendChild(fragment)

    def create(self, event):
        self.clear(event)
        self.append(event)

    def clear(self, _event):
        self.rows = []
        self.by_id = {}
        self.chosen = None
        body.textContent = ""

    def update(self, _event):
        for row in self.rows[::10]:
            row.label += " !!!"
            row.link.textContent = row.label

    def swap(self, _event):
        rows = self.rows
        if len(rows) < 999:
            return
        one, other = rows[1], rows[998]
        rows[1], rows[998] = other, one
        after = other.node.nextSibling
        body.insertBefore(other.node, one.node)
        body.insertBefore(one.node, after)

    def tap(self, event):
        link = event.target.closest("a")
        if not link:
            return
        row = self.by_id[link.closest("tr").firstChild.textContent]
        if link.className == "remove":
            self.remove(row)
        else:
            self.choose(row)

    def choose(self, row):
        if self.chosen:
            self.chosen.node.className = ""
        self.chosen = row
        row.node.className = "chosen"

    def remove(self, row):
        self.rows.remove(row)
        del self.by_id[str(row.id)]
        row.node.remove()
        if self.chosen is row:
            self.chosen = None


table = Table()
for name in ("create", "append", "update", "swap", "clear"):
    document[name].bind("click", getattr(table, name))
body.bind("click", table.tap)
window.performance.mark("hydrated")
