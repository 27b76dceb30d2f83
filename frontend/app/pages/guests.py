"""Who has signed up for an event, and how many places are left."""

from typing import Any

from app.components.event_facts import facts, places
from app.components.icons import CHECK, SCAN, icon
from app.components.page import empty, page
from app.components.seats import seats_text
from contract import events, sign_ups
from contract.events import Event
from contract.sign_ups import Guest, GuestList
from qiao import Element, each, ngettext
from qiao import gettext as _
from qiao.dates import format_time
from qiao.elements import a, article, dd, div, dl, dt, h2, p, section, span

path = "/organise/events/<int:id>"
who = "user"


class Guests:
    """An event with its guests."""

    def __init__(self, event: Event, guests: GuestList) -> None:
        self.event = event
        self.guests = guests


async def load(id: int) -> Guests:
    return Guests(await events.get(id=id), await sign_ups.find(id=id))


def title(data: Guests) -> str:
    return data.event.title


def view(data: Guests) -> Any:
    event, guests = data.event, data.guests

    def guest_row(guest: Guest) -> Element:
        return guest_card(guest, event)

    return page(
        "organise",
        event.title,
        section(class_="panel")[
            facts(event),
            places(event),
            p(class_="counts")[
                ngettext("{n} guest", "{n} guests", sum(guest.seats for guest in guests.items)),
                " · ",
                _("{n} checked in", n=guests.checked_in),
            ],
        ],
        div(class_="more")[
            a(href=f"/events/{event.id}")[_("Page of the event")],
            a(href=f"/organise/events/{event.id}/edit")[_("Change the event")],
        ],
        div(class_="list")[
            each(
                guests.items,
                key=lambda guest: guest.ticket,
                render=guest_row,
                otherwise=lambda: empty(
                    _("Nobody has signed up yet. Share the page of the event.")
                ),
            )
        ],
        back="/organise",
        actions=a(class_="button primary", href=f"/organise/events/{event.id}/check-in")[
            icon(SCAN), span[_("Check guests in")]
        ],
    )


def guest_card(guest: Guest, event: Event) -> Element:
    labels = {question.id: question.label for question in event.questions}
    return article(class_="card plain guest")[
        div[
            h2[guest.name],
            p(class_="when")[_("Signed up {time}", time=format_time(guest.signed_up_at))],
            p(class_="seats")[seats_text(guest.seats)] if guest.seats > 1 else None,
            dl[
                [
                    [
                        dt[labels.get(id) or _("A question that was removed")],
                        dd[answer_text(answer)],
                    ]
                    for id, answer in guest.answers.items()
                ]
            ]
            if guest.answers
            else None,
            span(class_="badge open")[icon(CHECK), _("Checked in")]
            if guest.checked_in_at
            else None,
        ]
    ]


def answer_text(answer: Any) -> str:
    return ", ".join(answer) if isinstance(answer, list) else str(answer)
