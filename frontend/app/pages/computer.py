"""A code for the organiser's computer: a larger screen, and a keyboard."""

from typing import Any

from app.components.page import page
from contract import logins
from qiao import Entry, show
from qiao import gettext as _
from qiao.contract import Record
from qiao.elements import div, p, section
from qiao.widgets import entry_form, submit_button

keeps_draft = False
path = "/organise/computer"
who = "user"


class NothingToFillIn(Record):
    pass


takes = NothingToFillIn


def title(data: None) -> str:
    return _("Use a computer")


def view(data: None, entry: Entry) -> Any:
    return page(
        "organise",
        title(data),
        section(class_="panel")[
            p[_("Sign in on your computer without a password: with a code, good for 5 minutes.")],
            p(class_="note")[_("Tell it to nobody. Who has it is signed in as you.")],
        ],
        div(role="status", class_="result")[
            show(entry.result, lambda: p(class_="lead")[entry.result])
        ],
        entry_form(entry)[submit_button(entry, _("Get a code"))],
        back="/organise",
    )


async def submit(form: NothingToFillIn) -> str:
    given = await logins.create_code()
    return _("Open {address} and type {code}", address=given.address, code=given.code)
