"""Who may check guests in at an event beside its organiser."""

from typing import Any

from app.components.page import empty, page
from app.components.share import share_button
from contract import events, helpers
from contract.events import Event
from contract.helpers import Helper, HelperForm
from qiao import N_, Entry, each, show
from qiao import gettext as _
from qiao.contract import integer
from qiao.dates import format_time
from qiao.elements import a, article, button, div, h2, p, section, span
from qiao.widgets import entry_form, field, submit_button

keeps_draft = False
path = "/organise/events/<int:id>/helpers"
who = "user"


class HelpersForm(HelperForm):
    """An invitation; or, by the button of a helper, whom to remove."""

    remove = integer(N_("Whom to remove"), optional=True)


takes = HelpersForm


class Helpers:
    """An event with its helpers."""

    def __init__(self, event: Event, items: list[Helper]) -> None:
        self.event = event
        self.items = items


async def load(id: int) -> Helpers:
    return Helpers(await events.get(id=id), (await helpers.find(id=id)).items)


def title(data: Helpers) -> str:
    return _("Helpers: {title}", title=data.event.title)


def view(data: Helpers, entry: Entry) -> Any:
    event = data.event
    return page(
        "organise",
        _("Helpers"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            p(class_="note")[_("Helpers check guests in. They don't see the list of guests.")],
        ],
        div(role="status", class_="result")[show(entry.result, lambda: news(entry.result.peek()))],
        entry_form(entry)[
            invite(entry) if event.state not in ("over", "cancelled") else None,
            div(class_="list")[
                each(
                    data.items,
                    key=lambda helper: helper.id,
                    render=lambda helper: helper_card(helper, entry),
                    otherwise=lambda: empty(_("Nobody helps you yet.")),
                )
            ],
        ],
        back=f"/organise/events/{event.id}",
    )


def invite(entry: Entry) -> Any:
    return section(class_="panel")[
        field(entry, "name", autocomplete="off"),
        div(class_="actions")[
            submit_button(
                entry,
                _("Invite a helper"),
                # A removal that did not work must not be tried again by this button.
                on_click=lambda event: entry.type("remove", []),
            )
        ],
    ]


def news(told: dict[str, str]) -> Any:
    """Return what came of the last tap: the code that is shown this once."""
    if not told["code"]:
        return p[_("Removed.")]
    # As a path: the page may know its host better than the server does.
    path = "/help?code=" + told["code"]
    return section(class_="panel")[
        p[_("Pass this on to one person:")],
        p(class_="code")[told["code"]],
        p(class_="note")[a(href=told["address"], rel="external")[_("Link of the invitation")]],
        share_button(_("Help at the door"), path),
        p(class_="note")[
            _("Good once, until {time}. It is not shown again.", time=format_time(told["until"]))
        ],
    ]


def helper_card(helper: Helper, entry: Entry) -> Any:
    return article(class_="card plain guest")[
        div[
            h2[helper.name or _("Helper without a name")],
            p(class_="when")[since(helper)],
            span(class_=["badge", BADGES[helper.state]])[state_text(helper.state)],
            button(
                type="submit",
                name="remove",
                value=str(helper.id),
                class_="button quiet",
                aria_label=remove_text(helper),
                aria_disabled=lambda: "true" if entry.pending.value else None,
                on_click=lambda event: entry.type("remove", [str(helper.id)]),
            )[span[_("Remove") if helper.joined_at else _("Take back")]],
        ]
    ]


BADGES = {"helping": "open", "invited": "pending", "expired": "expired"}


def state_text(state: str) -> str:
    texts = {"helping": _("Helps"), "invited": _("Invited"), "expired": _("Invitation ended")}
    return texts[state]


def since(helper: Helper) -> str:
    if helper.joined_at:
        return _("Since {time}", time=format_time(helper.joined_at))
    return _("Until {time}", time=format_time(helper.expires_at))


def remove_text(helper: Helper) -> str:
    """Return the button's words for those who don't see beside what it stands."""
    if helper.joined_at:
        return _("Remove {name}", name=helper.name or _("Helper without a name"))
    return _("Take back the invitation of {name}", name=helper.name or _("Helper without a name"))


async def submit(form: HelpersForm, id: int) -> dict[str, str]:
    if form.remove:
        await helpers.end(id=id, helper=form.remove)
        return {"code": ""}
    given = await helpers.create(id=id, form=HelperForm(name=form.name))
    return {"code": given.code, "address": given.address, "until": given.expires_at}
