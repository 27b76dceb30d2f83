"""Signing in: by the shell in a mini program, by a mere name in a preview."""

from typing import Any

from app.components.page import page
from contract import logins
from contract.logins import LoginForm, Person
from qiao import N_, Entry, go
from qiao import gettext as _
from qiao.contract import Record, text
from qiao.elements import a, div, p, section
from qiao.pages import Go, stays_here
from qiao.quoting import quote
from qiao.widgets import entry_form, field, submit_button

keeps_draft = False
path = "/login"
query = ("next",)


class NameForm(Record):
    name = text(N_("Your name"), max=40)


takes = NameForm


async def load(next: str) -> Person:
    return await logins.me()


def title(person: Person) -> str:
    return _("Sign in")


def view(person: Person, entry: Entry) -> Any:
    return page("organise", _("Sign in"), way_in(person, entry))


def way_in(person: Person, entry: Entry) -> Any:
    if not person.preview:
        return section(class_="empty")[
            p[_("Open this page inside the mini program: there you are signed in by itself.")],
            p[a(class_="button", href="/login/code")[_("Sign in with a code")]],
        ]
    return entry_form(entry)[
        section(class_="panel")[
            p(class_="note")[_("This is a preview: any name will do.")],
            field(entry, "name", autocomplete="name"),
            div(class_="actions")[submit_button(entry, _("Sign in"))],
        ]
    ]


async def submit(form: NameForm, next: str) -> Go:
    login = await logins.create(form=LoginForm(host="preview", code=form.name))
    address = next if stays_here(next) else "/organise"
    mark = "&" if "?" in address else "?"
    return go(f"{address}{mark}ticket={quote(login.ticket)}", reload=True)
