"""The question before an access token is revoked."""

from typing import Any

from app.components.page import page
from contract import access_tokens
from contract.access_tokens import AccessToken, TokenNotFound
from qiao import Entry, go
from qiao import gettext as _
from qiao.contract import Record
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, submit_button

path = "/organise/access-tokens/<int:id>"
who = "user"
keeps_draft = False
LIST = "/organise/access-tokens"


class NothingToFillIn(Record):
    pass


takes = NothingToFillIn


async def load(id: int) -> AccessToken:
    found = await access_tokens.find()
    for token in found.items:
        if token.id == id:
            return token
    raise TokenNotFound()


def title(token: AccessToken) -> str:
    return _("Revoke: {name}", name=token.name)


def view(token: AccessToken, entry: Entry) -> Any:
    return page(
        "organise",
        _("Revoke the access token?"),
        section(class_="panel")[
            p(class_="lead")[token.name],
            p(class_="note")[f"qiao_…{token.ending}"],
            p[_("Scripts that still use it are refused from then on.")],
        ],
        entry_form(entry)[submit_button(entry, _("Revoke"), class_="button wrong")],
        div(class_="actions")[a(class_="button", href=LIST)[_("Back")]],
        back=LIST,
    )


async def submit(form: NothingToFillIn, id: int) -> Go:
    await access_tokens.revoke(id=id)
    return go(LIST)
