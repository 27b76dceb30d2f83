"""The page of the tests of many rows: does things to a thousand of them and counts."""

import json

from qiao import each, signal
from qiao.browser import dom, kernel, probe
from qiao.elements import button, li, ul
from qiao.signals import Owner


class Row:
    def __init__(self, id):
        self.id = id
        self.label = signal(f"row {id}")
        self.runs = 0

    def text(self):
        self.runs += 1
        return self.label.value


def item(row):
    def again():
        row.label.value = "tapped"

    return li[button(on_click=again)[row.text]]


def mounted(rows):
    owner = Owner()
    root = probe.make_root("")
    owner.run(kernel.mount, root, ul[each(rows, key=lambda row: row.id, render=item)])
    return owner, root


def tell(name, *values):
    print("TOLD " + json.dumps([name, list(values)]))


def update_one():
    rows = signal([Row(id) for id in range(1000)])
    _, root = mounted(rows)
    probe.watch()
    rows.value[500].label.value = "changed"
    tell("update", sum(row.runs for row in rows.value) - 1000, probe.changed())
    probe.click(root, "li:nth-child(3) button")
    tell("tap", sum(row.runs for row in rows.value) - 1001, probe.changed())


def reorder():
    made = [Row(id) for id in range(1000)]
    rows = signal(made)
    mounted(rows)
    probe.watch()
    rows.value = [*made[:1], made[998], *made[2:998], made[1], made[999]]
    tell("swap", probe.changed())
    probe.watch()
    rows.value = [row for row in rows.value if row.id != 500]
    tell("remove", probe.changed())
    probe.watch()
    rows.value = [*rows.value, Row(2000)]
    tell("append", probe.changed())
    probe.watch()
    rows.value = [Row(3000), *rows.value]
    tell("prepend", probe.changed())


def leak():
    shared = signal("a")

    def row(id):
        return li[lambda: f"{id} {shared.value}"]

    for _ in range(200):
        owner = Owner()
        root = probe.make_root("")
        owner.run(kernel.mount, root, ul[each(list(range(20)), key=lambda id: id, render=row)])
        owner.dispose()
    tell("readers left", len(shared.targets))


dom.setup()
update_one()
reorder()
leak()
probe.make_root("")
print("DONE")
