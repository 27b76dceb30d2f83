"""Check-in at the door: the ticket's code typed in, or scanned."""

from typing import Any

from app.components.icons import SCAN, icon
from app.components.page import page
from contract import check_ins, events, sign_ups
from contract.check_ins import CheckInForm
from contract.events import Event
from qiao import Entry, native, show, signal
from qiao import gettext as _
from qiao.elements import button, div, p, section, span, strong
from qiao.errors import NotSupported
from qiao.widgets import entry_form, field, submit_button

keeps_draft = False
path = "/organise/events/<int:id>/check-in"
who = "user"
takes = CheckInForm


class Door:
    """An event and how many of its guests are in."""

    def __init__(self, event: Event, checked_in: int) -> None:
        self.event = event
        self.checked_in = checked_in


async def load(id: int) -> Door:
    event = await events.get(id=id)
    return Door(event, (await sign_ups.find(id=id)).checked_in)


def title(door: Door) -> str:
    return _("Check-in: {title}", title=door.event.title)


def view(door: Door, entry: Entry) -> Any:
    return page(
        "organise",
        _("Check-in"),
        section(class_="panel")[
            p(class_="lead")[door.event.title],
            p(class_="counter")[
                strong[str(door.checked_in)],
                " ",
                _("of {n} guests are in", n=door.event.taken),
            ],
        ],
        div(role="status", class_="result")[
            show(entry.result, lambda: p(class_="welcome")[entry.result])
        ],
        scan_button(entry),
        entry_form(entry)[
            section(class_="panel")[
                field(entry, "ticket", autocomplete="off", autocapitalize="characters"),
                submit_button(entry, _("Check in"), class_="button"),
            ],
        ],
        back=f"/organise/events/{door.event.id}",
    )


def scan_button(entry: Entry) -> Any:
    told = signal("")

    async def scan() -> None:
        told.value = ""
        try:
            code = await native.scan()
        except native.Cancelled:
            return
        except native.Denied:
            told.value = _("The camera is not allowed. Type the code instead.")
            return
        except (native.Failed, NotSupported) as error:
            told.value = str(error)
            return
        entry.type("ticket", [code])
        await entry.send()

    return div(class_="scan")[
        button(type="button", class_="button primary", on_click=scan)[
            icon(SCAN), span[_("Scan a ticket")]
        ],
        p(role="status", class_="note")[told],
    ]


async def submit(form: CheckInForm, id: int) -> str:
    guest = await check_ins.create(id=id, form=form)
    if guest.seats > 1:
        return _("Welcome, {name}! You are {n}.", name=guest.name, n=guest.seats)
    return _("Welcome, {name}!", name=guest.name)
