"""The picture of an event, sent or taken away by its organiser."""

from typing import Any

from app.components.page import page
from app.components.picture import whole
from contract import events, pictures
from contract.events import Event, NotYours
from contract.pictures import PictureForm
from qiao import N_, Entry, go
from qiao import gettext as _
from qiao.contract import flag
from qiao.elements import a, div, p, section
from qiao.pages import Go
from qiao.widgets import entry_form, field, submit_button

path = "/organise/events/<int:id>/picture"
who = "user"
keeps_draft = False


class PictureChange(PictureForm):
    remove = flag(N_("Remove the picture"), default=False)


takes = PictureChange


async def load(id: int) -> Event:
    event = await events.get(id=id)
    if not event.mine:
        raise NotYours()
    return event


def title(event: Event) -> str:
    return _("Picture: {title}", title=event.title)


def entry(event: Event) -> Entry:
    found: Any = event.picture
    alt = found.alt if found else None
    return Entry(PictureChange, PictureChange(picture=None, alt=alt, remove=False))


def view(event: Event, entry: Entry) -> Any:
    found: Any = event.picture
    back = f"/organise/events/{event.id}"
    return page(
        "organise",
        _("Picture"),
        current(found),
        entry_form(entry)[
            section(class_="panel")[
                field(entry, "picture"),
                field(entry, "alt"),
                field(entry, "remove") if found else None,
            ],
            submit_button(entry, _("Save")),
        ],
        div(class_="actions")[a(class_="button", href=back)[_("Back to the guests")]],
        back=back,
    )


def current(found: Any) -> Any:
    """Return the picture that the event has, and what keeps others from seeing it."""
    if not found:
        return p(class_="note")[_("The event has no picture yet.")]
    if found.state == "refused":
        return div(class_="notice wrong")[
            p[_("WeChat holds this picture for unsuitable. Nobody sees it: send another one.")]
        ]
    waits = _("WeChat is looking at the picture. Until then only you see it.")
    return [
        whole(found),
        p(class_="note", role="status")[waits] if found.state == "pending" else None,
    ]


async def submit(form: PictureChange, id: int) -> Go:
    if form.remove:
        await pictures.remove(id=id)
    else:
        await pictures.put(id=id, form=PictureForm(picture=form.picture, alt=form.alt))
    return go(f"/organise/events/{id}/picture")
