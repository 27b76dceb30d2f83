"""Access tokens: for scripts that work in the person's name."""

from typing import Any

from app.components.page import empty, page
from contract import access_tokens
from contract.access_tokens import AccessToken, AccessTokenForm, AccessTokens
from qiao import Entry, each, show
from qiao import gettext as _
from qiao.dates import format_time
from qiao.elements import a, article, code, div, h2, p, section, span
from qiao.widgets import entry_form, fields, submit_button

path = "/organise/access-tokens"
who = "user"
keeps_draft = False
takes = AccessTokenForm


async def load() -> AccessTokens:
    return await access_tokens.find()


def title(found: AccessTokens) -> str:
    return _("Access tokens")


def scope_text(token: AccessToken) -> str:
    return _("Read only") if token.scope == "read" else _("Read and change")


def state_text(token: AccessToken) -> str:
    """Return until when a token is good, and when it was last used."""
    if token.expired:
        return _("Expired {time} UTC", time=format_time(token.expires))
    until = _("Good until {time} UTC", time=format_time(token.expires))
    used = (
        _("last used {time} UTC", time=format_time(token.used)) if token.used else _("never used")
    )
    return f"{until} · {used}"


def view(found: AccessTokens, entry: Entry) -> Any:
    def row(token: AccessToken) -> Any:
        return article(class_="card")[
            div[
                h2[token.name],
                span(class_="when")[f"qiao_…{token.ending} · {scope_text(token)}"],
                span(class_="when")[state_text(token)],
                a(
                    class_="decide",
                    href=f"/organise/access-tokens/{token.id}",
                    aria_label=_("Revoke: {name}", name=token.name),
                )[_("Revoke")],
            ]
        ]

    return page(
        "organise",
        title(found),
        p(class_="note")[
            _("A script that sends an access token works in your name. Give it to nobody else.")
        ],
        div(role="status", class_="result")[show(entry.result, lambda: given(entry))],
        div(class_="list")[
            each(
                found.items,
                key=lambda token: token.id,
                render=row,
                otherwise=lambda: empty(_("You have no access tokens.")),
            )
        ],
        entry_form(entry)[
            section(class_="panel")[
                fields(entry),
                div(class_="actions")[submit_button(entry, _("Make an access token"))],
            ]
        ],
        back="/organise",
    )


def given(entry: Entry) -> Any:
    return section(class_="panel")[
        p[_("Copy it now: it is never shown again.")],
        p[code(class_="secret")[entry.result]],
    ]


async def submit(form: AccessTokenForm) -> str:
    made = await access_tokens.create(form=form)
    return made.token
