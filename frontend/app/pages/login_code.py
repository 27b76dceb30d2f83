"""Signing in on a computer, with a code from one's phone."""

from typing import Any

from app.components.page import page
from contract import logins
from contract.logins import JoinForm, LoginForm
from qiao import Entry, go
from qiao import gettext as _
from qiao.elements import div, p, section
from qiao.pages import Go
from qiao.quoting import quote
from qiao.widgets import entry_form, field, submit_button

keeps_draft = False
path = "/login/code"
takes = JoinForm


def title(data: None) -> str:
    return _("Sign in with a code")


def view(data: None, entry: Entry) -> Any:
    return page(
        "organise",
        title(data),
        entry_form(entry)[
            section(class_="panel")[
                p(class_="note")[
                    _("On your phone, open “Organise” and tap “Use a computer”: there is a code.")
                ],
                field(
                    entry,
                    "code",
                    autocomplete="one-time-code",
                    autocapitalize="characters",
                    spellcheck="false",
                ),
                div(class_="actions")[submit_button(entry, _("Sign in"))],
            ],
        ],
        back="/login",
    )


async def submit(form: JoinForm) -> Go:
    login = await logins.create(form=LoginForm(host="code", code=form.code))
    return go(f"/organise?ticket={quote(login.ticket)}", reload=True)
