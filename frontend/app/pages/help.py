"""An invitation to help at a door, by its link or typed in."""

from typing import Any

from app.components.event_facts import facts
from app.components.page import page
from contract import helpers
from contract.helpers import Helping
from qiao import N_, Entry, go
from qiao import gettext as _
from qiao.contract import Record, text
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.quoting import quote
from qiao.widgets import entry_form, field, submit_button

keeps_draft = False
path = "/help"
query = ("code",)
who = "user"


class CodeForm(Record):
    code = text(N_("Code of the invitation"), max=40)


async def load(code: str) -> Helping | None:
    return await helpers.get(code=code) if code else None


def title(helping: Helping | None) -> str:
    return _("Help at the door")


def entry(helping: Helping | None) -> Entry:
    # With the invitation in the address there is nothing left to fill in.
    return Entry(Record if helping else CodeForm)


def view(helping: Helping | None, entry: Entry) -> Any:
    return page(
        "organise",
        title(helping),
        invitation(helping, entry) if helping else code_form(entry),
        back="/organise",
    )


def code_form(entry: Entry) -> Any:
    return entry_form(entry)[
        section(class_="panel")[
            p(class_="note")[_("The organiser of the event has given you a code.")],
            field(
                entry,
                "code",
                autocomplete="off",
                autocapitalize="characters",
                spellcheck="false",
            ),
            div(class_="actions")[submit_button(entry, _("Go on"))],
        ]
    ]


def invitation(helping: Helping, entry: Entry) -> Any:
    door = f"/organise/events/{helping.event_id}/check-in"
    return [
        section(class_="panel")[
            p(class_="lead")[helping.title],
            facts(helping),
            p(class_="note")[_("Organised by {name}", name=helping.organiser)]
            if helping.organiser
            else None,
            p[_("You check guests in: you scan their tickets, or type the codes.")],
        ],
        a(class_="button primary", href=door)[_("To the door")]
        if helping.joined
        else entry_form(entry)[div(class_="actions")[submit_button(entry, _("Help at the door"))]],
    ]


async def submit(form: Any, code: str) -> Go:
    if code:
        helping = await helpers.accept(code=code)
        return go(f"/organise/events/{helping.event_id}/check-in")
    # Asked for here, what is wrong is said beside what was typed.
    await helpers.get(code=form.code)
    return go(f"/help?code={quote(form.code)}")
