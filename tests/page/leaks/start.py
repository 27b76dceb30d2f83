"""The page of the leak test: shows a page that has some of everything, and lets go of it."""

import json

from qiao import Entry, boundary, each, pending, portal, ref, show, signal
from qiao.browser import dom, kernel, probe, web
from qiao.contract import Record, choices, flag, integer, records, text
from qiao.elements import a, button, dialog, div, h1, li, p, ul
from qiao.signals import Owner, computed, effect, on_dispose
from qiao.widgets import entry_form, fields, rows, submit_button


class Row(Record):
    label = text("Label")


class Form(Record):
    name = text("Name", help="As on your card")
    note = text("Note", multiline=True, optional=True)
    count = integer("Count", min=1, max=9, default=1)
    days = choices("Days", ("a", "b"))
    agreed = flag("Agreed", default=False)
    guests = records("Guests", Row, optional=True)


# What lives longer than a page.
shared = signal(0)
people = signal(["a", "b", "c"])


async def load():
    return "later"


def fail():
    raise ValueError("on purpose")


def view():
    entry, box = Entry(Form), ref()
    entry.add("guests", Row(label="x"))
    double = computed(lambda: shared.value * 2)
    effect(lambda: double.value)
    on_dispose(lambda: None)
    return div(class_=lambda: {"odd": shared.value % 2}, style={"--n": double})[
        h1[shared, " ", double],
        ul[each(people, key=str, render=lambda name: li[name, lambda: shared.value])],
        show(
            lambda: shared.value % 2,
            lambda: p[shared, lambda: len(people.value)],
            lambda: a(href="/")[double],
        ),
        boundary(lambda: p[fail], lambda error, again: button(on_click=again)["Again"]),
        pending(load, lambda found: p[found, shared], lambda: p["wait"]),
        portal(dialog(ref=box)[button(on_click=box.close)["x"], shared]),
        entry_form(entry)[
            fields(entry),
            rows(entry, "guests", render=lambda one: fields(one), add="Add", remove="Remove"),
            submit_button(entry, "Send"),
        ],
    ]


def once(root):
    owner = Owner()
    owner.run(lambda: kernel.mount(root, view()))
    shared.value += 1
    people.value = [*people.peek()[1:], people.peek()[0]]
    probe.click(root, "button")
    probe.click(root, "h1")
    owner.dispose()


async def many(times):
    root = probe.make_root("")
    for _ in range(times):
        once(root)
        await probe.later()
    kernel.mount(root, None)
    return json.dumps([len(shared.targets), len(people.targets)])


dom.setup()
probe.offer("many", many)
web.log(ValueError("on purpose"))
print("DONE")
