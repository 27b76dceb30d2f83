"""Check-in at the door: the ticket's code typed in, or scanned."""

from typing import Any

from app.components.icons import SCAN, icon
from app.components.page import page
from contract import check_ins, events
from contract.check_ins import CheckInForm, Door
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


class EventDoor:
    """An event and how many of its guests are in."""

    def __init__(self, event: Event, door: Door) -> None:
        self.event = event
        self.door = door


async def load(id: int) -> EventDoor:
    return EventDoor(await events.get(id=id), await check_ins.count(id=id))


def title(data: EventDoor) -> str:
    return _("Check-in: {title}", title=data.event.title)


def view(data: EventDoor, entry: Entry) -> Any:
    event, door = data.event, data.door
    return page(
        "organise",
        _("Check-in"),
        section(class_="panel")[
            p(class_="lead")[event.title],
            p(class_="counter")[
                strong[str(door.checked_in)],
                " ",
                _("of {n} guests are in", n=door.taken),
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
        # The list of guests is the organiser's; a helper sees the door only.
        back=f"/organise/events/{event.id}" if event.mine else "/organise",
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

    native.resume("scan", scan)
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
