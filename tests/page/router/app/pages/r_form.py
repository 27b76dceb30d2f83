"""A form, and what is typed into it."""

from qiao import go
from qiao.contract import Record, text
from qiao.elements import h1, main
from qiao.widgets import entry_form, fields, submit_button


class Note(Record):
    note = text("Note")


path = "/r/form"
takes = Note


def title(data):
    return "form"


def view(data, entry):
    return main[h1["Form"], entry_form(entry)[fields(entry), submit_button(entry, "Send")]]


async def submit(form):
    return go("/r/one")
