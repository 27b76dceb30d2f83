"""Where somebody is signed in, and how to end that."""

from typing import Any

from app.components.page import page
from contract import sessions
from contract.sessions import LoginSession, LoginSessions
from qiao import N_, Entry, each, go, ngettext, show
from qiao import gettext as _
from qiao.contract import Record, flag, integer
from qiao.elements import article, button, div, h2, p, section, span
from qiao.pages import Go
from qiao.widgets import entry_form

keeps_draft = False
path = "/organise/sessions"
who = "user"


class EndForm(Record):
    """Which to end: one, by its button, or all others."""

    session = integer(N_("Session"), optional=True)
    others = flag(N_("All others"), default=False)


takes = EndForm


async def load() -> LoginSessions:
    return await sessions.find()


def title(found: LoginSessions) -> str:
    return _("Where you are signed in")


def view(found: LoginSessions, entry: Entry) -> Any:
    return page(
        "organise",
        title(found),
        section(class_="panel")[
            p[_("Is there one that you don't know, or that you have lost? End it.")]
        ],
        div(role="status", class_="result")[
            show(entry.result, lambda: p(class_="lead")[entry.result])
        ],
        entry_form(entry)[
            div(class_="list")[
                each(
                    found.items,
                    key=lambda one: one.id,
                    render=lambda one: session_card(one, entry),
                )
            ],
            end_button(entry, _("Sign out everywhere else"), "button", others=["on"])
            if len(found.items) > 1
            else None,
        ],
        back="/organise",
    )


def session_card(one: LoginSession, entry: Entry) -> Any:
    return article(class_="card plain guest")[
        div[
            h2[device_text(one)],
            p(class_="when")[
                _("In use now") if one.current else _("Last used: {ago}", ago=ago(one.seen_hours))
            ],
            p(class_="when")[_("Signed in: {ago}", ago=ago(one.began_hours))],
            span(class_="badge open")[_("This one")] if one.current else None,
            end_button(
                entry,
                _("Sign out") if one.current else _("End it"),
                "button quiet",
                session=[str(one.id)],
                label=None if one.current else _("End it: {device}", device=device_text(one)),
            ),
        ]
    ]


def end_button(
    entry: Entry,
    text: str,
    look: str,
    *,
    session: list[str] | None = None,
    others: list[str] | None = None,
    label: str | None = None,
) -> Any:
    """Return a button that ends one session, or all others; without script by its value."""

    def choose(event: Any) -> None:
        entry.type("session", session or [])
        entry.type("others", others or [])

    name, value = ("session", session[0]) if session else ("others", "on")
    return button(
        type="submit",
        name=name,
        value=value,
        class_=look,
        aria_label=label,
        aria_disabled=lambda: "true" if entry.pending.value else None,
        on_click=choose,
    )[span[text]]


def device_text(one: LoginSession) -> str:
    """Return what somebody signed in with."""
    apps = {
        "wechat": _("WeChat"),
        "alipay": _("Alipay"),
        "douyin": _("Douyin"),
        "qq": "QQ",
        "kuaishou": _("Kuaishou"),
        "baidu": _("Baidu"),
        "chrome": "Chrome",
        "edge": "Edge",
        "firefox": "Firefox",
        "safari": "Safari",
    }
    systems = {
        "iphone": "iPhone",
        "ipad": "iPad",
        "harmony": "HarmonyOS",
        "android": "Android",
        "windows": "Windows",
        "mac": "Mac",
        "linux": "Linux",
    }
    known = [apps.get(one.app), systems.get(one.system)]
    return " · ".join([word for word in known if word]) or _("A device that is not known")


def ago(hours: int) -> str:
    """Return how long ago something was, no finer than one remembers."""
    if hours < 1:
        return _("less than an hour ago")
    if hours < 48:
        return ngettext("{n} hour ago", "{n} hours ago", hours)
    return ngettext("{n} day ago", "{n} days ago", hours // 24)


async def submit(form: EndForm) -> Go | str:
    if form.session:
        left = await sessions.end(id=form.session)
        # One's own: that is signing out.
        if not any(one.current for one in left.items):
            return go("/", reload=True)
    elif form.others:
        await sessions.end_others()
    return _("Ended.")
